using System.Collections.Concurrent;
using System.Data;
using PlanRegistry.Access;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage.Sql;

namespace PlanRegistry.Server.Storage.Postgres;

/// <summary>Everything in one PostgreSQL database, which other nodes may write to as well.</summary>
/// <param name="parts">Into how many each table is parted when it is made.</param>
internal sealed class PostgresStorage(Database database, int parts) : IStorage
{
    private readonly EntryWriter writer = new(database);
    private readonly Listening listening = new(database);
    private readonly ConcurrentDictionary<DistrictCode, (long Heard, Vector Vector)> vectors = new();

    public string Name => database.Name;

    public IReadOnlyList<string> Migrate(TimeProvider clock) => Migrations.Apply(database, clock, parts);

    public void RequireCurrent() => Migrations.RequireCurrent(database);

    public IReadOnlyList<DistrictCode> Districts() => database.Read(LedgerStore.Districts);

    public int Head(DistrictCode district, DateTimeOffset? at) => database.Read(c =>
        at is { } moment ? LedgerStore.HeadAt(c, district, moment) : LedgerStore.Head(c, district));

    /// <summary>What was resolved since the last news stays so while news come; without news each asks anew.</summary>
    public Vector? Current(DistrictCode district, Func<Vector?> resolve)
    {
        var heard = listening.Heard;
        if (heard is { } news && vectors.TryGetValue(district, out var known) && known.Heard == news)
        {
            return known.Vector;
        }
        var resolved = resolve();
        if (heard is { } since && resolved is not null)
        {
            vectors[district] = (since, resolved);
        }
        return resolved;
    }

    public DistrictRecords Load(LedgerHead head) => database.Read(c => RowStore.Load(c, head));

    public TimeSpan Patience => database.Patience;

    public bool Append(Func<EntryDraft> draft, Waiting waiting, Action<int, int>? progress)
    {
        var written = writer.Write(draft, waiting, progress);
        // Also when somebody else was first: what is read next is as new as that.
        listening.Hear();
        return written;
    }

    public bool IsIdle() => writer.IsIdle();

    public HomeCondition Condition() => DatabaseCondition.Of(database);

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

    public T Inspect<T>(Func<IEnumerable<StoredLedger>, T> look, DistrictCode? only) => database.Read(c =>
    {
        using var snapshot = c.BeginTransaction(IsolationLevel.RepeatableRead);
        return look(StoredLedgers.All(c, only));
    });

    public Text? Unguarded() => database.Read(SchemaText.Difference);

    public Text? Damage() => database.Read(c => JournalFault(new AccessRows(c)));

    private static Text? JournalFault(AccessRows rows) =>
        JournalEntry.Broken(rows.Journal(int.MaxValue, int.MaxValue, of: null, filter: null).Reverse()) is { } seq
        ? new Text($"访问日志第{seq}号与其前一条不相接。", $"Entry {seq} of the access journal does not follow from the one before.")
        : default(Text?);

    public void Dispose()
    {
        listening.Dispose();
        database.Dispose();
    }
}
