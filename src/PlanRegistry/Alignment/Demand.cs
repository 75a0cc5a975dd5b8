using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Hierarchy;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Alignment;

/// <summary>
/// What the nearest superior plan that holds an indicator demands of a plan:
/// its own targets within the district, what it allocated between tiers.
/// </summary>
/// <param name="Held">How the plan itself holds the indicator.</param>
public sealed record Demand(PlanOnDay Of, PlanOnDay Superior, IReadOnlyList<PlanLink> Path,
    HeldIndicator Held, IReadOnlyList<Figure> Figures) : IFact
{
    public Key<Plan> Plan => Of.Key;

    public string Identity => Held.Identity;

    public Indicator Indicator => Figures[0].Indicator;

    public RecordId Id => new("demands", Of.Plan.Home, $"{Of.Key}|{Superior.Key}|{Identity}");

    public FactLine Say() => new("Demand", Figures[0].Source.Id, new Text(
        $"{Superior.Named.Zh}{(Figures[0].IsAllocated ? "分解下达本区" : "目标")}：{Lines.Zh}",
        $"{Superior.Title} {(Figures[0].IsAllocated ? "allocated to the district" : "demands")}: {Lines.En}"));

    private Text Lines => Wording.Clauses(Figures.Select(f => f.Line));

    /// <summary>The binding figure above, if any, that the plan answers by an expected one.</summary>
    public Comparison? Softened => Figures.Any(f => f.IsBinding) && Held.Figures.Any(f => !f.IsBinding)
        ? Comparison.Between(this).FirstOrDefault(c => c.IsSoftened) : null;

    public bool IsSoftened => Softened is not null;

    /// <summary>Since when the plan has answered it so.</summary>
    public DateOnly SoftenedSince =>
        Unbroken.Since(Of, WaysUp.Turns, p => DemandSearch.On(p, Identity).OfType<Demand>().Any(d => d.IsLike(this) && d.IsSoftened));

    /// <summary>Of the same superior and about the same indicator.</summary>
    internal bool IsLike(Demand other) => Superior.Is(other.Superior) && Indicator.Key == other.Indicator.Key;
}

/// <summary>
/// Indicators that a municipal plan shares with a plan, of which nothing was allocated to the district: nothing can be compared.
/// </summary>
public sealed record Unallocated(PlanOnDay Of, PlanOnDay Superior, IReadOnlyList<Indicator> Indicators) : IFact
{
    public Key<Plan> Plan => Of.Key;

    public RecordId Id => new("unallocated", Of.Plan.Home, $"{Of.Key}|{Superior.Key}");

    public DateOnly Since =>
        Unbroken.Since(Of, WaysUp.Turns, p => DemandSearch.On(p).OfType<Unallocated>().Any(u => u.Superior.Is(Superior)));

    public Text Names => Text.Join(Indicators.Select(i => (Text)i.Name));

    public FactLine Say() => new("Unallocated", Superior.Id, new Text(
        $"{Superior.Named.Zh}未录入分解下达本区的数值：{Names.Zh}",
        $"No allocation of {Superior.Title} to the district is recorded for: {Names.En}"));
}
