using System.Collections.Concurrent;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Settlement;

namespace PlanRegistry.Conformance;

/// <summary>All findings of a snapshot, immutable: what every page, certificate and API answer is read from.</summary>
public sealed class Judgement
{
    private readonly Finding[] findings;
    private readonly ILookup<Key<Plan>, Finding> byPlan;
    private readonly ILookup<Key<Plan>, Finding> forMoney;
    private readonly IReadOnlySet<string> common;
    private readonly ConcurrentDictionary<Key<Plan>, Light?> lights = [];
    private readonly Lazy<DateOnly?> holdsUntil;

    /// <param name="moneyRules">The rules that money asks about.</param>
    /// <param name="findings">What stands, as the rules say it: that something is put off (暂缓整改) is told here, when all is judged.</param>
    /// <param name="onlyForMoney">What would stand if a proposed plan's drafting began today: only funding asks.</param>
    /// <param name="failures">Rules that threw.</param>
    /// <param name="common">The keys of what is said of lists and of the district as a whole.</param>
    /// <param name="othersHoldUntil">Until when the findings hold that another judgement came to.</param>
    public Judgement(
        Snapshot snapshot, MoneyRules moneyRules, IEnumerable<Finding> findings, IEnumerable<Finding> onlyForMoney,
        IReadOnlyList<RuleFailure> failures, IReadOnlySet<string> common, DateOnly? othersHoldUntil = null)
    {
        (Snapshot, MoneyRules, Failures, this.common) = (snapshot, moneyRules, failures, common);
        this.findings = [.. InOrder(findings.Select(f => Waivers.Applied(snapshot, f)))];
        byPlan = Lookup(this.findings);
        forMoney = Lookup(InOrder(onlyForMoney));
        holdsUntil = new(() =>
        {
            _ = Lights;
            return new[] { snapshot.HoldsUntil, othersHoldUntil }.Min();
        });
    }

    public Snapshot Snapshot { get; }

    /// <summary>
    /// The first day on which it may say something else of the same records: which findings stand and of what kind, what is put off, the
    /// lights. Null where no day changes it. Each day may change how a finding's due day stands to the day judged (<see cref="Urgency"/>),
    /// and since when something would stand in the way of money for a plan that is only proposed: of these it says nothing.
    /// </summary>
    public DateOnly? HoldsUntil => holdsUntil.Value;

    public MoneyRules MoneyRules { get; }

    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>For the log.</summary>
    public IReadOnlyList<RuleFailure> Failures { get; }

    /// <summary>Of the district's own plans that have one.</summary>
    public IReadOnlyList<Light> Lights => field ??= [.. Snapshot.OwnPlans.Select(LightOf).OfType<Light>()];

    /// <summary>What it does not speak of.</summary>
    public Coverage Coverage => field ??= new Coverage(this);

    /// <summary>
    /// Works out what every summary asks, and lets go of what was worked out of each plan to get there: that is most of what a judgement
    /// takes, and a page asks for some tens of plans.
    /// </summary>
    public void Conclude()
    {
        _ = (HoldsUntil, Coverage);
        Snapshot.Forget();
    }

    /// <summary>What it says of each plan but these by itself: of that, and of nothing else, they are no part.</summary>
    public (IEnumerable<Finding> Findings, IEnumerable<Finding> OnlyForMoney, DateOnly? HoldUntil) OfOthers(
        IReadOnlySet<Key<Plan>> plans)
    {
        return (findings.Where(IsOfOthers).Select(f => f.AsJudged()), forMoney.SelectMany(f => f).Distinct().Where(IsOfOthers), HoldsUntil);

        bool IsOfOthers(Finding f) => !common.Contains(f.Key) && !f.Plans.Any(plans.Contains);
    }

    /// <summary>The same with what another says of plans that it leaves out.</summary>
    public Judgement With((IEnumerable<Finding> Findings, IEnumerable<Finding> OnlyForMoney, DateOnly? HoldUntil) ofOthers) => new(
        Snapshot, MoneyRules, findings.Select(f => f.AsJudged()).Concat(ofOthers.Findings),
        forMoney.SelectMany(f => f).Distinct().Concat(ofOthers.OnlyForMoney), Failures, common, ofOthers.HoldUntil);

    public IEnumerable<Finding> Of(Key<Plan> plan) => byPlan[plan];

    public IEnumerable<Finding> ForMoney(Key<Plan> plan) => byPlan[plan].Concat(forMoney[plan]);

    /// <summary>
    /// Null for plans that are never judged, and for one that has ended and leaves nothing open: no end makes a plan GREEN. Absence is no
    /// compliance: a plan of which no act is recorded is never GREEN, nor one past its horizon that missed something.
    /// </summary>
    public Light? LightOf(PlanOnDay plan) => lights.GetOrAdd(plan.Key, _ => Shown(plan));

    private Light? Shown(PlanOnDay plan)
    {
        if (!plan.HasStanding)
        {
            return plan is { IsOwn: true, Tier: PlanTier.District } ? Light.Grey : null;
        }
        var ofPlan = byPlan[plan.Key].Where(f => !f.IsConfirmed);
        if (!plan.IsJudged && !(plan.HasEnded && ofPlan.Any(f => f.Severity != Severity.Notice)))
        {
            return null;
        }
        return ofPlan.Any(f => f is { Verdict: Verdict.Fail, Severity: Severity.Blocking }) ? Light.Red
            : ofPlan.Any(f => f is { Verdict: Verdict.Fail, Severity: not Severity.Notice } or { Verdict: Verdict.Conditional })
                ? Light.Yellow
            : ofPlan.Any(f => f.Verdict == Verdict.Unknown) || plan.IsUntold
                || (plan.Status == Approval.PlanStatus.Expired && (ofPlan.Any() || plan.IsOpenToTheEnd))
                ? Light.Grey
            : Light.Green;
    }

    private static IEnumerable<Finding> InOrder(IEnumerable<Finding> findings) =>
        findings.OrderBy(f => f.Rule, StringComparer.Ordinal).ThenBy(f => f.Key, StringComparer.Ordinal);

    private static ILookup<Key<Plan>, Finding> Lookup(IEnumerable<Finding> findings) =>
        findings.SelectMany(f => f.Plans, (f, plan) => (Plan: plan, Finding: f)).ToLookup(p => p.Plan, p => p.Finding);
}
