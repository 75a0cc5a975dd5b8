using GraphQLEngine;
using PlanRegistry.Handover;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Handover;

[Resolves("District")]
public static class DistrictHandoverFields
{
    public static HandoverNode? Handover(DistrictNode district, int? from) => Of(district.For("District.handover"), from);

    /// <summary>Null above the district tier; a year in which no period begins is told.</summary>
    internal static HandoverNode? Of(Scope scope, int? from) =>
        from is { } year && !(year is > 1950 and < 2200 && PeriodHandover.MayBegin(scope.Snapshot, year)) ? throw NoBeginning(scope, year)
        : PeriodHandover.Of(scope.Snapshot, from) is { } handover ? new HandoverNode(handover, scope) : null;

    private static GraphQLRequestException NoBeginning(Scope scope, int year)
    {
        var known = PeriodHandover.BeginningsOf(scope.Snapshot);
        return RequestErrors.Request(
            $"参数“from”的{year}年不是规划期的起始年{(known.Count > 0 ? $"，已登记的起始年为{string.Join('、', known)}" : "")}。",
            $"The argument \"from\" has {year}, in which no period begins"
                + $"{(known.Count > 0 ? $": as recorded, periods begin in {string.Join(", ", known)}" : "")}.");
    }
}

[Resolves("Handover")]
public static class HandoverFields
{
    public static string Why(HandoverNode handover, Language? language, [Service] Reader reader) => reader.Told(handover.Of.Why, language);

    public static Connection<HandedOverPlanNode> Plans(HandoverNode handover, HandoverFilter? filter, int? first, string? after)
    {
        var page = new PageArguments(first, after);
        var scope = handover.Scope.At(page);
        var shown = scope == handover.Scope ? handover : DistrictHandoverFields.Of(scope, handover.From)!;
        return Connections.Page(shown.All.Where(filter?.Test(scope) ?? (_ => true)), p => p.Plan.Plan.Code,
            p => new HandedOverPlanNode(p, scope), page, $"handover {handover.From}", scope);
    }
}

[Resolves("HandedOverPlan")]
public static class HandedOverPlanFields
{
    public static string EvaluationWhy(HandedOverPlanNode plan, Language? language, [Service] Reader reader) =>
        reader.Told(plan.EvaluationInWords, language);

    public static string SuccessionWhy(HandedOverPlanNode plan, Language? language, [Service] Reader reader) =>
        reader.Told(plan.Of.Succession.Why, language);

    public static string ContinuationWhy(HandedOverPlanNode plan, Language? language, [Service] Reader reader) =>
        reader.Told(plan.ContinuationInWords, language);
}

/// <summary>Which plans: one must fit every part that is given.</summary>
public sealed record HandoverFilter
{
    public IReadOnlyList<EvaluationStanding>? Evaluations { get; init; }
    public IReadOnlyList<SuccessionStanding>? Successions { get; init; }
    public IReadOnlyList<ContinuationStanding>? Continuations { get; init; }
    public IReadOnlyList<string>? Agencies { get; init; }
    public IReadOnlyList<string>? Plans { get; init; }

    internal Func<HandedOverPlan, bool> Test(Scope scope)
    {
        var (agencies, plans) = (AgencyNames.Find(scope, Agencies), PlanNames.Find(scope, Plans));
        return row =>
            (Evaluations is null || Evaluations.Contains(row.Evaluation.Standing))
            && (Successions is null || Successions.Contains(row.Succession.Standing))
            && (Continuations is null || Continuations.Contains(row.Continuation.Standing))
            && (agencies is null || (row.Plan.LeadAgency is { } lead && agencies.Contains(lead.Key)))
            && (plans is null || plans.Contains(row.Plan.Key));
    }
}
