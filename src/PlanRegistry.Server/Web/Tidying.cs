using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Server.Web;

/// <summary>
/// Gives back to the machine what the process has freed, when nobody has asked for a while: by itself the collector keeps room for as many
/// objects as there were in the busiest moment.
/// </summary>
internal sealed class Tidying(Kept kept) : BackgroundService
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // By the machine's own time: a test that lets a year pass in a moment has not been quiet for it.
        using var timer = new PeriodicTimer(Quiet);
        var (uses, collections) = (kept.Uses, 0);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (uses == kept.Uses && collections != GC.CollectionCount(0))
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                collections = GC.CollectionCount(0);
            }
            uses = kept.Uses;
        }
    }
}
