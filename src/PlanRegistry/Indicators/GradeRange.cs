using PlanRegistry.Conformance;
using PlanRegistry.Records;
using static PlanRegistry.Indicators.IndicatorGrade;

namespace PlanRegistry.Indicators;

/// <summary>
/// A value that is to lie between two bounds: within them it is in time, outside it is behind by the distance, of their width.
/// </summary>
internal static class GradeRange
{
    public static Outcome Of(IndicatorGrade of, Figure asked, int year, decimal value)
    {
        if (asked is not { Low: { } low, High: { } high })
        {
            return new(null, value, [], new Text("区间指标的目标下限或者上限未录入", "it is to lie within a range of which an end is not recorded"));
        }
        var outside = value < low ? low - value : value > high ? value - high : 0m;
        var width = high > low ? high - low : Math.Max(Math.Abs(high), 1m);
        var grade = outside == 0 ? ProgressGrade.OnPath
            : outside > of.Policy(PolicyKeys.GradeDifficulty) * width || year == of.Figure.Year ? ProgressGrade.InDifficulty
            : ProgressGrade.BehindPath;
        var (amount, words) = (Quantity.InWords(value, of.Figure.Unit), Terms.Of(grade));
        var much = new Share(outside, width);
        return new(grade, value,
        [
            new($"{year}年监测值{amount.Zh}，目标区间{asked.Amount.Zh}", $"{year}: {amount.En}, to lie within {asked.Amount.En}"),
            new($"{(outside == 0 ? "在区间内" : $"超出区间{much}")}（{GradePath.Bounds(of).Zh}）：{words.Zh}",
                $"{(outside == 0 ? "within it" : $"outside by {much} of its width")} ({GradePath.Bounds(of).En}): {words.En}"),
        ], null);
    }
}
