using System.Globalization;
using System.Text.RegularExpressions;
using PlanRegistry.Funding;
using PlanRegistry.Records;

namespace PlanRegistry.Conformance;

public delegate bool TryRead<T>(string text, out T value);

/// <summary>How the values of some keys are written and read: a row that nobody could read later is refused when it comes in.</summary>
/// <param name="Wanted">How it is written.</param>
/// <param name="Words">A value as it is said to people, with its unit.</param>
public sealed record PolicyFormat<T>(TryRead<T> Read, Text Wanted, Func<T, Text> Words);

/// <summary>A day of any year.</summary>
public readonly record struct MonthDay(int Month, int Day)
{
    public DateOnly In(int year) => new(year, Month, Day);
}

/// <summary>From when a mid-term report counts: a share of the horizon (1/Part), or 01-01 some years before the mid-term year.</summary>
public readonly record struct MidTermStart(int? Part, int YearsBefore)
{
    public DateOnly In(Catalogue.Horizon horizon, int midTermYear) =>
        Part is { } part ? new DateOnly(horizon.From, 1, 1).AddMonths(horizon.Years * 12 / part)
        : new DateOnly(midTermYear - YearsBefore, 1, 1);
}

public static partial class PolicyFormats
{
    public static readonly PolicyFormat<DateOnly> Day = new(IsDay, new("2020-09-15这样的日期", "a day, like 2020-09-15"),
        day => day.InWords());

    public static readonly PolicyFormat<MonthDay> MonthAndDay = new(IsMonthAndDay, new("06-30这样的月和日", "a month and day, like 06-30"),
        day => new($"{day.Month}月{day.Day}日", $"{day.Month:00}-{day.Day:00}"));

    public static readonly PolicyFormat<int> Days = Whole(0, 3650, new("0至3650的整数（天）", "a whole number of days, 0 to 3650"),
        days => new($"{days}日", days == 1 ? "1 day" : $"{days} days"));

    public static readonly PolicyFormat<int> Months = Whole(0, 600, new("0至600的整数（月）", "a whole number of months, 0 to 600"),
        months => new($"{months}个月", months == 1 ? "1 month" : $"{months} months"));

    public static readonly PolicyFormat<int> Years = Whole(0, 50, new("0至50的整数（年）", "a whole number of years, 0 to 50"), InYears);

    /// <summary>How many years after the last one: none is that year itself.</summary>
    public static readonly PolicyFormat<int> YearsAfter = Years with
    {
        Words = years => years == 0 ? new("当年", "the last year itself") : new($"第{years}年", InYears(years).En + " after"),
    };

    /// <summary>The length of a cycle is never nought.</summary>
    public static readonly PolicyFormat<int> CycleYears = Whole(1, 50, new("1至50的整数（年）", "a whole number of years, 1 to 50"), InYears);

