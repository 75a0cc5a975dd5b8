using PlanRegistry.Ledger;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Conformance;

/// <summary>
/// Judges the ends of the last twelve months of each district whose findings of today somebody has read, once nobody asks for a while:
/// whoever opens the year then finds it at hand. It is the same judgement that would be made when asked, by one processor.
/// </summary>
internal sealed class PastMonths(Judgements judgements, ILogger<PastMonths> logger) : BackgroundService
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(3);

    /// <summary>The last days of the months that are over by the last day of a span, from that before its first month on.</summary>
    public static IEnumerable<DateOnly> EndsWithin(DateOnly from, DateOnly to)
    {
        for (var end = new DateOnly(from.Year, from.Month, 1).AddDays(-1); end < to; end = end.AddDays(1).AddMonths(1).AddDays(-1))
        {
            yield return end;
        }
    }

    /// <summary>Judges one that is not at hand; false when all are.</summary>
    public bool JudgeOne()
    {
        var today = judgements.Today;
        foreach (var vector in judgements.JudgedOn(today))
        {
            if (EndsWithin(today.AddMonths(-11), today).Where(day => !judgements.IsJudged(vector, day)).ToList() is [.., var latest]
                && judgements.Registry.View(vector.District) is { } view && view.Vector == vector)
            {
                judgements.Of(judgements.Snapshot(view, latest), processors: 1);
                return true;
            }
        }
        return false;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // By the machine's own time: a test that lets a year pass in a moment has not been quiet for it.
        using var timer = new PeriodicTimer(Quiet);
        var kept = judgements.Registry.Kept;
        for (var uses = kept.Uses; await timer.WaitForNextTickAsync(stoppingToken); uses = kept.Uses)
        {
            try
            {
                while (uses == kept.Uses && !stoppingToken.IsCancellationRequested && JudgeOne())
                {
                    uses = kept.Uses;
                }
            }
            catch (StorageException e)
            {
                logger.LogWarning("{Sentence}", e.Message);
            }
            catch (Exception e)
            {
                // Whoever asks gets the same answer, or is told; the server does not stop for what nobody asked.
                logger.LogError(e, "The last months cannot be judged ahead");
                return;
            }
        }
    }
}
