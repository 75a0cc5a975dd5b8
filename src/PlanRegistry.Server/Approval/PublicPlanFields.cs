using GraphQLEngine;
using PlanRegistry.Approval;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Approval;

[Resolves("Query")]
public static class PublicPlanQueries
{
    /// <summary>Today's; null for a district that does not publish them and for one that is unknown: nobody learns which it is.</summary>
    public static IReadOnlyList<PublicPlan>? PublicPlans(string district, [Service] Reach reach)
    {
        var judgements = reach.For("Query.publicPlans").Judgements;
        return RequestErrors.Telling(() => judgements.Registry.View(DistrictCode.Parse(district))) is { District: not null } view
            ? PublicPlan.Of(judgements.Snapshot(view, judgements.Today)) : null;
    }
}
