using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Hierarchy;

/// <summary>
/// Another development plan of the district whose horizon overlaps: told of the
/// first of the two by code. It is a fact of that plan; the other has its own.
/// </summary>
public sealed record OverlappingDevelopmentPlan(PlanOnDay First, PlanOnDay Plan) : IFact
{
    public Key<Plan> Of => First.Key;

    public RecordId Id => Plan.Id;

    public bool IsJudgedBy(RuleReach rule) => Plan.IsJudgedBy(rule) || First.IsJudgedBy(rule);

    public static IEnumerable<OverlappingDevelopmentPlan> On(PlanOnDay plan) => plan.Kind != PlanKind.Development ? [] :
        plan.Snapshot.DevelopmentPlans
            .Where(p => p.IsOwn && string.CompareOrdinal(plan.Plan.Code, p.Plan.Code) < 0
                && p.IsJudged && !p.Plan.IsSecret && p.Horizon.Overlaps(plan.Horizon))
            .Select(p => new OverlappingDevelopmentPlan(plan, p));

    public FactLine Say() => Plan.Say();
}
