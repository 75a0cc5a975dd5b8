using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Sweeping;

/// <summary>
/// Keeps the results of all districts up with what is written and with the day, behind everything else: after each district it rests as
/// long as that took, so that pages have the processor meanwhile.
/// </summary>
internal sealed class Sweeper(Registry registry, ISweepStorage storage, Judgements judgements, SweepSettings settings, TimeProvider clock,
    ILogger<Sweeper> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Processors == 0)
        {
            return;
        }
        var sweep = new Sweep(registry, storage, snapshot => judgements.Of(snapshot, processors: 1), clock);
        var done = (Day: default(DateOnly), Entries: 0L);
        while (true)
        {
            var news = registry.Pulse.Next;
            try
            {
                var now = (Day: judgements.Today, Entries: storage.Heads().Values.Sum(seq => (long)seq));
                if (now != done)
                {
                    done = now;
                    await Task.Run(() => Run(sweep, now.Day, stoppingToken), stoppingToken);
                }
            }
            catch (StorageException)
            {
                // Readiness says why; it goes on when the home is back.
                done = default;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Whoever asks for a page has nothing to do with it; with what is written next it is begun again.
                logger.LogError(e, "A sweep broke off");
            }
            await news.WaitAsync(stoppingToken);
        }
    }

    private void Run(Sweep sweep, DateOnly day, CancellationToken stop)
    {
        var outcome = sweep.Run(day, settings.Processors, rest: took => stop.WaitHandle.WaitOne(took), stop: stop);
        foreach (var (district, why) in outcome.Failed)
        {
            logger.LogError(why, "{District} could not be judged on {Day}", district, day);
        }
    }
}
