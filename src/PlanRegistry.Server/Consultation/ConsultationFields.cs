using GraphQLEngine;
using PlanRegistry.Catalogue;
using PlanRegistry.Consultation;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Consultation;

[Resolves("Plan")]
public static class PlanConsultationFields
{
    public static IReadOnlyList<ConsultationRoundNode> Consultations(PlanNode plan) =>
        [.. RoundOnDay.Of(plan.Scope.View, plan.OnDay.Key, plan.OnDay.AsOf).Select(r => new ConsultationRoundNode(r.Round, plan.Scope))];

    public static IReadOnlyList<DisputeNode> Disputes(PlanNode plan) =>
        [.. DisputeOnDay.Of(plan.Scope.View, plan.OnDay.Key, plan.OnDay.AsOf).Select(d => new DisputeNode(d.Dispute, plan.Scope))];

    /// <summary>Null where nothing was asked, or the plan is not theirs.</summary>
    public static AdoptionTableNode? AdoptionTable(PlanNode plan) =>
        plan.Scope.IsTheirs(plan.OnDay.Key) && PlanRegistry.Consultation.AdoptionTable.Of(plan.OnDay) is { IsEmpty: false } table
            ? new(table, plan.Scope) : null;
}

[Resolves("ConsultationRound")]
public static class ConsultationRoundFields
{
    public static IReadOnlyList<OpinionNode> OwnOpinions(ConsultationRoundNode round) =>
        round.Scope.Caller.OwnAgency(round.Scope.View) is not { } own ? []
            : [.. round.OnDay.Opinions.Where(o => o.Opinion.Agency == own).Select(o => new OpinionNode(o.Opinion, round.Scope))];

    public static Connection<OpinionNode> Opinions(ConsultationRoundNode round, int? first, string? after)
    {
        var page = new PageArguments(first, after);
        return Connections.Page(round.OnDay.Opinions, o => $"{o.Opinion.On.First:yyyy-MM-dd} {o.Opinion.Code}",
            o => new OpinionNode(o.Opinion, round.Scope), page, $"opinions {round.Code}", round.Scope);
    }
}

[Resolves("District")]
public static class DistrictConsultationFields
{
    /// <summary>Of the caller's own plans, and those that ask it.</summary>
    public static Connection<ConsultationRoundNode> Consultations(
        DistrictNode district, ConsultationFilter? filter, int? first, string? after)
    {
        var page = new PageArguments(first, after);
        var scope = district.Scope.At(page);
        var fits = filter?.Test(scope) ?? (_ => true);
        return Connections.LatestFirst(scope.View.Of<ConsultationRound>().Where(r => r.OpenedOn.Last <= scope.Snapshot.AsOf)
            .Select(r => new RoundOnDay(scope.View, r, scope.Snapshot.AsOf)).Where(fits),
            r => r.Round.OpenedOn, r => r.Round.Code, r => new ConsultationRoundNode(r.Round, scope), page, "consultations", scope);
    }
}

/// <summary>Which rounds: a round must fit every part that is given.</summary>
public sealed record ConsultationFilter
{
    public string? Plan { get; init; }
    public IReadOnlyList<Audience>? Audiences { get; init; }
    public IReadOnlyList<RoundState>? States { get; init; }

    /// <summary>That an agency is asked in and has not replied to.</summary>
    public string? ToAnswerBy { get; init; }

    public Func<RoundOnDay, bool> Test(Scope scope)
    {
        var plans = PlanNames.Find(scope, Plan is null ? null : [Plan]);
        var agencies = AgencyNames.Find(scope, ToAnswerBy is null ? null : [ToAnswerBy]);
        return round =>
            (plans is null || plans.Contains(scope.View.Canonical(round.Round.Plan)))
            && (Audiences is null || Audiences.Contains(round.Round.Audience))
            && (States is null || States.Contains(round.State))
            && (agencies is null || (round.State != RoundState.Closed && round.Silent
                .Any(a => agencies.Contains(a) || (scope.View.AgencyOn(a, round.AsOf) is { } now && agencies.Contains(now.Key)))));
    }
}
