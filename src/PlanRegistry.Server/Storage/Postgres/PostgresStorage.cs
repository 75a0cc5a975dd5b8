using System.Collections.Concurrent;
using System.Data;
using PlanRegistry.Access;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage.Sql;

namespace PlanRegistry.Server.Storage.Postgres;

/// <summary>Everything in one PostgreSQL database, which other nodes may write to as well.</summary>
/// <param name="parts">Into how many each table is parted when it is made.</param>
/// <param name="tellsTime">Whether an entry's moment is the database's, as several nodes need it; else the process's own.</param>
internal sealed class PostgresStorage(Database database, int parts, bool tellsTime) : IStorage
{
    private readonly EntryWriter writer = new(database, tellsTime);
    private readonly Listening listening = new(database);
    private readonly ConcurrentDictionary<DistrictCode, (long At, Vector Vector)> vectors = new();

    public string Name => database.Name;

    public string? DocumentsFolder => null;

    public Action? Heard
    {
        set => listening.Told = value;
    }

    public IReadOnlyList<string> Migrate(TimeProvider clock) => Migrations.Apply(database, clock, parts);

    public void RequireCurrent() => Migrations.RequireCurrent(database);

    public IReadOnlyList<DistrictCode> Districts() => database.Read(LedgerStore.Districts);

    public int Head(DistrictCode district, DateTimeOffset? at) => database.Read(c =>
        at is { } moment ? LedgerStore.HeadAt(c, district, moment) : LedgerStore.Head(c, district));

    /// <summary>What was resolved stays so until there is news of one of its ledgers; while none can be heard each asks anew.</summary>
    public Vector? Current(DistrictCode district, Func<Vector?> resolve)
    {
        if (vectors.TryGetValue(district, out var known) && listening.IsQuiet(Ledgers(known.Vector), known.At))
        {
            return known.Vector;
        }
        var now = listening.Now;
        var resolved = resolve();
        if (resolved is not null)
        {
            vectors[district] = (now, resolved);
        }
        return resolved;
    }

    /// <summary>Also those above by the code, which may get their first entry.</summary>
    private static IEnumerable<DistrictCode> Ledgers(Vector vector)
    {
        for (var above = vector.District.Above; above is { } district; above = district.Above)
        {
            yield return district;
        }
        foreach (var head in vector.Heads)
        {
            yield return head.District;
        }
    }

    public DistrictRecords Load(LedgerHead head) => database.Read(c => RowStore.Load(c, head));

    public TimeSpan Patience => database.Patience;

    public bool Append(IReadOnlyList<DistrictCode> sight, Func<DateTimeOffset?, EntryDraft> draft, Waiting waiting,
        Action<int, int>? progress)
    {
        var written = writer.Write(sight, draft, waiting, progress);
        // Also when somebody else was first: what is read next is as new as that.
        listening.Hear(sight[0].Value);
        return written;
    }

    public DateTimeOffset? Settled(IReadOnlyList<DistrictCode> sight, DateTimeOffset now) => writer.Settled(sight, now);

    public HomeCondition Condition() => DatabaseCondition.Of(database, listening);

    /// <summary>Over the same connections.</summary>
    public IAccessStorage OpenAccess() => new AccessStore(database);

    /// <summary>Likewise.</summary>
    public ISweepStorage OpenSweeps() => new SweepStore(database);

    public LedgerEntry? Entry(DistrictCode district, int seq) => database.Read(c => LedgerStore.Entry(c, district, seq));

    public LedgerEntry? EntryUnderKey(DistrictCode district, string actorId, string key) =>
        database.Read(c => LedgerStore.EntryUnderKey(c, district, actorId, key));

    public IReadOnlyList<LedgerEntry> EntriesBefore(DistrictCode district, int beforeSeq, int limit) =>
        database.Read(c => LedgerStore.EntriesBefore(c, district, beforeSeq, limit));

    public IReadOnlyList<RecordChange> Changes(DistrictCode district, int fromSeq, int toSeq) =>
        ChangesAfter(district, fromSeq - 1, int.MaxValue, toSeq, int.MaxValue);

    public IReadOnlyList<RecordChange> ChangesAfter(DistrictCode district, int afterSeq, int afterNumber, int toSeq, int limit) =>
        database.Read(c => LedgerStore.ChangesAfter(c, district, afterSeq, afterNumber, toSeq, limit));

    public int CountChanges(DistrictCode district, int afterSeq, int toSeq) =>
        database.Read(c => LedgerStore.CountChanges(c, district, afterSeq, toSeq));

    public IReadOnlyList<(LedgerEntry Stored, EntryDraft Draft)> Drafts(DistrictCode district, int fromSeq, int toSeq) =>
        database.Read(c => DraftStore.Read(c, district, fromSeq, toSeq));

    public T Inspect<T>(Func<IEnumerable<StoredLedger>, T> look, DistrictCode? only) => database.Read(c =>
    {
        using var snapshot = c.BeginTransaction(IsolationLevel.RepeatableRead);
        return look(StoredLedgers.All(c, only));
    });

    public Text? Unguarded() => database.Read(SchemaText.Difference);

    public Text? Damage() => database.Read(c => new AccessRows(c).JournalFault());

    public void Dispose()
    {
        listening.Dispose();
        database.Dispose();
    }
}
