using Microsoft.Extensions.Logging.Abstractions;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Rules;
using PlanRegistry.Rules.Trials;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Trials;

namespace RegistryBench;

/// <summary>
/// From a view to all findings, facts computed with them, as districts
/// grow; beside NRules with the same rules and all facts in one session.
/// </summary>
internal static class Judging
{
    // The middle of the second horizon: most generated plans are in force or being drafted, hence judged by every rule.
    private static readonly DateOnly Day = new(2025, 6, 30);

    private const int AtOnce = 64;
    private const int Pairs = 12;

    public static IEnumerable<Figure> Measure(string folder)
    {
        var perPlan = new Dictionary<int, double>();
        // What both share (since when each finding stands is judged too) weighs more than what they differ in, since no rule joins plans.
        foreach (var (plans, runs, timesFaster) in new[] { (300, 20, 1.0), (1_000, 20, 1.5), (3_000, 10, 1.5), (10_000, 5, 0.0) })
        {
            var view = ViewOf(Packs.Source(folder, plans));
            Judgement judgement = null!;
            var ours = Times(runs, () => judgement = Judge.JudgementOf(new Snapshot(view, Day)));
            // Of a small district a run may be over before the collector has to come; of a large one none is.
            perPlan[plans] = Figures.Median(ours) / plans;
            yield return new Figure($"full judgement of {plans} plans, fastest of {runs}",
                ours.Min(), plans == 300 ? 120 : double.PositiveInfinity, "ms",
                $"median {Figures.Median(ours):N1} ms; {judgement.Snapshot.OwnPlans.Count(p => p.IsJudged)} "
                    + $"judged on {Day:yyyy-MM-dd}, {judgement.Findings.Count} findings");
            if (timesFaster > 0)
            {
                yield return BesideOneSession(view, timesFaster);
            }
            if (plans == 300)
            {
                yield return Checklists(view);
                yield return Trial(view, judgement);
                yield return Rehearsal(view);
                yield return Repairs(view, judgement);
            }
        }
        yield return Herd(Packs.Source(folder, 300));
        yield return new Figure("full judgement per plan, medians, 10000 plans against 300", perPlan[10_000] / perPlan[300], 1.5, "times");
    }

    /// <summary>审批要件 of each plan, on a day on which nothing has been worked out yet.</summary>
    private static Figure Checklists(RegistryView view)
    {
        var times = new Snapshot(view, Day).OwnPlans.Select(p => Figures.Time(() => _ = Submission.Of(p).IsComplete)).ToList();
        return new Figure($"a submission's checklist, slowest of {times.Count} plans", times.Max(), 20, "ms",
            $"median {Figures.Median(times) * 1000:N0} µs");
    }

    /// <summary>One amended indicator of a development plan, which is above all others, beginning with what is judged as it is.</summary>
    private static Figure Trial(RegistryView view, Judgement asItIs)
    {
        var target = view.DevelopmentPlans.Where(p => p.Home == view.Code).SelectMany(p => view.TargetsOf[p.Key])
            .First(t => t.TargetValue is not null);
        var times = Times(10, () =>
        {
            var tried = view.With(view.Code, [target with { TargetValue = target.TargetValue * 1.1m }], [target]);
            var judged = Judge.JudgementOf(new Snapshot(tried, Day), asItIs, Environment.ProcessorCount);
            _ = (judged.Findings.NotIn(asItIs.Findings), FundingShift.Between(asItIs, judged, _ => true));
        });
        return new Figure("whatIf with one amended indicator, 300 plans, fastest of 10", times.Min(), 300, "ms",
            $"median {Figures.Median(times):N1} ms, its base judged before");
    }

    /// <summary>A rule tried as not in force, as of the last day of ten years, each judged with it and without.</summary>
    private static Figure Rehearsal(RegistryView view) => new("a rule rehearsed over ten past years, 300 plans", Figures.Time(() =>
    {
        foreach (var day in Enumerable.Range(Day.Year - 10, 10).Select(y => new DateOnly(y, 12, 31)))
        {
            var tried = view.WithRules([new RuleTrial("CAT-001", InForce: false, new DateOnly(2000, 1, 1))]);
            _ = Judge.JudgementOf(new Snapshot(tried, day)).Findings.NotIn(Judge.JudgementOf(new Snapshot(view, day)).Findings);
        }
    }), 5_000, "ms", "20 judgements");

