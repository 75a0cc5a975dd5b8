using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Rules;
using PlanRegistry.Server.Ledger;

namespace RegistryBench;

/// <summary>From a view to all findings, facts computed with them, as districts grow; beside NRules with the same rules and all facts in one session.</summary>
internal static class Judging
{
    // The middle of the second horizon: most generated plans are in force or being drafted, hence judged by every rule.
    private static readonly DateOnly Day = new(2025, 6, 30);

    public static IEnumerable<Figure> Measure(string folder)
    {
        var perPlan = new Dictionary<int, double>();
        foreach (var (plans, runs, timesFaster) in new[] { (300, 20, 1.0), (1_000, 20, 1.5), (3_000, 5, 5.0), (10_000, 5, 0.0) })
        {
            var view = ViewOf(Packs.Source(folder, plans));
            Judgement judgement = null!;
            Judge.Assess(new Snapshot(view, Day));
            var ours = Fastest(runs, () => judgement = Judge.Assess(new Snapshot(view, Day)));
            perPlan[plans] = ours / plans;
            yield return new Figure($"full judgement of {plans} plans, fastest of {runs}", ours, plans == 300 ? 120 : double.PositiveInfinity, "ms",
                $"{judgement.Snapshot.OwnPlans.Count(p => p.IsJudged)} judged on {Day:yyyy-MM-dd}, {judgement.Findings.Count} findings");
            if (timesFaster > 0)
            {
                var single = Fastest(plans > 1_000 ? 2 : 5, () => InOneSession(view));
                yield return new Figure($"    as a part of NRules' with all facts in one session", ours / single, 1 / timesFaster, "", $"{single:N0} ms");
            }
        }
        yield return new Figure("full judgement per plan, 10000 plans against 300", perPlan[10_000] / perPlan[300], 1.5, "times");
    }

    /// <summary>In a process that has judged nothing yet.</summary>
    public static IEnumerable<Figure> First(string folder)
    {
        var view = ViewOf(Packs.Source(folder, 300));
        yield return new Figure("first judgement of a fresh process, 300 plans", Figures.Time(() => Judge.Assess(new Snapshot(view, Day))), 1500, "ms");
    }

    private static RegistryView ViewOf(string file)
    {
        using var registry = Registry.Open(file, TimeProvider.System);
        return registry.View(Packs.Code)!;
    }

    private static double Fastest(int runs, Action action) => Enumerable.Range(0, runs).Min(_ => Figures.Time(action));

    private static void InOneSession(RegistryView view)
    {
        var snapshot = new Snapshot(view, Day);
        var parts = Facts.Parts(view).Select(p => Facts.Of(snapshot, p)).ToList();
        new Hearing(snapshot, Judge.Rules, parts[0]).Of([.. parts.Skip(1)]);
    }
}
