using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>What a route asks of its publication: in whose name, and that it is filed.</summary>
internal static class RouteFaults
{
    public static IEnumerable<StepFault> On(Procedure procedure, IReadOnlyList<Act> taken)
    {
        var plan = procedure.Plan;
        return taken.FirstOrDefault(a => a.Type is ActType.Published or ActType.Issued) is not { } published
            || plan.History.Publication != published ? []
            : procedure.Route switch
            {
                ProcedureRoute.Development => InTheGovernmentsName(plan, published, Obligation.DevelopmentRoute),
                ProcedureRoute.SpeciallyImportant => InTheGovernmentsName(plan, published, Obligation.SpeciallyImportant),
                ProcedureRoute.Department => Filing.Owed(plan) is { } owed && owed.Due < plan.AsOf ? [owed.Fault] : [],
                _ => [],
            };
    }

    /// <summary>
    /// Whose paper it is tells its document, else the row; where intake filled in the lead agency nobody said so.
    /// </summary>
    private static IEnumerable<StepFault> InTheGovernmentsName(PlanOnDay plan, Act published, Obligation obligation)
    {
        var view = plan.Snapshot.View;
        var bodies = view.Document(published.Document)?.Issuers.ToList() is { Count: > 0 } issuers ? issuers
            : published.Agencies.Where(a => a != plan.Plan.LeadAgency).ToList();
        if (bodies.Count == 0)
        {
            return [];
        }
        var word = Entitlement.By(view, [Body.Of(AgencyRole.Government)], published with { Agency = null, CoAgencies = bodies });
        return !word.IsDenied || (obligation == Obligation.SpeciallyImportant && plan.History.Approval is null) ? []
            : [new(plan, obligation, FaultState.Broken, Terms.Of(published.Type), published.On.Last,
                new($"没有以区政府名义发布：{word.Why.Zh}", $"it was not in the government's name: {word.Why.En}"), IsLesser: true)
            {
                About = [published],
            }];
    }
}
