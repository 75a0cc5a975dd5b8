using PlanRegistry.Alignment;
using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Server.Alignment;

namespace PlanRegistry.Server.Exports;

/// <summary>指标比对: what is demanded beside what is aimed at.</summary>
internal static class ComparisonSheet
{
    public static SheetForm Form { get; } = new SheetForm<ComparedIndicatorNode>(new("指标比对", "Comparison"), "District.comparison",
        (scope, _) => ComparedIndicator.On(scope.Snapshot, bindingOnly: false).Select(c => new ComparedIndicatorNode(c, scope))
            .Where(c => c.Allocations.Count + c.Targets.Count > 0),
        c => $"{c.Indicator.Code} {c.Year}",
        [
            new("指标", "Indicator", 30, c => c.Indicator.Name),
            new("计量单位", "Unit", 10, c => c.Indicator.Unit),
            new("指标方向", "Direction", 10, c => Cell.Of(c.Indicator.Direction)),
            new("目标年", "Year", 7, c => c.Year),
            new("市级下达", "Allocated", 14, Allocated),
            new("本区纲要", "Outline", 20, c => Figures(c, Of(c, isOutline: true))),
            new("其他规划", "Other plans", 50, c => Named(c, Of(c, isOutline: false))),
            new("弱于上位规划要求", "Weaker than demanded", 36, c => Cell.Lines(c.Targets.Where(IsWeaker)
                .Select(t => (Text)t.Plan.Title))),
        ]);

    private static IReadOnlyList<ComparedFigureNode> Of(ComparedIndicatorNode row, bool isOutline) =>
        [.. row.Targets.Where(t => t.Plan.Kind == PlanKind.Development == isOutline)];

    private static bool IsWeaker(ComparedFigureNode figure) => figure.Comparisons.Any(c => c.IsWeaker);

    private static Cell Allocated(ComparedIndicatorNode row) => row.Allocations.Count > 0 ? Figures(row, row.Allocations)
        : row.IsAllocationMissing ? Cell.Of(PlanRegistry.Conformance.Verdict.Unknown) : default;

    /// <summary>One figure as such, where it is in the indicator's own unit; several a line each.</summary>
    private static Cell Figures(ComparedIndicatorNode row, IReadOnlyList<ComparedFigureNode> figures) =>
        figures is [{ Value: { } value } only] && only.Unit == row.Indicator.Unit ? value
        : Cell.Lines(figures.Select(f => Amount(row, f)));

    private static Cell Named(ComparedIndicatorNode row, IReadOnlyList<ComparedFigureNode> figures) =>
        Cell.Lines(figures.Select(f => new Text($"{Amount(row, f).Zh} {f.Plan.Title}", $"{Amount(row, f).En} {f.Plan.Title}")));

    internal static Text Amount(ComparedIndicatorNode row, ComparedFigureNode figure)
    {
        var digits = figure switch
        {
            { Value: { } value } => $"{value}",
            { Low: { } low, High: { } high } => $"{low}—{high}",
            { Low: { } low } => $"≥{low}",
            { High: { } high } => $"≤{high}",
            _ => "?",
        };
        var amount = figure.Unit == row.Indicator.Unit ? digits : digits + figure.Unit;
        return figure.Nature == IndicatorNature.Binding ? amount
            : new Text($"{amount}（{Terms.Of(figure.Nature).Zh}）", $"{amount} ({Terms.Of(figure.Nature).En})");
    }
}
