using System.Diagnostics;
using System.Diagnostics.Metrics;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Backups;

/// <summary>
/// How old the last verified backup is, for administrators and for /metrics. It is noted in the database, whoever made it.
/// </summary>
public sealed class BackupWatch : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly IAccessStorage storage;
    private readonly TimeProvider clock;
    private readonly bool isServer;
    private readonly Meter meter = new("PlanRegistry");
    private long failedAt;

    public BackupWatch(Registry registry, IAccessStorage storage, BackupSettings settings, TimeProvider clock)
    {
        (this.storage, this.clock, MostAge) = (storage, clock, settings.MostAge);
        // PostgreSQL is backed up by its own tools, which note nothing here.
        isServer = registry.DocumentsFolder is null;
        // None yet has no age; that one is due says of both what an alarm asks.
        meter.CreateObservableGauge("plan_registry.backup.age", Age, "s", "Since the last verified backup was taken.");
        meter.CreateObservableGauge("plan_registry.backup.due", Due, "{backup}",
            "1 where the last verified backup is too old, or there is none; else 0.");
    }

    public TimeSpan MostAge { get; }

    public VerifiedBackup? Last => storage.Read(rows => rows.LastBackup);

    public bool IsDue(VerifiedBackup? last) => last is null ? !isServer : clock.GetUtcNow() - last.TakenAt > MostAge;

    public void Dispose() => meter.Dispose();

    private IEnumerable<Measurement<double>> Age() =>
        Known<double>(last => last is null ? [] : [new Measurement<double>((clock.GetUtcNow() - last.TakenAt).TotalSeconds)]);

    private IEnumerable<Measurement<int>> Due() => Known<int>(last => [new Measurement<int>(IsDue(last) ? 1 : 0)]);

    /// <summary>While the database cannot be read, nothing is known, nor asked at once again; readiness says why.</summary>
    private IReadOnlyList<Measurement<T>> Known<T>(Func<VerifiedBackup?, IReadOnlyList<Measurement<T>>> measure) where T : struct
    {
        if (failedAt > 0 && Stopwatch.GetElapsedTime(failedAt) < Pause)
        {
            return [];
        }
        try
        {
            var measured = measure(Last);
            failedAt = 0;
            return measured;
        }
        catch (StorageException)
        {
            failedAt = Stopwatch.GetTimestamp();
            return [];
        }
    }
}
