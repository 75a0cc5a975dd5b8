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

    public string Key => duty.Id.ToString();
    public PlanNode Plan => scope.PlanOf(duty.Plan);
    public AmendmentNode Amendment => new(duty.Amendment, scope);
    public PartialDate Due => duty.Due;
    public DutyState State => duty.State;
}

[Resolves("AmendmentDuty")]
public static class AmendmentDutyFields
{
    public static string Reason(AmendmentDutyNode duty, Language? language, [Service] Reader reader) => reader.Told(duty.Why, language);
}

[Resolves("Plan")]
public static class PlanAmendmentFields
{
    public static IReadOnlyList<AmendmentNode> Amendments(PlanNode plan) =>
        [.. plan.Scope.View.AmendmentsOf[plan.OnDay.Key].Where(a => a.ProposedOn.Last <= plan.OnDay.AsOf)
            .OrderBy(a => a.Version).Select(a => new AmendmentNode(a, plan.Scope))];

    public static ApprovedContentNode? ApprovedContent(PlanNode plan) =>
        BoundContent.OfPlan(plan.OnDay) is { } content ? new ApprovedContentNode(content, plan.Scope) : null;

    public static IReadOnlyList<AmendmentDutyNode> AmendmentDuties(PlanNode plan) =>
        [.. PlanRegistry.Amendments.AmendmentDuties.Of(plan.OnDay).Select(d => new AmendmentDutyNode(d, plan.Scope))];
}

[Resolves("District")]
public static class DistrictAmendmentFields
{
    public static Connection<AmendmentNode> Amendments(DistrictNode district, int? first, string? after)
    {
        var page = new PageArguments(first, after);
        var scope = district.Scope.At(page);
        return Connections.LatestFirst(
            scope.Plans.SelectMany(p => scope.View.AmendmentsOf[p.Key]).Where(a => a.ProposedOn.Last <= scope.Snapshot.AsOf),
            a => a.ProposedOn, a => a.RecordCode, a => new AmendmentNode(a, scope), page, "amendments", scope);
    }

    public static Connection<AmendmentDutyNode> AmendmentDuties(
        DistrictNode district, AmendmentDutyFilter? filter, int? first, string? after)
    {
        var page = new PageArguments(first, after);
        var scope = district.Scope.At(page);
        var fits = filter?.Test(scope) ?? (_ => true);
        return Connections.Page(scope.Plans.SelectMany(PlanRegistry.Amendments.AmendmentDuties.Of).Where(fits),
            d => $"{d.Due:yyyy-MM-dd} {d.Id.Code}", d => new AmendmentDutyNode(d, scope), page, "amendmentDuties", scope);
    }
}

/// <summary>Which duties: a duty must fit every part that is given.</summary>
public sealed record AmendmentDutyFilter
{
    public IReadOnlyList<DutyState>? States { get; init; }
    public IReadOnlyList<string>? Agencies { get; init; }

    public Func<AmendmentDuty, bool> Test(Scope scope)
    {
        var agencies = AgencyNames.Find(scope, Agencies);
        return duty =>
            (States is null || States.Contains(duty.State))
            && (agencies is null || (scope.Snapshot.Plan(duty.Plan)?.LeadAgency is { } lead && agencies.Contains(lead.Key)));
    }
}