    private static Figure Repairs(RegistryView view, Judgement judgement)
    {
        var snapshot = new Snapshot(view, Day);
        var plans = judgement.Findings.Where(f => f is { Severity: Severity.Blocking, Plan: not null }).GroupBy(f => f.Plan!.Value)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Code, StringComparer.Ordinal).Take(20).ToList();
        var trials = 0;
        var times = plans.Select(p => Figures.Time(() => trials = Math.Max(trials, Repair.Of(snapshot.Plan(p.Key)!).Trials))).ToList();
        return new Figure($"the smallest repair, slowest of {plans.Count} plans with up to {plans[0].Count()} blocking findings",
            times.Max(), 3_000, "ms", $"median {Figures.Median(times):N0} ms; up to {trials} states judged");
    }

    /// <summary>The rules alone, on facts that are computed already: the same in both.</summary>
    private static Figure BesideOneSession(RegistryView view, double timesFaster)
    {
        var snapshot = new Snapshot(view, Day);
        var parts = Facts.Parts(view).Select(p => Judge.Facts.Of(snapshot, p)).ToList();
        // In turn and equally often: neither has more chances than the other, nor a quieter machine.
        var times = Enumerable.Range(0, Pairs + 3).Select(_ => (
            Ours: Figures.Time(
                () => Judge.JudgementOf(snapshot, parts[0], parts.Skip(1).Chunk(Judge.PlansInASession),
                    Judge.Rules, Environment.ProcessorCount)),
            Single: Figures.Time(() => Judge.JudgementOf(snapshot, parts[0], [parts.Skip(1)], Judge.Rules, Environment.ProcessorCount))))
            .Skip(3).ToList();
        var (ours, single) = (times.Min(t => t.Ours), times.Min(t => t.Single));
        return new Figure("    its rules beside NRules with all facts in one session", ours / single, 1 / timesFaster, "times",
            $"{ours:N0} ms and {single:N0} ms; "
                + $"by medians {Figures.Median(times.Select(t => t.Ours)) / Figures.Median(times.Select(t => t.Single)):F2}");
    }

    /// <summary>In a process that has judged nothing yet.</summary>
    public static IEnumerable<Figure> First(string folder)
    {
        var view = ViewOf(Packs.Source(folder, 300));
        yield return new Figure("first judgement of a fresh process, 300 plans",
            Figures.Time(() => Judge.JudgementOf(new Snapshot(view, Day))), 1500, "ms");
    }

    /// <summary>
    /// After a write, or at midnight, many ask at once for what nobody has judged:
    /// one judges, the others wait for it and must not keep it from a thread.
    /// </summary>
    private static Figure Herd(string file)
    {
        using var registry = Registry.Open(file, TimeProvider.System);
        var judgements = new Judgements(registry, TimeProvider.System, NullLogger<Judgements>.Instance);
        var view = registry.View(Packs.Code)!;
        var day = Day;
        void Ask() => judgements.Of(judgements.Snapshot(view, day));
        double Timed(Action action)
        {
            day = day.AddDays(1);
            return Figures.Time(action);
        }
        var alone = Enumerable.Range(0, 9).Select(_ => Timed(Ask)).ToList();
        var herd = Enumerable.Range(0, 9)
            .Select(_ => Timed(() => Task.WaitAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(Ask))))).ToList();
        return new Figure($"{AtOnce} that ask at once for a day not judged, beside one, medians",
            Figures.Median(herd) / Figures.Median(alone), 5, "times", $"slowest {herd.Max():N0} ms");
    }

    private static RegistryView ViewOf(string file)
    {
        using var registry = Registry.Open(file, TimeProvider.System);
        return registry.View(Packs.Code)!;
    }

    private static List<double> Times(int runs, Action action)
    {
        for (var n = 0; n < 3; n++)
        {
            action();
        }
        return [.. Enumerable.Range(0, runs).Select(_ => Figures.Time(action))];
    }
}
