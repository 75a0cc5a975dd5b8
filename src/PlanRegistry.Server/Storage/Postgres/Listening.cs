using System.Collections.Concurrent;
using System.Security.Cryptography;
using Dapper;
using Npgsql;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Storage.Postgres;

/// <summary>
/// Hears from all nodes which ledgers have grown, over a connection of its own. Whether it can be heard is tried by speaking to itself:
/// behind a pooler nobody would. While it hears nothing, nothing that was read before is relied on.
/// </summary>
internal sealed class Listening(Database database) : IDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StillThere = TimeSpan.FromSeconds(1);

    /// <summary>Others' news may come before the answer.</summary>
    private const int MostBeforeAnswer = 10;

    /// <summary>A district's code is never this.</summary>
    private readonly string probe = $"probe {RandomNumberGenerator.GetHexString(32)}";
    private readonly CancellationTokenSource end = new();
    private readonly ConcurrentDictionary<string, long> last = new(StringComparer.Ordinal);
    private readonly Lock starting = new();
    private Thread? thread;
    private long count;
    private long begun;
    private volatile bool isHearing;

    /// <summary>Called with each piece of news from elsewhere.</summary>
    public Action? Told { get; set; }

    /// <summary>How many pieces of news there have been; what is read from here on is as new as that.</summary>
    public long Now => Interlocked.Read(ref count);

    /// <summary>Whether nothing can have been written to any of the ledgers since; false while nothing is heard.</summary>
    public bool IsQuiet(IEnumerable<DistrictCode> ledgers, long since)
    {
        Start();
        return isHearing && Interlocked.Read(ref begun) <= since && ledgers.All(d => last.GetValueOrDefault(d.Value) <= since);
    }

    /// <summary>Whether it has tried, and does not hear itself.</summary>
    public bool IsDeaf { get; private set; }

    /// <summary>Something new, from this node itself or another one.</summary>
    public void Hear(string district) => last[district] = Interlocked.Increment(ref count);

    public void Dispose()
    {
        end.Cancel();
        thread?.Join(TimeSpan.FromSeconds(5));
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
                Listen(connection);
            }
            catch (Exception e) when (e is NpgsqlException or StorageException or OperationCanceledException or ObjectDisposedException
                or InvalidOperationException)
            {
                isHearing = false;
                IsDeaf = e is InvalidOperationException and not ObjectDisposedException;
                end.Token.WaitHandle.WaitOne(Again);
            }
        }
        isHearing = false;
    }

    /// <summary>False when there was nothing for a while.</summary>
    private bool Hears(NpgsqlConnection connection) => connection.WaitAsync(StillThere, end.Token).GetAwaiter().GetResult();

    private void Listen(NpgsqlConnection connection)
    {
        var answered = true;
        connection.Notification += (_, e) =>
        {
            if (e.Payload == probe)
            {
                answered = true;
            }
            else if (!e.Payload.StartsWith("probe ", StringComparison.Ordinal))
            {
                Hear(e.Payload);
                Told?.Invoke();
            }
        };
        connection.Execute($"listen {Turns.Channel}");
        while (!end.IsCancellationRequested)
        {
            if (!answered)
            {
                throw new InvalidOperationException("What this node says to itself is not heard.");
            }
            if (Hears(connection) && isHearing)
            {
                continue;
            }
            answered = false;
            // Over another connection, as news come.
            database.Read(c => c.Execute("select pg_notify(@channel, @probe)", new { channel = Turns.Channel, probe }));
            for (var tries = 0; tries < MostBeforeAnswer && !answered && Hears(connection); tries++) { }
            if (answered && !isHearing)
            {
                // What came before was not told: everything read until now is of no use.
                Interlocked.Exchange(ref begun, Interlocked.Increment(ref count));
                isHearing = true;
                IsDeaf = false;
                Told?.Invoke();
            }
        }
    }
}
