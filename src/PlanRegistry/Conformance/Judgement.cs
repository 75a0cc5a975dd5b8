using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Conformance;

/// <summary>Findings that one judgement has no more, and those that it has anew.</summary>
public sealed record FindingChanges(IReadOnlyList<Finding> Gone, IReadOnlyList<Finding> Come);

/// <summary>All findings of a snapshot, immutable: what every page, certificate and API answer is read from.</summary>
public sealed class Judgement
{
    private readonly Finding[] findings;
    private readonly SharedLookup<Key<Plan>, Finding> byPlan;
    private readonly SharedLookup<Key<Plan>, Finding> forMoney;

    /// <param name="findings">What stands.</param>
    /// <param name="onlyForMoney">What would stand if a proposed plan's drafting began today: only funding asks.</param>
    public Judgement(Snapshot snapshot, IEnumerable<Finding> findings, IEnumerable<Finding> onlyForMoney)
    {
        Snapshot = snapshot;
        this.findings = [.. findings.OrderBy(f => f.Rule, StringComparer.Ordinal).ThenBy(f => f.Key, StringComparer.Ordinal)];
        byPlan = Lookup(this.findings);
        forMoney = Lookup(onlyForMoney);
    }

    private Judgement(Snapshot snapshot, Finding[] findings, SharedLookup<Key<Plan>, Finding> byPlan, SharedLookup<Key<Plan>, Finding> forMoney) =>
        (Snapshot, this.findings, this.byPlan, this.forMoney) = (snapshot, findings, byPlan, forMoney);

    public Snapshot Snapshot { get; }

    public IReadOnlyList<Finding> Findings => findings;

    public IEnumerable<Finding> Of(Key<Plan> plan) => byPlan[plan];

    public IEnumerable<Finding> ForMoney(Key<Plan> plan) => byPlan[plan].Concat(forMoney[plan]);

    /// <summary>The judgement of another snapshot, of which the differences are known; it shares the rest.</summary>
    public Judgement Next(Snapshot snapshot, FindingChanges stands, FindingChanges onlyForMoney) =>
        new(snapshot, Edited(stands), Edited(byPlan, stands), Edited(forMoney, onlyForMoney));

    /// <summary>Null for plans that are never judged.</summary>
    public Light? LightOf(PlanOnDay plan)
    {
        if (!plan.IsJudged)
        {
            return null;
        }
        var ofPlan = byPlan[plan.Key];
        return plan.Status == Approval.PlanStatus.Expired ? ofPlan.Count > 0 ? Light.Grey : Light.Green
            : ofPlan.Any(f => f is { Verdict: Verdict.Fail, Severity: Severity.Blocking }) ? Light.Red
            : ofPlan.Any(f => f is { Verdict: Verdict.Fail, Severity: not Severity.Notice } or { Verdict: Verdict.Conditional }) ? Light.Yellow
            : ofPlan.Any(f => f.Verdict == Verdict.Unknown) ? Light.Grey
            : Light.Green;
    }

    private Finding[] Edited(FindingChanges changes)
    {
        var edited = new Finding[findings.Length - changes.Gone.Count + changes.Come.Count];
        SortedRows.Edit(findings, edited,
            [.. changes.Come.OrderBy(f => f, Comparer<Finding>.Create(Order)).Select(f => (Place(f), (object?)f)), .. changes.Gone.Select(f => (Place(f), (object?)null))]);
        return edited;
    }

    private int Place(Finding finding) => SortedRows.Place(findings, f => Order(f, finding));

    private static SharedLookup<Key<Plan>, Finding> Edited(SharedLookup<Key<Plan>, Finding> lookup, FindingChanges changes) =>
        lookup.With(ByPlan(changes.Gone), ByPlan(changes.Come), Order);

    private static SharedLookup<Key<Plan>, Finding> Lookup(IEnumerable<Finding> findings) =>
        SharedLookup<Key<Plan>, Finding>.Of(ByPlan(findings).ToLookup(p => p.Plan, p => p.Finding));

    private static IEnumerable<(Key<Plan> Plan, Finding Finding)> ByPlan(IEnumerable<Finding> findings) => findings.SelectMany(f => f.Plans, (f, plan) => (plan, f));

    private static int Order(Finding one, Finding other) =>
        string.CompareOrdinal(one.Rule, other.Rule) is not 0 and var rules ? rules : string.CompareOrdinal(one.Key, other.Key);
}
