using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Conformance;

/// <summary>All findings of a snapshot, immutable: what every page, certificate and API answer is read from.</summary>
public sealed class Judgement
{
    private readonly ILookup<Key<Plan>, Finding> byPlan;
    private readonly ILookup<Key<Plan>, Finding> forMoney;

    /// <param name="findings">What stands.</param>
    /// <param name="onlyForMoney">What would stand if a proposed plan's drafting began today: only funding asks.</param>
    public Judgement(Snapshot snapshot, IEnumerable<Finding> findings, IEnumerable<Finding> onlyForMoney)
    {
        Snapshot = snapshot;
        Findings = [.. findings.OrderBy(f => f.Rule, StringComparer.Ordinal).ThenBy(f => f.Key, StringComparer.Ordinal)];
        byPlan = Findings.SelectMany(f => f.Plans, (f, plan) => (f, plan)).ToLookup(p => p.plan, p => p.f);
        forMoney = onlyForMoney.SelectMany(f => f.Plans, (f, plan) => (f, plan)).ToLookup(p => p.plan, p => p.f);
    }

    public Snapshot Snapshot { get; }

    public IReadOnlyList<Finding> Findings { get; }

    public IEnumerable<Finding> Of(Key<Plan> plan) => byPlan[plan];

    public IEnumerable<Finding> ForMoney(Key<Plan> plan) => byPlan[plan].Concat(forMoney[plan]);

    /// <summary>Null for plans that are never judged.</summary>
    public Light? LightOf(PlanOnDay plan)
    {
        if (!plan.IsJudged)
        {
            return null;
        }
        var findings = byPlan[plan.Key].ToList();
        return plan.Status == Approval.PlanStatus.Expired ? findings.Count > 0 ? Light.Grey : Light.Green
            : findings.Any(f => f is { Verdict: Verdict.Fail, Severity: Severity.Blocking }) ? Light.Red
            : findings.Any(f => f is { Verdict: Verdict.Fail, Severity: not Severity.Notice } or { Verdict: Verdict.Conditional }) ? Light.Yellow
            : findings.Any(f => f.Verdict == Verdict.Unknown) ? Light.Grey
            : Light.Green;
    }
}
