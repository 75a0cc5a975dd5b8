using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Access;

/// <summary>
/// Looks every second whether somebody was taken something from, in whichever process, so that sockets end with their accounts.
/// </summary>
internal sealed class AccessWatch(Callers callers, ILogger<AccessWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // By the machine's own time: how often to look has nothing to do with which day it is.
        using var timer = new PeriodicTimer(Often);
        var isTold = false;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                callers.Refresh();
                isTold = false;
            }
            catch (StorageException e)
            {
                if (!isTold)
                {
                    logger.LogWarning("{Sentence}", e.Message);
                }
                isTold = true;
            }
        }
    }
}
