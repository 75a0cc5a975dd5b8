using GraphQLEngine;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Funding;

/// <summary>One of up to 200 questions at once.</summary>
public sealed record FundingRequestInput
{
    public required string Plan { get; init; }
    public PartialDate? On { get; init; }
    public FundingPurpose? Purpose { get; init; }
    public FundingMoney? Money { get; init; }
    public decimal? Amount { get; init; }
    public string? Project { get; init; }
}

public sealed record FundingCheckNode(string Request, PlanNode? Plan,
    IReadOnlyList<PlanNode> Candidates, FundingEligibilityNode? Eligibility);

public static class FundingChecks
{
    private const int MostCandidates = 5;

    public static IReadOnlyList<FundingCheckNode> Answer(Scope scope, IReadOnlyList<FundingRequestInput> requests) =>
        [.. requests.Select(r => Answer(scope, r))];

    /// <summary>The scope of another day, as known at the same moment.</summary>
    public static Scope ScopeOn(Scope scope, DateOnly? on) =>
        on is not { } day || day == scope.Snapshot.AsOf
            ? scope
            : new Scope(scope.Judgements.Snapshot(scope.View, day), day, scope.GivenKnownAt, scope.Judgements);

    private static FundingCheckNode Answer(Scope asked, FundingRequestInput request)
    {
        var scope = ScopeOn(asked, request.On?.First);
        var found = Find(scope, request.Plan);
        if (found.Count != 1)
        {
            return new FundingCheckNode(request.Plan, null, [.. found.Take(MostCandidates).Select(p => new PlanNode(p, scope))], null);
        }
        var question = new FundingQuestion(request.Purpose ?? FundingPurpose.Implementation, request.Money, request.Project);
        return new FundingCheckNode(request.Plan, new PlanNode(found[0], scope), [],
            new FundingEligibilityNode(FundingReview.Of(scope.Judgement, found[0], question), scope));
    }

    /// <summary>By code; else by the whole title; else titles that contain what is asked, as candidates.</summary>
    private static List<PlanOnDay> Find(Scope scope, string asked)
    {
        if (scope.Snapshot.Plan(new Key<Plan>(scope.View.Code, asked)) is { } plan)
        {
            return [plan];
        }
        var title = TitleKey.Of(asked);
        var exact = scope.Snapshot.OwnPlans.Where(p => p.Plan.IsCalled(asked)).ToList();
        return exact.Count > 0 || title.Length == 0
            ? exact
            : [.. scope.Snapshot.OwnPlans.Where(p => TitleKey.Of(p.Title).Contains(title, StringComparison.Ordinal))];
    }
}
