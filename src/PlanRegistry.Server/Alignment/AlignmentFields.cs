using GraphQLEngine;
using PlanRegistry.Alignment;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Indicators;

namespace PlanRegistry.Server.Alignment;

[Resolves("District")]
public static class DistrictAlignmentFields
{
    /// <summary>Those that are seen and not over, the latest first.</summary>
    public static IReadOnlyList<PlanNode> PlansToAlignWith(DistrictNode district) =>
        [.. district.Scope.Snapshot.OwnPlans.Where(p => p.Kind is PlanKind.Development or PlanKind.Spatial && !p.HasEnded)
            .OrderBy(p => p.Kind).ThenByDescending(p => p.Horizon.From).Select(p => district.Scope.Plan(p.Key)).OfType<PlanNode>()];

    /// <summary>An indicator is told where one of its figures is seen.</summary>
    public static IReadOnlyList<ComparedIndicatorNode> Comparison(DistrictNode district, bool bindingOnly) =>
        [.. ComparedIndicator.On(district.Scope.Snapshot, bindingOnly).Select(c => new ComparedIndicatorNode(c, district.Scope))
            .Where(c => c.Allocations.Count + c.Targets.Count > 0)];
}

public sealed class ComparedIndicatorNode(ComparedIndicator row, Scope scope)
{
    public IndicatorNode Indicator => new(row.Indicator, scope);
    public int Year => row.Year;
    public IReadOnlyList<ComparedFigureNode> Allocations =>
        [.. row.Allocations.Where(a => scope.Plan(a.From.Key) is not null)
            .Select(a => new ComparedFigureNode(a.From, a.Figure, [], scope))];
    public bool IsAllocationMissing => row.LacksAllocation;
    public IReadOnlyList<ComparedFigureNode> Targets =>
        [.. row.Targets.Where(t => scope.Plan(t.Plan.Key) is not null)
            .Select(t => new ComparedFigureNode(t.Plan, t.Figure, t.Comparisons, scope))];
}

public sealed class ComparedFigureNode(PlanOnDay plan, Figure figure, IReadOnlyList<Comparison> comparisons, Scope scope)
{
    public PlanNode Plan => scope.PlanOf(plan.Key);
    public IndicatorNature Nature => figure.Nature;
    public decimal? Value => figure.Value;
    public decimal? Low => figure.Low;
    public decimal? High => figure.High;
    public string Unit => figure.Unit;
    public INode Record => scope.Node(figure.Source)!;
    public IReadOnlyList<FigureComparisonNode> Comparisons =>
        [.. comparisons.Where(c => scope.Plan(c.Demand.Superior.Key) is not null).Select(c => new FigureComparisonNode(c, scope))];
}

public sealed class FigureComparisonNode(Comparison comparison, Scope scope)
{
    internal Comparison Of { get; } = comparison;

    public PlanNode Superior => scope.PlanOf(Of.Demand.Superior.Key);
    public int Year => Of.Year;
    public bool IsWeaker => Of.IsWeaker;
    public bool IsSoftened => Of.IsSoftened;
    public bool IsOfASuperior => Of.IsOfASuperior;
    public INode Record => scope.Node(Of.Theirs.Source)!;
}

[Resolves("FigureComparison")]
public static class FigureComparisonFields
{
    public static string Demanded(FigureComparisonNode comparison, Language? language, [Service] Reader reader) =>
        reader.Told(comparison.Of.IsWeaker ? comparison.Of.TheirAmount : comparison.Of.Theirs.Amount, language);

    public static string? Unclear(FigureComparisonNode comparison, Language? language, [Service] Reader reader) =>
        comparison.Of.Unclear is { } unclear ? reader.Told(unclear, language) : null;

    public static IReadOnlyList<string> Steps(FigureComparisonNode comparison, Language? language, [Service] Reader reader) =>
        [.. comparison.Of.Steps.Select(s => reader.Told(s, language))];
}
