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
                ProcedureRoute.Department when procedure.IsTold => Filed(plan, published),
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

    /// <summary>报区发展改革委备案, within the district's days; a department that is the commission files with itself.</summary>
    private static IEnumerable<StepFault> Filed(PlanOnDay plan, Act published)
    {
        var view = plan.Snapshot.View;
        var due = published.On.Last.AddDays(plan.Snapshot.Policy.Of(PolicyKeys.FilingDueDays, published.On.Last, plan.Kind));
        if (due >= plan.AsOf || due >= plan.EndedOn || plan.LeadAgency?.Role == AgencyRole.ReformCommission
            || plan.ActsAbout(ActAbout.Plan).Any(a => a.Type == ActType.Filed && (a.Recipients is not { Count: > 0 } to
                || to.Any(r => view.Agency(r)?.Role == AgencyRole.ReformCommission))))
        {
            return [];
        }
        return [new(plan, Obligation.DepartmentRoute, FaultState.Broken, Terms.Of(published.Type), due.AddDays(1),
            new($"未见报区发展改革委备案的记录，应不晚于{due.InWords().Zh}备案",
                $"no filing with the district commission is recorded; it was due by {due:yyyy-MM-dd}"),
            IsLesser: true) { About = [published] }];
    }
}
