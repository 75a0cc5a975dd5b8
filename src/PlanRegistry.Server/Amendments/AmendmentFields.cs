using GraphQLEngine;
using PlanRegistry.Amendments;
using PlanRegistry.Records;
using PlanRegistry.Reviews;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Amendments;

public sealed class AmendmentDutyNode(AmendmentDuty duty, Scope scope)
{
    internal Text Why => duty.Reason;

    public PlanNode Plan => scope.PlanOf(duty.Plan);
    public AmendmentNode Amendment => new(duty.Amendment, scope);
    public PartialDate Due => duty.Due;
    public DutyState State => duty.State;
}

[Resolves("AmendmentDuty")]
public static class AmendmentDutyFields
{
    public static string Reason(AmendmentDutyNode duty, Language language) => duty.Why.In(language);
}

[Resolves("Plan")]
public static class PlanAmendmentFields
{
    public static IReadOnlyList<AmendmentNode> Amendments(PlanNode plan) =>
        [.. plan.Scope.View.AmendmentsOf[plan.OnDay.Key].Where(a => a.ProposedOn.Last <= plan.OnDay.AsOf)
            .OrderBy(a => a.Version).Select(a => new AmendmentNode(a, plan.Scope))];

    public static IReadOnlyList<AmendmentDutyNode> AmendmentDuties(PlanNode plan) =>
        [.. PlanRegistry.Amendments.AmendmentDuties.Of(plan.OnDay).Select(d => new AmendmentDutyNode(d, plan.Scope))];
}
