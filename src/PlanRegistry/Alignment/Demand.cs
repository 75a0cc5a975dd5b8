using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Hierarchy;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Alignment;

/// <summary>What the nearest superior plan that holds an indicator demands of a plan: its own targets within the district, what it allocated between tiers.</summary>
public sealed record Demand(PlanOnDay Of, PlanOnDay Superior, IReadOnlyList<PlanLink> Path, string Identity, IReadOnlyList<Figure> Figures) : IFact
{
    public Key<Plan> Plan => Of.Key;

    public Indicator Indicator => Figures[0].Indicator;

    public RecordId Id => new("demands", Of.Plan.Home, $"{Of.Key}|{Superior.Key}|{Identity}");

    public FactLine Say() => new("Demand", Figures[0].Source.Id, new Text(
        $"“{Superior.Title}”{(Figures[0].IsAllocated ? "分解下达本区" : "目标")}:{string.Join(";", Figures.Select(f => f.Line.Zh))}",
        $"{Superior.Title} {(Figures[0].IsAllocated ? "allocated to the district" : "demands")}: {string.Join("; ", Figures.Select(f => f.Line.En))}"));

    /// <summary>The binding figure above, if any, that the plan answers by an expected one.</summary>
    public Comparison? SoftenedBy(HeldIndicator held) =>
        Comparison.Between(this, held).FirstOrDefault(c => c.Theirs.IsBinding && !c.Ours.IsBinding && !c.IsPartOfATotal);

    public bool IsSoftenedBy(HeldIndicator held) =>
        Figures.Any(f => f.IsBinding) && held.Figures.Any(f => !f.IsBinding) && SoftenedBy(held) is not null;
}

/// <summary>Indicators that a municipal plan shares with a plan, of which nothing was allocated to the district: nothing can be compared.</summary>
public sealed record Unallocated(PlanOnDay Of, PlanOnDay Superior, IReadOnlyList<Indicator> Indicators) : IFact
{
    public Key<Plan> Plan => Of.Key;

    public RecordId Id => new("unallocated", Of.Plan.Home, $"{Of.Key}|{Superior.Key}");

    public string Names => string.Join("、", Indicators.Select(i => i.Name));

    public FactLine Say() => new("Unallocated", Superior.Id, new Text(
        $"“{Superior.Title}”未录入分解下达本区的数值:{Names}", $"No allocation of {Superior.Title} to the district is recorded for: {string.Join(", ", Indicators.Select(i => i.Name))}"));
}
