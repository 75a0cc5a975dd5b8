using PlanRegistry.Conformance;
using PlanRegistry.Records;
using static PlanRegistry.Indicators.IndicatorGrade;

namespace PlanRegistry.Indicators;

/// <summary>
/// How far a value is ahead of what the year asks, as a share of the whole way from base to target; where there is no way to go (a floor, a
/// rate of growth), as a share of what is asked.
/// </summary>
internal static class GradePath
{
    public static Outcome Of(IndicatorGrade of, int year, decimal value, decimal target)
    {
        var (figure, measure) = (of.Figure, of.Held.Indicator.Measure);
        var higher = of.Held.Indicator.Direction == Direction.Higher;
        var start = measure == Measure.Cumulative ? 0m : figure.BaseValue;
        var baseYear = measure == Measure.Cumulative ? of.StartOf(figure) - 1 : figure.BaseYear;
        var isRate = measure == Measure.AnnualGrowth;
        // A cumulative cap is kept while there is room under it: it is never reached early, and the way to it is no floor.
        var isCap = measure == Measure.Cumulative && !higher;
        var isFloor = !isRate && !isCap && start is { } from && (higher ? target <= from : target >= from);
        var reached = higher ? value >= target : value <= target;
        if (reached && year < figure.Year && !isRate && !isFloor && !isCap)
        {
            return new(ProgressGrade.DoneEarly, value, [Reached(of, year, value)], null);
        }
        if (AskedIn(of, year, target, isRate || isFloor, start, baseYear) is not { } asked)
        {
            return new(null, value, [], new Text($"{year}年没有年度目标，基期年或者基期值也未录入，不能与时序进度比较",
                $"{year} has no annual target, and base year or base value is not recorded, so there is no path to compare with"));
        }
        var whole = isRate || isFloor || start is null ? Math.Abs(asked.Value) : Math.Abs(target - start.Value);
        if (whole == 0)
        {
            return new(null, value, [], new Text("目标值为零，不能计算超前或者滞后的比例", "the target is zero, of which nothing is a share"));
        }
        var lead = new Share(higher ? value - asked.Value : asked.Value - value, whole);
        var grade = GradeOf(of, lead, year == figure.Year);
        return new(grade, value, [Measured(of, year, value), asked.Words, Lead(of, lead, grade)], null);
    }

    /// <summary>In the target's own year nothing is expected any more: it is reached, exceeded or missed.</summary>
    private static ProgressGrade GradeOf(IndicatorGrade of, Share lead, bool isLast)
    {
        var zero = new Share(0, 1);
        return !lead.Exceeds(zero, of.Policy(PolicyKeys.GradeAhead)) && !IsAt(lead, of.Policy(PolicyKeys.GradeAhead))
            ? isLast ? lead.Part >= 0 ? ProgressGrade.OnPath : ProgressGrade.InDifficulty
                : zero.Exceeds(lead, of.Policy(PolicyKeys.GradeDifficulty)) ? ProgressGrade.InDifficulty
                : zero.Exceeds(lead, of.Policy(PolicyKeys.GradeBehind)) ? ProgressGrade.BehindPath
                : ProgressGrade.OnPath
            : ProgressGrade.AheadOfPath;
    }

    private static bool IsAt(Share lead, decimal limit) => limit > 0 && lead.Part == limit * lead.Whole;

    /// <summary>
    /// The annual target (of a cumulative one, those of all years so far), else the straight line; a rate and a floor are asked every year.
    /// In its own year, the target.
    /// </summary>
    private static (decimal Value, Text Words)? AskedIn(IndicatorGrade of, int year, decimal target, bool isEveryYear, decimal? start,
        int? baseYear)
    {
        var figure = of.Figure;
        var isItsOwn = year == figure.Year && of.Held.Indicator.Measure != Measure.AnnualGrowth;
        if (!isItsOwn && AnnualIn(of, year) is { } annual)
        {
            return (annual, Words("年度目标", "annual target", annual));
        }
        if (isEveryYear || isItsOwn)
        {
            return (target, Words("目标值", "target", target));
        }
        if (start is not { } from || baseYear is not { } since)
        {
            return null;
        }
        var due = from + ((target - from) * (year - since) / (figure.Year - since));
        var (f, t) = (Quantity.Number(from), Quantity.Number(target));
        var amount = Quantity.InWords(Rounded(due), figure.Unit);
        return (due, new Text($"时序进度：{f}+({t}−{f})×({year}−{since})÷({figure.Year}−{since})={amount.Zh}",
            $"path: {f} + ({t}-{f}) × ({year}-{since})/({figure.Year}-{since}) = {amount.En}"));

        Text Words(string zh, string en, decimal value) => new($"{year}年{zh}{Quantity.InWords(value, figure.Unit).Zh}",
            $"{en} of {year}: {Quantity.InWords(value, figure.Unit).En}");
    }

    private static decimal? AnnualIn(IndicatorGrade of, int year)
    {
        var indicator = of.Held.Indicator;
        if (indicator.Measure != Measure.Cumulative || indicator.ReadingBasis == ReadingBasis.ToDate)
        {
            return of.AnnualOf(year)?.Bound;
        }
        var start = of.StartOf(of.Figure);
        var all = Enumerable.Range(start, year - start + 1).Select(y => of.AnnualOf(y)?.Bound).ToList();
        return all.TrueForAll(v => v is not null) ? all.Sum() : null;
    }

    private static Text Reached(IndicatorGrade of, int year, decimal value) => new(
        $"{Measured(of, year, value).Zh}，已达到{of.Figure.Year}年目标值{of.Figure.Amount.Zh}",
        $"{Measured(of, year, value).En}, which comes to the target of {of.Figure.Amount.En} for {of.Figure.Year}");

    private static Text Measured(IndicatorGrade of, int year, decimal value)
    {
        var (amount, isSum) = (Quantity.InWords(Rounded(value), of.Figure.Unit), of.Held.Indicator.Measure == Measure.Cumulative);
        return new($"{year}年{(isSum ? "累计" : "监测值")}{amount.Zh}", $"{year}: {amount.En}{(isSum ? " in all" : "")}");
    }

    private static Text Lead(IndicatorGrade of, Share lead, ProgressGrade grade)
    {
        var much = new Share(Math.Abs(lead.Part), lead.Whole);
        var words = Terms.Of(grade);
        return lead.Part >= 0
            ? new($"领先{much}（{Bounds(of).Zh}）：{words.Zh}", $"ahead by {much} ({Bounds(of).En}): {words.En}")
            : new($"落后{much}（{Bounds(of).Zh}）：{words.Zh}", $"behind by {much} ({Bounds(of).En}): {words.En}");
    }

    internal static Text Bounds(IndicatorGrade of)
    {
        var (ahead, behind, hard) = (new Share(of.Policy(PolicyKeys.GradeAhead), 1), new Share(of.Policy(PolicyKeys.GradeBehind), 1),
            new Share(of.Policy(PolicyKeys.GradeDifficulty), 1));
        return new($"参考值：领先{ahead}、落后{behind}、落后{hard}", $"reference values: {ahead} ahead, {behind} behind, {hard} behind");
    }

    private static decimal Rounded(decimal value) => Math.Round(value, 6);
}
