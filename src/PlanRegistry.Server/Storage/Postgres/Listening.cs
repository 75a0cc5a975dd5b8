using Dapper;
using Npgsql;

namespace PlanRegistry.Server.Storage.Postgres;

/// <summary>
/// Hears from all nodes that a ledger has grown, over a connection of its own. While it hears nothing because nobody can be heard, there is
/// no news to rely on.
/// </summary>
internal sealed class Listening(Database database) : IDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);
    private const int StillThere = 1000;

    private readonly CancellationTokenSource end = new();
    private readonly Lock starting = new();
    private Thread? thread;
    private long heard;
    private volatile bool isHearing;

    /// <summary>Raised by each piece of news; null while there can be news that is not heard.</summary>
    public long? Heard
    {
        get
        {
            Start();
            return isHearing ? Interlocked.Read(ref heard) : null;
        }
    }

    /// <summary>Something new, from this node itself.</summary>
    public void Hear() => Interlocked.Increment(ref heard);

    public void Dispose()
    {
        end.Cancel();
        thread?.Join(TimeSpan.FromSeconds(5));
        end.Dispose();
    }

    private void Start()
    {
        if (thread is not null)
        {
            return;
        }
        lock (starting)
        {
            if (thread is null)
            {
                thread = new Thread(Listen) { IsBackground = true, Name = "listens for other nodes" };
                thread.Start();
            }
        }
    }

    private void Listen()
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                using var connection = database.Open();
                connection.Notification += (_, _) => Hear();
                connection.Execute($"listen {Turns.Channel}");
                // What came before is not told: everything read until now is of no use.
                Hear();
                isHearing = true;
                while (!end.IsCancellationRequested)
                {
                    if (!connection.Wait(StillThere))
                    {
                        // Nothing for a while: whether it is still there.
                        connection.Execute("select 1");
                    }
                }
            }
            catch (Exception e) when (e is NpgsqlException or StorageException or ObjectDisposedException or InvalidOperationException)
            {
                isHearing = false;
                end.Token.WaitHandle.WaitOne(Again);
            }
        }
        isHearing = false;
    }
}
