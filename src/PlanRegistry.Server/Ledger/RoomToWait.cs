using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Ledger;

/// <summary>
/// Lends a writer the thread that it may wait on: without it a hundred writers who wait for a lock
/// would sit on every thread there is, and readers, who wait for nothing, behind them.
/// </summary>
internal sealed class RoomToWait : IDisposable
{
    /// <summary>Each holds a thread; who comes later is told at once what the others will be told.</summary>
    private const int Most = 500;

    private static readonly Lock Counting = new();
    private static readonly (int Threads, int Ports) Own = Found();
    private static int waiting;

    public RoomToWait(string home)
    {
        lock (Counting)
        {
            if (waiting == Most)
            {
                throw StorageException.OfBusy(home);
            }
            Lend(++waiting);
        }
    }

    public void Dispose()
    {
        lock (Counting)
        {
            Lend(--waiting);
        }
    }

    private static void Lend(int threads) => ThreadPool.SetMinThreads(Own.Threads + threads, Own.Ports);

    private static (int, int) Found()
    {
        ThreadPool.GetMinThreads(out var threads, out var ports);
        return (threads, ports);
    }
}
