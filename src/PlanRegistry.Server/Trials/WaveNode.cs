using GraphQLEngine;
using PlanRegistry.Amendments;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Server.Amendments;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Indicators;
using PlanRegistry.Server.Reviews;
using PlanRegistry.Trials;

namespace PlanRegistry.Server.Trials;

/// <summary>What the approval of a proposed amendment would do, and by which way it reaches the plans below.</summary>
public sealed class WaveNode
{
    private readonly Scope after;
    private readonly AssumedApproval assumed;
    private readonly Key<Plan> amended;
    private readonly HashSet<string> changed;

    internal WaveNode(Scope scope, Amendment amendment, AssumedApproval assumed)
    {
        (this.assumed, amended) = (assumed, amendment.Plan);
        var before = assumed.Steps.Count == 0 ? scope : scope.Tried(assumed.Before);
        after = before.Tried(assumed.After);
        Outcome = new WhatIfNode(before, after, []) { Assumed = assumed.Steps };
        changed = [.. PlanRegistry.Amendments.ChangedIndicators.Of(scope.Snapshot.Plan(amended)!, amendment)];
    }

    public WhatIfNode Outcome { get; }

    public IReadOnlyList<IndicatorNode> ChangedIndicators => Indicators(changed);

    public IReadOnlyList<WaveReachNode> Reaches => field ??= [.. Reached()];

    internal IReadOnlyList<Text> AssumedSteps => assumed.Steps;

    private IEnumerable<WaveReachNode> Reached()
    {
        var paths = WavePaths.From(after.Snapshot.Plan(amended)!);
        var opened = ByPlan(Outcome.AllOpened, f => f.Finding.Plans);
        var cleared = ByPlan(Outcome.AllCleared, f => f.Finding.Plans);
        var duties = ByPlan(Outcome.DutiesCreated, d => d.Duty.Plan is { } of ? [of] : []);
        var money = Outcome.Funding.Select(f => f.Of).ToHashSet();
        foreach (var plan in after.Plans.Where(p => p.Key != after.View.Canonical(amended)))
        {
            // What runs in the district and holds a changed indicator is reached, linked or not.
            var shared = paths.ContainsKey(plan.Key) || plan is { Exists: true, IsRunning: true }
                ? plan.Indicators.Select(i => i.Identity).Intersect(changed).ToList() : [];
            if (shared.Count > 0 || opened.Contains(plan.Key) || cleared.Contains(plan.Key) || duties.Contains(plan.Key)
                || money.Contains(plan.Key))
            {
                yield return new WaveReachNode(after.PlanOf(plan.Key),
                    [.. paths.GetValueOrDefault(plan.Key, []).Select(p => after.Plan(p)).OfType<PlanNode>()],
                    Indicators(shared), [.. opened[plan.Key]], [.. cleared[plan.Key]], [.. duties[plan.Key]]);
            }
        }
    }

    private IReadOnlyList<IndicatorNode> Indicators(IEnumerable<string> identities) =>
        [.. after.View.All<PlanRegistry.Indicators.Indicator>()
        .Select(i => (Indicator: i, Identity: after.View.Identity(i.Key))).Where(i => identities.Contains(i.Identity))
        .DistinctBy(i => i.Identity).Select(i => new IndicatorNode(i.Indicator, after))];

    private static ILookup<Key<Plan>, T> ByPlan<T>(IEnumerable<T> all, Func<T, IEnumerable<Key<Plan>>> plansOf) =>
        all.SelectMany(plansOf, (one, plan) => (plan, one)).ToLookup(p => p.plan, p => p.one);
}

public sealed record WaveReachNode(PlanNode Plan, IReadOnlyList<PlanNode> Path, IReadOnlyList<IndicatorNode> Indicators,
    IReadOnlyList<FindingNode> Opened, IReadOnlyList<FindingNode> Cleared, IReadOnlyList<DutyNode> DutiesCreated);

[Resolves("AmendmentWave")]
public static class WaveFields
{
    public static IReadOnlyList<string> AssumedSteps(WaveNode wave, Language? language, [Service] Reader reader) =>
        [.. wave.AssumedSteps.Select(s => reader.Told(s, language))];
}

[Resolves("Amendment")]
public static class AmendmentWaveFields
{
    public static WaveNode? Wave(AmendmentNode amendment) =>
        amendment.Scope.Snapshot.Plan(amendment.Row.Plan) is { } plan && AssumedApproval.Of(plan, amendment.Row) is { } assumed
            ? new WaveNode(amendment.Scope, amendment.Row, assumed)
            : null;
}
