using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>An act on the day that says that the plan has ended, and does not end it.</summary>
public sealed record EndOnDay(PlanOnDay Of, PlanEnd End) : IFact
{
    public Key<Catalogue.Plan> Plan => Of.Key;

    public RecordId Id => End.Act.Id;

    public static IEnumerable<EndOnDay> On(PlanOnDay plan) =>
        plan.History.Ends.Where(e => e.Act.HappenedBy(plan.AsOf) && !(e.From <= plan.AsOf)).Select(e => new EndOnDay(plan, e));

    public Text Why => End.Why;

    public FactLine Say() => RecordLines.Say(End.Act, Of.Snapshot.View);
}
