using PlanRegistry.Ledger;

namespace PlanRegistry.Rules.Trials;

/// <summary>
/// 最小整改: the cheapest acts found that clear all BLOCKING findings of a plan. Each remedy is tried by itself to see what it clears, the
/// fewest acts that clear all are chosen, and what is left or opened by them is looked at again; then no step may be one without which it
/// would do as well, and the district as it would be is judged afresh.
/// </summary>
/// <param name="Steps">In the order in which they are found.</param>
/// <param name="Standing">The blocking findings that no act that can be foreseen clears.</param>
/// <param name="Opened">Blocking findings anywhere in the district that the acts themselves would open.</param>
/// <param name="Trials">How many states were judged.</param>
public sealed record Repair(IReadOnlyList<RepairStep> Steps, IReadOnlyList<Finding> Standing, IReadOnlyList<Finding> Opened, int Trials)
{
    /// <summary>What a step opens may need another, and so on.</summary>
    private const int MostRounds = 6;

    /// <summary>Beyond so many findings at once their remedies are chosen one by one.</summary>
    private const int MostAtOnce = 14;

    /// <summary>All of the plan's findings, of whatever severity, that stand no more.</summary>
    public IReadOnlyList<Finding> Cleared { get; init; } = [];

    /// <summary>What else comes up by the acts, of whatever severity: leads for auditors, what was covered by something graver.</summary>
    public IReadOnlyList<Finding> Arising { get; init; } = [];

    public bool IsComplete => Standing.Count == 0;

    public static Repair Of(PlanOnDay plan)
    {
        var search = new Search(plan);
        List<RepairStep> steps = [];
        IReadOnlyList<Finding> open = search.Blocking([]);
        for (var round = 0; round < MostRounds && open.Count > 0; round++)
        {
            var chosen = search.Choose(open, steps);
            if (chosen.Count == 0)
            {
                break;
            }
            steps.AddRange(chosen);
            open = search.Blocking(steps);
        }
        foreach (var step in steps.OrderByDescending(s => s.Cost).ToList())
        {
            List<RepairStep> without = [.. steps.Where(s => s != step)];
            if (search.Blocking(without).Select(f => f.Key).ToHashSet().IsSubsetOf(open.Select(f => f.Key)))
            {
                steps = without;
            }
        }
        return search.Proven(steps);
    }

    /// <summary>The states of the district in which some steps are taken.</summary>
    private sealed class Search(PlanOnDay plan)
    {
        private readonly RegistryView view = plan.Snapshot.View;
        private int trials;

        public IReadOnlyList<Finding> Blocking(IReadOnlyList<RepairStep> steps)
        {
            trials++;
            var snapshot = On(steps);
            return [.. Judge.JudgementOf(snapshot, plan.Plan.Code).Of(plan.Key).Where(IsBlocking)];
        }

        /// <summary>The fewest acts that clear as many of the open findings as can be cleared, on top of the steps.</summary>
        public IReadOnlyList<RepairStep> Choose(IReadOnlyList<Finding> open, IReadOnlyList<RepairStep> steps)
        {
            var state = On(steps).Plan(plan.Key)!;
            var keys = open.Select(f => f.Key).Take(MostAtOnce).ToList();
            var options = open.Take(MostAtOnce).SelectMany(f => f.Remedies.Select(r => RepairSteps.Of(state, f, r))).OfType<RepairStep>()
                .Select(s => (Step: s, Clears: MaskOf(keys, Blocking([.. steps, s])))).Where(o => o.Clears != 0).ToList();
            var all = options.Aggregate(0, (mask, o) => mask | o.Clears);
            var best = new Dictionary<int, IReadOnlyList<RepairStep>> { [0] = [] };
            // What a mask costs is known before any that holds it: in order of their numbers.
            for (var mask = 0; mask < all; mask++)
            {
                if (best.TryGetValue(mask, out var so))
                {
                    foreach (var (step, clears) in options.Where(o => (o.Clears & ~mask) != 0))
                    {
                        IReadOnlyList<RepairStep> with = [.. so, step];
                        if (!best.TryGetValue(mask | clears, out var known) || Cost(with) < Cost(known))
                        {
                            best[mask | clears] = with;
                        }
                    }
                }
            }
            return best[all];
        }

        /// <summary>Judged afresh, and the whole district with it.</summary>
        public Repair Proven(IReadOnlyList<RepairStep> steps)
        {
            trials += 2;
            var done = On(steps);
            var (before, after) = (Judge.JudgementOf(new Snapshot(view, done.AsOf.Unwatched)), Judge.JudgementOf(done));
            var opened = after.Findings.NotIn(before.Findings).ToLookup(f => IsBlocking(f) && !f.Plans.Contains(plan.Key));
            return new Repair(steps, [.. after.Of(plan.Key).Where(IsBlocking)], [.. opened[true]], trials)
            {
                Cleared = [.. before.Of(plan.Key).ToList().NotIn(after.Findings)], Arising = [.. opened[false]],
            };
        }

        private static bool IsBlocking(Finding f) => f is { Severity: Severity.Blocking, IsConfirmed: false };

        private static int Cost(IReadOnlyList<RepairStep> steps) => steps.Sum(s => s.Cost);

        /// <summary>Which of the findings stand no more.</summary>
        private static int MaskOf(List<string> keys, IReadOnlyList<Finding> standing) => keys.Select((key, n) =>
            standing.Any(f => f.Key == key) ? 0 : 1 << n).Sum();

        private Snapshot On(IReadOnlyList<RepairStep> steps)
        {
            var state = steps.SelectMany(s => s.Records).GroupBy(r => r.Home).Aggregate(view, (v, home) =>
                v.With(home.Key, [.. home.DistinctBy(Id)], [.. home.Select(r => v.Find(Id(r))).OfType<Record>().Distinct()]));
            // On the day on which the last of them can be done.
            return new Snapshot(state, steps.Select(s => s.DoneOn).Append(plan.AsOf.Unwatched).Max());
        }

        private static RecordId Id(Record record) => new(RecordShape.Of(record.GetType()).Table, record.Home,
            RecordShape.Of(record.GetType()).KeyOf(record));
    }
}
