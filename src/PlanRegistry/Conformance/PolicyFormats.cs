using System.Globalization;
using System.Text.RegularExpressions;
using PlanRegistry.Records;

namespace PlanRegistry.Conformance;

/// <summary>What the value of each policy key looks like, so that a row that nobody could read later is refused when it comes in.</summary>
public static partial class PolicyFormats
{
    private static readonly Dictionary<string, (Func<string, bool> Fits, Text Wanted)> ByKey = new()
    {
        [PolicyKeys.ListingFrom] = (IsDay, Day),
        [PolicyKeys.RecordsFrom] = (IsDay, Day),
        [PolicyKeys.AnnualDue] = (IsMonthAndDay, MonthAndDay),
        [PolicyKeys.MidTermYear] = (v => v == "floor((from+to)/2)" || IsWhole(v, 1, 50), new("公式 floor((from+to)/2),或规划期内的第几年(1 至 50)", "the formula floor((from+to)/2) or the number of a year within the horizon, 1 to 50")),
        [PolicyKeys.MidTermDue] = (IsMonthAndDay, MonthAndDay),
        [PolicyKeys.SpatialCycleYears] = (v => IsWhole(v, 1, 50), Years),
        [PolicyKeys.FinalDue] = (IsMonthAndDay, MonthAndDay),
        [PolicyKeys.FinalYearOffset] = (v => IsWhole(v, 0, 50), Years),
        [PolicyKeys.DueSoonDays] = (IsDays, Days),
        [PolicyKeys.CopyMaxDays] = (IsDays, Days),
        [PolicyKeys.FilingDueDays] = (IsDays, Days),
        [PolicyKeys.CascadeDueDays] = (IsDays, Days),
        [PolicyKeys.MinYears] = (v => IsWhole(v, 0, 50), Years),
        [PolicyKeys.MismatchGraceDays] = (IsDays, Days),
        [PolicyKeys.SuperiorLaterGraceDays] = (IsDays, Days),
        [PolicyKeys.ReadingExpectedBy] = (IsMonthAndDay, MonthAndDay),
        [PolicyKeys.DeviationAlert] = (IsShare, Share),
        [PolicyKeys.DisclosureDue] = (IsMonthAndDay, MonthAndDay),
        [PolicyKeys.PublicConsultationMinDays] = (IsDays, Days),
        [PolicyKeys.FundingConditionalOn] = (v => v == "none" || RuleCodes().IsMatch(v), new("none,或以分号隔开的规则编号", "none or rule codes separated by semicolons")),
        [PolicyKeys.RectificationFundingFloor] = (v => v == "off" || IsShare(v), new("off,或 0 至 1 的小数", "off or a decimal between 0 and 1")),
    };

    private static Text Day => new("2020-09-15 这样的日期", "a day, like 2020-09-15");
    private static Text MonthAndDay => new("06-30 这样的月和日", "a month and day, like 06-30");
    private static Text Days => new("0 至 3650 的整数(天)", "a whole number of days, 0 to 3650");
    private static Text Years => new("0 至 50 的整数(年)", "a whole number of years, 0 to 50");
    private static Text Share => new("0 至 1 的小数", "a decimal between 0 and 1");

    public static bool Knows(string key) => ByKey.ContainsKey(key);

    /// <summary>What the key wants; null when the value fits.</summary>
    public static Text? Misfit(string key, string value) => ByKey.TryGetValue(key, out var format) && !format.Fits(value) ? format.Wanted : (Text?)null;

    private static bool IsDay(string value) => PartialDate.TryParse(value, out var date) && date.IsExact;

    // 02-29 is no day of most years.
    private static bool IsMonthAndDay(string value) => DateOnly.TryParseExact("2001-" + value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsDays(string value) => IsWhole(value, 0, 3650);

    private static bool IsWhole(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && least <= number && number <= most;

    private static bool IsShare(string value) =>
        decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1;

    [GeneratedRegex("^[A-Z]{3}-[0-9]{3}(;[A-Z]{3}-[0-9]{3})*$")]
    private static partial Regex RuleCodes();
}
