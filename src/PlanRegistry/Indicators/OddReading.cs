using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>What makes a reading one that nobody may rest on before it is looked at.</summary>
public enum Oddity { CutOffTooEarly, OtherUnit, OutsideOfRatio, BeforeTheBase, AfterTheTarget, Leap }

/// <summary>
/// 异常监测值: readings of one year that cannot well be right. They are left out, and the rest is judged (RULE-CODES, change 11).
/// </summary>
public sealed record OddReading(HeldIndicator Held, int Year, IReadOnlyList<(Reading Reading, Oddity Why)> Odd) : IFact
{
    private const decimal Leap = 10m;

    public Key<Plan> Plan => Held.Plan;

    public Oddity Why => Odd[0].Why;

    public Reading Reading => Odd[0].Reading;

    public IEnumerable<Reading> Readings => Odd.Select(o => o.Reading);

    public DateOnly Since => Unbroken.Since(Held.Of, ReadingSeries.Turns,
        p => On(p).Any(o => o.Year == Year && o.Held.Indicator.Key == Held.Indicator.Key));

    public RecordId Id => new("odd_readings", Held.Of.Plan.Home, $"{Plan}|{Held.Identity}|{Year}");

    public FactLine Say() => RecordLines.Say(Reading, Held.Of.Snapshot.View);

    /// <summary>Why nothing rests on it: it is recorded, and to be checked first.</summary>
    public Text InWords
    {
        get
        {
            var (value, why) = (Quantity.InWords(Reading.Value, Held.Readings.UnitOf(Reading)), Name(Why));
            return new($"{Year}年监测值{value.Zh}{why.Zh}，核对之前不作评判依据",
                $"the reading of {Year}, {value.En}, {why.En}; until it is checked nothing rests on it");
        }
    }

    private static Text Name(Oddity why) => why switch
    {
        Oddity.CutOffTooEarly => new("的数据截止日在该年度之前", "has data as of before that year"),
        Oddity.OtherUnit => new("的计量单位与目标值的不能换算", "has no factor to the unit of the target"),
        Oddity.OutsideOfRatio => new("不在0—100%之内", "lies outside 0-100 %"),
        Oddity.BeforeTheBase => new("早于基期年", "is of a year before the base year"),
        Oddity.AfterTheTarget => new("晚于目标年", "is of a year after the target year"),
        _ => new("超过上一数值的十倍或者不足其十分之一", "is more than ten times or less than a tenth of the last value"),
    };

    public static IEnumerable<OddReading> On(PlanOnDay plan) =>
        plan.IsJudgedInFull ? plan.Indicators.SelectMany(i => i.Readings.Odd) : [];

    /// <summary>What is odd about a value in the unit of the targets; null for one that may be right.</summary>
    /// <param name="last">The last value before it that is not odd; the base value for the first.</param>
    internal static Oddity? Of(HeldIndicator held, int year, decimal value, decimal? last)
    {
        var figures = held.Figures;
        return year < figures.Min(f => f.BaseYear) ? Oddity.BeforeTheBase
            : year > figures.Max(f => f.Year) ? Oddity.AfterTheTarget
            : held.Indicator.Measure != Measure.Level ? null
            : IsShare(held) && !IsWithin(value) ? Oddity.OutsideOfRatio
            : last is { } before && before != 0 && IsLeap(Math.Abs(value), Math.Abs(before)) ? Oddity.Leap
            : null;
    }

    private static bool IsShare(HeldIndicator held) => held.Indicator is { Extent: Extent.Ratio }
        && held.Figures.All(f => f.Unit == "%" && IsWithin(f.BaseValue) && IsWithin(f.Value) && IsWithin(f.Low) && IsWithin(f.High));

    private static bool IsWithin(decimal? value) => value is not (< 0 or > 100);

    private static bool IsLeap(decimal value, decimal before) => value > before * Leap || value * Leap < before;
}
