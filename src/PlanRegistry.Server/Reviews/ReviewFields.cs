using GraphQLEngine;
using PlanRegistry.Records;
using PlanRegistry.Reviews;
using PlanRegistry.Server.Approval;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Settlement;

namespace PlanRegistry.Server.Reviews;

public sealed class ReviewDutyNode(ReviewDuty duty, Scope scope)
{
    internal ReviewDuty Duty { get; } = duty;

    internal Text ReasonInWords => Duty.State == DutyState.Overdue
        ? Duty.Reason.With(scope, Duty.Plan, LeaveWords.Of(Duty.Kind)) : Duty.Reason;

    public string Key => Duty.Id.ToString();
    public PlanNode Plan => scope.PlanOf(Duty.Plan);
    public ReviewKind Kind => Duty.Kind;
    public int Year => Duty.Year;
    public PartialDate Due => Duty.Due;
    public DutyState State => Duty.State;
    public PartialDate? DoneOn => Duty.DoneOn is { } day ? day : null;
    public ActNode? Report => scope.Node(Duty.Report?.Id) as ActNode;
    public IReadOnlyList<AgencyNode> Recipients => [.. Duty.Recipients.Select(a => new AgencyNode(a, scope))];
    public IReadOnlyList<AgencyNode> Copies => [.. Duty.Copies.Select(a => new AgencyNode(a, scope))];
}

[Resolves("ReviewDuty")]
public static class ReviewDutyFields
{
    public static IReadOnlyList<string> Missing(ReviewDutyNode duty, Language? language, [Service] Reader reader) =>
        [.. duty.Duty.Missing.Select(m => reader.Told(m, language))];

    public static string Reason(ReviewDutyNode duty, Language? language, [Service] Reader reader) =>
        reader.Told(duty.ReasonInWords, language);
}

[Resolves("Plan")]
public static class PlanReviewFields
{
    public static IReadOnlyList<ReviewDutyNode> ReviewDuties(PlanNode plan) =>
        [.. PlanRegistry.Reviews.ReviewDuties.Told(plan.OnDay).Select(d => new ReviewDutyNode(d, plan.Scope))];
}

[Resolves("District")]
public static class DistrictReviewFields
{
    /// <summary>Duties of all plans by their due day; of a plan that has ended nobody owes any.</summary>
    public static Connection<ReviewDutyNode> ReviewDuties(DistrictNode district, ReviewDutyFilter? filter, int? first, string? after)
    {
        var page = new PageArguments(first, after);
        var scope = district.Scope.At(page);
        var fits = filter?.Test(scope) ?? (_ => true);
        return Connections.Page(
            scope.Plans.Where(p => !p.HasEnded).SelectMany(PlanRegistry.Reviews.ReviewDuties.Told).Where(fits),
            d => $"{d.Due:yyyy-MM-dd} {d.Id.Code}", d => new ReviewDutyNode(d, scope), page, "reviewDuties", scope);
    }
}

/// <summary>Which duties: a duty must fit every part that is given.</summary>
public sealed record ReviewDutyFilter
{
    public IReadOnlyList<ReviewKind>? Kinds { get; init; }
    public IReadOnlyList<DutyState>? States { get; init; }
    public PartialDate? From { get; init; }
    public PartialDate? To { get; init; }
    public IReadOnlyList<string>? Agencies { get; init; }

    public Func<ReviewDuty, bool> Test(Scope scope)
    {
        var agencies = AgencyNames.Find(scope, Agencies);
        return duty =>
            (Kinds is null || Kinds.Contains(duty.Kind))
            && (States is null || States.Contains(duty.State))
            && (From is not { } from || duty.Due >= from.First)
            && (To is not { } to || duty.Due <= to.First)
            && (agencies is null || (duty.Of.LeadAgency is { } lead && agencies.Contains(lead.Key)));
    }
}
