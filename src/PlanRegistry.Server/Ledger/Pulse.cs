using PlanRegistry.Records;

namespace PlanRegistry.Server.Ledger;

/// <summary>
/// Wakes those who wait for news: after a write in this process, at 00:00 in Asia/Shanghai, and every two
/// seconds while somebody waits, since other processes write to the same file. It says only that there
/// may be news; who wakes looks from where it stands, so a signal that comes twice or late does no harm.
/// </summary>
public sealed class Pulse : IDisposable
{
    private static readonly TimeSpan Slowest = TimeSpan.FromSeconds(2);
    private readonly TimeProvider clock;
    private readonly ITimer timer;
    private readonly Lock turn = new();
    private TaskCompletionSource? next;

    public Pulse(TimeProvider clock)
    {
        this.clock = clock;
        timer = clock.CreateTimer(_ => Beat(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Ends with the next beat. Take it before looking, so that what is written while one looks wakes one again.</summary>
    public Task Next
    {
        get
        {
            lock (turn)
            {
                if (next is null)
                {
                    next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    timer.Change(Soonest(Slowest, UntilMidnight()), Timeout.InfiniteTimeSpan);
                }
                return next.Task;
            }
        }
    }

    public void Beat()
    {
        TaskCompletionSource? waiting;
        lock (turn)
        {
            (waiting, next) = (next, null);
        }
        waiting?.TrySetResult();
    }

    public void Dispose() => timer.Dispose();

    private TimeSpan UntilMidnight() => TimeSpan.FromDays(1) - Calendar.InShanghai(clock.GetUtcNow()).TimeOfDay;

    private static TimeSpan Soonest(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
