using System.Diagnostics;
using System.Diagnostics.Metrics;
using PlanRegistry.Records;
using PlanRegistry.Server.Documents;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Web;

/// <summary>What alarms are made of: whether the server is ready, what is wrong, what is left of disk, memory and certificate.</summary>
internal sealed class ServerWatch : IDisposable
{
    /// <summary>What was found is told for so long: one page, and not one question of the home for each of its lines.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(250);

    private static readonly Trouble[] Troubles = Enum.GetValues<Trouble>();

    private readonly Meter meter = new("PlanRegistry");
    private readonly Readiness readiness;
    private readonly Lock looking = new();
    private List<HomeCondition> found = [];
    private long foundAt = -1;

    public ServerWatch(Readiness readiness, Registry registry, DocumentStore documents, Hosting where, TimeProvider clock)
    {
        this.readiness = readiness;
        meter.CreateObservableGauge("plan_registry.ready", () => Found().All(c => c.CanWrite) ? 1 : 0, "{server}",
            "1 where the server says that it is ready; else 0.");
        meter.CreateObservableGauge("plan_registry.trouble",
            () => Troubles.Select(t => Of(Found().Exists(c => c.Trouble == t) ? 1 : 0, "plan_registry.trouble", Names.Of(t))), "{trouble}",
            "1 for what is wrong now; else 0.");
        meter.CreateObservableGauge("plan_registry.disk.free", () => Free(documents.Folder), "By",
            "What is left of the disk of a file's database, and of that of documents.");
        meter.CreateObservableGauge("plan_registry.memory.limit", () => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, "By",
            "What the process may take, by its machine or container.");
        meter.CreateObservableGauge("plan_registry.clock.offset",
            () => registry.Clock.OffHome is { } off ? new[] { new Measurement<double>(off.TotalSeconds) } : [], "s",
            "How far the database's clock was ahead of this machine's when something was last written.");
        meter.CreateObservableGauge("plan_registry.certificate.left",
            () => where.Certificate is { } c ? new[] { new Measurement<double>((c.NotAfter - clock.GetUtcNow()).TotalSeconds) } : [], "s",
            "Until the server's own certificate ends.");
    }

    public void Dispose() => meter.Dispose();

    private List<HomeCondition> Found()
    {
        lock (looking)
        {
            if (foundAt < 0 || Stopwatch.GetElapsedTime(foundAt) > Fresh)
            {
                (found, foundAt) = ([.. readiness.Conditions()], Stopwatch.GetTimestamp());
            }
            return found;
        }
    }

    private IEnumerable<Measurement<long>> Free(string documents)
    {
        if (Found().Select(c => c.FreeBytes).FirstOrDefault(b => b is not null) is { } database)
        {
            yield return Of(database, "plan_registry.disk", "database");
        }
        if (Room(documents) is { } bytes)
        {
            yield return Of(bytes, "plan_registry.disk", "document_files");
        }
    }

    /// <summary>The folder is made with the first document: until then it is the room where it will be.</summary>
    private static long? Room(string folder)
    {
        try
        {
            var there = new DirectoryInfo(folder);
            while (!there.Exists && there.Parent is { } above)
            {
                there = above;
            }
            return new DriveInfo(there.FullName).AvailableFreeSpace;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static Measurement<T> Of<T>(T value, string label, string word) where T : struct =>
        new(value, new KeyValuePair<string, object?>(label, word));
}
