using PlanRegistry.Access;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage.Sql;

namespace PlanRegistry.Server.Storage.Sqlite;

/// <summary>Everything in one SQLite file: many sessions that read, one connection that writes.</summary>
internal sealed class SqliteStorage : IStorage
{
    private readonly Database database;
    private readonly EntryWriter writer;

    public SqliteStorage(Database database)
    {
        this.database = database;
        writer = new EntryWriter(database);
        database.LetGo = writer.LetGo;
    }

    public string Name => database.File;

    public string? DocumentsFolder => Homes.DocumentsFolder(database.File);

    /// <summary>Another process is noticed by looking: SQLite tells nobody.</summary>
    public Action? Heard { private get; set; }

    public string? KeepCopy(TimeProvider clock) => BeforeMigrating.Keep(database, clock);

    public IReadOnlyList<string> Migrate(TimeProvider clock) => Migrations.Apply(database, clock);

    public void RequireCurrent() => Migrations.RequireCurrent(database);

    public IReadOnlyList<DistrictCode> Districts() => database.Read(s => LedgerStore.Districts(s.Connection));

    public int Head(DistrictCode district, DateTimeOffset? at) => database.Read(s =>
        at is { } moment ? LedgerStore.HeadAt(s.Connection, district, moment) : LedgerStore.Head(s.Connection, district));

    public Vector? Current(DistrictCode district, Func<Vector?> resolve) => database.Read(s => s.Current(district, resolve));

    public DistrictRecords Load(LedgerHead head) => database.Read(s => RowStore.Load(s.Connection, head));

    public TimeSpan Patience => database.Patience;

    /// <summary>SQLite has one writer, whatever it writes to.</summary>
    public bool Append(IReadOnlyList<DistrictCode> sight, Func<DateTimeOffset?, EntryDraft> draft, Waiting waiting,
        Action<int, int>? progress) => writer.Write(() => draft(null), waiting, progress);

    public DateTimeOffset? Settled(IReadOnlyList<DistrictCode> sight, DateTimeOffset now) => writer.IsIdle() ? now : null;

    public HomeCondition Condition() => DiskCondition.Of(database);

    public LedgerEntry? Entry(DistrictCode district, int seq) => database.Read(s => LedgerStore.Entry(s.Connection, district, seq));

    public LedgerEntry? EntryUnderKey(DistrictCode district, string actorId, string key) =>
        database.Read(s => LedgerStore.EntryUnderKey(s.Connection, district, actorId, key));

    public IReadOnlyList<LedgerEntry> EntriesBefore(DistrictCode district, int beforeSeq, int limit) =>
        database.Read(s => LedgerStore.EntriesBefore(s.Connection, district, beforeSeq, limit));

    public IReadOnlyList<RecordChange> Changes(DistrictCode district, int fromSeq, int toSeq) =>
        ChangesAfter(district, fromSeq - 1, int.MaxValue, toSeq, int.MaxValue);

    public IReadOnlyList<RecordChange> ChangesAfter(DistrictCode district, int afterSeq, int afterNumber, int toSeq, int limit) =>
        database.Read(s => LedgerStore.ChangesAfter(s.Connection, district, afterSeq, afterNumber, toSeq, limit));

    public int CountChanges(DistrictCode district, int afterSeq, int toSeq) =>
        database.Read(s => LedgerStore.CountChanges(s.Connection, district, afterSeq, toSeq));

    public IReadOnlyList<(LedgerEntry Stored, EntryDraft Draft)> Drafts(DistrictCode district, int fromSeq, int toSeq) =>
        database.Read(s => DraftStore.Read(s.Connection, district, fromSeq, toSeq));

    public T Inspect<T>(Func<IEnumerable<StoredLedger>, T> look, DistrictCode? only) => database.Read(s =>
    {
        using var snapshot = s.Connection.BeginTransaction(deferred: true);
        return look(StoredLedgers.All(s.Connection, only));
    });

    public Text? Unguarded() => database.Read(s => SchemaText.Difference(s.Connection));

    public Text? Damage() => database.Read(s => SchemaText.Damage(s.Connection) ?? new AccessRows(s.Connection).JournalFault());

    public void Dispose()
    {
        writer.Dispose();
        database.Dispose();
    }
}
