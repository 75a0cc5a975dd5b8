using System.Collections.Concurrent;
using PlanRegistry.Ledger;

namespace PlanRegistry.Rules;

/// <summary>
/// What stood in a plan's way on an earlier day, by the rules that stop an approval, judged with what is known now. It depends on the view
/// and that day alone, so it is kept as long as the view is.
/// </summary>
internal static class Earlier
{
    private static readonly Lazy<CompiledRules> Rules =
        new(() => new CompiledRules(RuleBook.StopAnApproval.SelectMany(c => c.Classes)));

    // No rule asks of its own past here, so that asking ends.
    private static readonly Lazy<Facts> Facts = new(() => new Facts(RuleBook.Money.Money, (_, _) => []).For(Rules.Value.Matched));

    public static IReadOnlyList<Finding> Blocking(PlanOnDay plan, DateOnly day) =>
        plan.Snapshot.View.Kept(_ => new Past()).Findings.GetOrAdd((plan.Key, day), _ => Judge(plan, day));

    private static IReadOnlyList<Finding> Judge(PlanOnDay plan, DateOnly day)
    {
        var snapshot = new Snapshot(plan.Snapshot.View, day) { JudgesSecrets = true };
        var said = new Hearing(snapshot, Rules.Value, Facts.Value.Of(snapshot, new FactPart(typeof(District), "")))
            .Of([Facts.Value.Of(snapshot, new FactPart(typeof(Plan), plan.Plan.Code))]);
        return [.. said.Findings.Where(f => f is { Verdict: Verdict.Fail, Severity: Severity.Blocking })
            .OrderBy(f => f.Key, StringComparer.Ordinal)];
    }

    private sealed class Past
    {
        public ConcurrentDictionary<(Key<Plan>, DateOnly), IReadOnlyList<Finding>> Findings { get; } = [];
    }
}
