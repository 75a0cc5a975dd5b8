using System.Collections.Concurrent;
using System.Diagnostics;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;
using PlanRegistry.Sweeping;

namespace PlanRegistry.Server.Sweeping;

/// <summary>How a sweep went: districts that there are, whose result held still, that were judged here, and that could not be.</summary>
public sealed record SweepOutcome(int Districts, int Held, int Judged, IReadOnlyDictionary<DistrictCode, Exception> Failed);

/// <summary>
/// 全域评判: judges every district whose last result does not hold any more, beside whoever else does. What breaks off goes on when it is
/// begun again.
/// </summary>
/// <param name="judge">Of one processor.</param>
public sealed class Sweep(Registry registry, ISweepStorage storage, Func<Snapshot, Judgement> judge, TimeProvider clock)
{
    /// <summary>So long is kept what those who watch findings are told of.</summary>
    private const int DaysToTell = 400;

    /// <param name="workers">How many districts at once.</param>
    /// <param name="progress">Called with how many were judged, and how many are left to whomever.</param>
    /// <param name="rest">Called after each district with the time that it took, by the machine's own measure.</param>
    public SweepOutcome Run(DateOnly day, int workers, Action<int, int>? progress = null, Action<TimeSpan>? rest = null,
        CancellationToken stop = default)
    {
        var heads = storage.Heads();
        var held = storage.Results(day, withCounts: false).Where(r => r.HoldsOn(day, heads, RuleBook.Version)).Select(r => r.District)
            .ToHashSet();
        storage.Forget(day.AddDays(-DaysToTell));
        storage.Enlist(day, heads.Keys.Where(d => d.Tier == PlanTier.District && !held.Contains(d)));
        var failed = new ConcurrentDictionary<DistrictCode, Exception>();
        var judged = 0;
        void Work()
        {
            while (!stop.IsCancellationRequested)
            {
                var start = Stopwatch.GetTimestamp();
                if (!Step(day, failed, () => Interlocked.Increment(ref judged)))
                {
                    return;
                }
                progress?.Invoke(judged, storage.Left(day));
                rest?.Invoke(Stopwatch.GetElapsedTime(start));
            }
        }
        var all = Enumerable.Range(0, workers).Select(_ => Task.Factory.StartNew(
            Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        Task.WhenAll(all).GetAwaiter().GetResult();
        if (judged > 0)
        {
            registry.Pulse.Beat();
        }
        return new SweepOutcome(heads.Keys.Count(d => d.Tier == PlanTier.District), held.Count, judged, failed);
    }

    /// <summary>False when none is left. What cannot be judged stays down for the next sweep; a fault of the home ends this one.</summary>
    private bool Step(DateOnly day, ConcurrentDictionary<DistrictCode, Exception> failed, Action judged)
    {
        DistrictCode? at = null;
        try
        {
            return storage.Take(day, [.. failed.Keys], (district, before) =>
            {
                at = district;
                if (registry.View(district) is not { District: not null } view)
                {
                    return null;
                }
                // Somebody else may have judged it since it was put down.
                if (before?.Covers(day, RuleBook.Version) == true && before.Vector == view.Vector)
                {
                    return null;
                }
                var result = Result(judge(new Snapshot(view, day)));
                judged();
                return result;
            });
        }
        catch (Exception e) when (e is not StorageException && at is { } district)
        {
            failed[district] = e;
            return true;
        }
    }

    private SweptResult Result(Judgement judgement)
    {
        var (view, day) = (judgement.Snapshot.View, judgement.Snapshot.AsOf.Unwatched);
        return new SweptResult(0, view.Vector, view.District!.Name, day, judgement.HoldsUntil, RuleBook.Version,
            SweptCounts.Mark(judgement), clock.GetUtcNow(), SweptCounts.Of(judgement));
    }
}