    public static readonly PolicyFormat<decimal> Share = new(IsShare, new("0至1的小数", "a decimal between 0 and 1"),
        share => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.####}%"));

    public const string MiddleYear = "floor((from+to)/2)";

    /// <summary>The number of a year within the horizon; null for the formula of the middle one.</summary>
    public static readonly PolicyFormat<int?> YearOfHorizon = new(IsYearOfHorizon,
        new($"公式{MiddleYear}，或规划期内的第几年（1至50）", $"the formula {MiddleYear} or the number of a year within the horizon, 1 to 50"),
        nth => nth is null ? new("规划期中间一年（年数为双数的取前一年）", "the middle year of the horizon, the earlier one of two")
            : new($"规划期第{nth}年", $"year {nth} of the horizon"));

    public static readonly PolicyFormat<MidTermStart> MidTermStarts = new(IsMidTermStart,
        new("year（中期评估年度的1月1日）、year-1（前一年的1月1日，1至9），或 horizon/3（规划期的三分之一届满，2至9）",
            "year (01-01 of the mid-term year), year-1 (of the year before, 1 to 9) or horizon/3 (a third of the horizon gone, 2 to 9)"),
        start => start.Part is { } part ? new($"规划期满{part}分之一之日", $"the day on which 1/{part} of the horizon is over")
            : start.YearsBefore == 0 ? new("中期评估年度的1月1日", "01-01 of the mid-term year")
            : new($"中期评估年度之前第{start.YearsBefore}年的1月1日", $"01-01, {InYears(start.YearsBefore).En} before the mid-term year"));

    public static readonly PolicyFormat<bool> Switch = new(IsSwitch, new("on（是）或 off（否）", "on or off"),
        isOn => isOn ? new("是", "yes") : new("否", "no"));

    public const string NoRules = "none";

    public static readonly PolicyFormat<IReadOnlyList<string>> RuleCodes = new(AreRuleCodes,
        new($"{NoRules}，或以分号隔开的规则编号", $"{NoRules} or rule codes separated by semicolons"),
        codes => codes.Count == 0 ? new("无", "none") : Text.Join(codes.Select(c => (Text)c)));

    /// <summary>What is said of money where the notice says no: that, or after a check.</summary>
    public static readonly PolicyFormat<FundingVerdict> NotEligibleOrConditional = new(IsNotEligibleOrConditional,
        new("NOT_ELIGIBLE（不得安排）或 CONDITIONAL（核实后安排）", "NOT_ELIGIBLE or CONDITIONAL"), verdict => Terms.Of(verdict));

    private static Text InYears(int years) => new($"{years}年", years == 1 ? "1 year" : $"{years} years");

    private static bool IsNotEligibleOrConditional(string text, out FundingVerdict verdict)
    {
        verdict = text == Names.Of(FundingVerdict.Conditional) ? FundingVerdict.Conditional : FundingVerdict.NotEligible;
        return text == Names.Of(verdict);
    }

    private static bool IsSwitch(string text, out bool isOn) => (isOn = text == "on") || text == "off";

    private static bool IsDay(string text, out DateOnly day)
    {
        var fits = Intake.Days.TryRead(text, out var date) && date.IsExact;
        day = date.First;
        return fits;
    }

    // 02-29 is no day of most years.
    private static bool IsMonthAndDay(string text, out MonthDay day)
    {
        var fits = DateOnly.TryParseExact("2001-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        day = new MonthDay(date.Month, date.Day);
        return fits;
    }

    private static PolicyFormat<int> Whole(int least, int most, Text wanted, Func<int, Text> words) =>
        new((string text, out int number) => IsWhole(text, least, most, out number), wanted, words);

    private static bool IsWhole(string text, int least, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && least <= number && number <= most;

    private static bool IsShare(string text, out decimal share) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out share) && share is >= 0 and <= 1;

    private static bool IsYearOfHorizon(string text, out int? year)
    {
        var fits = IsWhole(text, 1, 50, out var number);
        year = fits ? number : null;
        return fits || text == MiddleYear;
    }

    private static bool IsMidTermStart(string text, out MidTermStart start)
    {
        var match = MidTermStartText().Match(text);
        start = match.Groups["part"] is { Success: true } part ? new(Whole(part), 0)
            : new(null, match.Groups["before"] is { Success: true } before ? Whole(before) : 0);
        return match.Success;

        static int Whole(Group digit) => int.Parse(digit.ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("^(year(-(?<before>[1-9]))?|horizon/(?<part>[2-9]))$")]
    private static partial Regex MidTermStartText();

    private static bool AreRuleCodes(string text, out IReadOnlyList<string> codes)
    {
        codes = text == NoRules ? [] : text.Split(';');
        return text == NoRules || Codes().IsMatch(text);
    }

    [GeneratedRegex("^[A-Z]{3}-[0-9]{3}(;[A-Z]{3}-[0-9]{3})*$")]
    private static partial Regex Codes();
}
