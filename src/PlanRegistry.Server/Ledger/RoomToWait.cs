using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Ledger;

/// <summary>
/// Lends the thread that somebody waits on, or works on for long: without it a hundred writers who wait for a lock, or one judgement on a
/// machine of one core, would sit on every thread there is, and readers, who wait for nothing, behind them.
/// </summary>
internal sealed class RoomToWait : IDisposable
{
    /// <summary>Each holds a thread; a writer who comes later is told at once what the others will be told.</summary>
    private const int Most = 500;

    private static readonly Lock Counting = new();
    private static readonly (int Threads, int Ports) Own = Found();
    private static int lent;
    private static int writers;

    private readonly bool isWriter;

    /// <summary>For who reads: nobody is sent away, and beyond so many nothing is lent.</summary>
    public RoomToWait()
    {
        lock (Counting)
        {
            Lend(++lent);
        }
    }

    /// <summary>For who writes.</summary>
    /// <exception cref="StorageException">So many wait that the next is told that the registry is busy.</exception>
    public RoomToWait(string home)
    {
        lock (Counting)
        {
            if (writers == Most)
            {
                throw StorageException.OfBusy(home);
            }
            (isWriter, writers) = (true, writers + 1);
            Lend(++lent);
        }
    }

    public void Dispose()
    {
        lock (Counting)
        {
            writers -= isWriter ? 1 : 0;
            Lend(--lent);
        }
    }

    private static void Lend(int threads) => ThreadPool.SetMinThreads(Own.Threads + Math.Min(threads, Most), Own.Ports);

    private static (int, int) Found()
    {
        ThreadPool.GetMinThreads(out var threads, out var ports);
        return (threads, ports);
    }
}
