using GraphQLEngine;
using PlanRegistry.Approval;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Approval;

[Resolves("Plan")]
public static class PlanApprovalFields
{
    /// <summary>All acts by the day, failed ones too.</summary>
    public static IReadOnlyList<ActNode> Acts(PlanNode plan) =>
        [.. plan.OnDay.History.Acts.Where(a => a.HappenedBy(plan.OnDay.AsOf)).Select(a => new ActNode(a, plan.Scope))];

    public static ProcedureNode Procedure(PlanNode plan) => new(PlanRegistry.Approval.Procedure.Of(plan.OnDay), plan.Scope);

    public static SubmissionNode Submission(PlanNode plan) => new(PlanRegistry.Approval.Submission.Of(plan.OnDay), plan.Scope);
}

[Resolves("District")]
public static class DistrictApprovalFields
{
    /// <summary>Acts of the district's own ledger by the day, failed ones too.</summary>
    public static Connection<ActNode> Acts(DistrictNode district, ActFilter? filter, int? first, string? after)
    {
        var page = new PageArguments(first, after);
        var scope = district.Scope.At(page);
        var fits = filter?.Test(scope) ?? (_ => true);
        return Connections.LatestFirst(scope.View.Own.Of<Act>().Where(a => a.HappenedBy(scope.Snapshot.AsOf)).Where(fits),
            a => a.On, a => a.Code, a => new ActNode(a, scope), page, "acts", scope);
    }
}

/// <summary>Which acts: an act must fit every part that is given.</summary>
public sealed record ActFilter
{
    public IReadOnlyList<string>? Plans { get; init; }
    public IReadOnlyList<ActType>? Types { get; init; }
    public IReadOnlyList<ActAbout>? Abouts { get; init; }
    public PartialDate? From { get; init; }
    public PartialDate? To { get; init; }
    public IReadOnlyList<string>? Agencies { get; init; }

    public Func<Act, bool> Test(Scope scope)
    {
        var agencies = AgencyNames.Find(scope, Agencies);
        var plans = PlanNames.Find(scope, Plans);
        return act =>
            (plans is null || plans.Contains(act.Plan))
            && (Types is null || Types.Contains(act.Type))
            && (Abouts is null || Abouts.Contains(act.About))
            && (From is not { } from || act.On.Last >= from.First)
            && (To is not { } to || act.On.First <= to.First)
            && (agencies is null || act.Agencies.Any(agencies.Contains));
    }
}
