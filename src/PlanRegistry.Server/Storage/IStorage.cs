using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Storage;

/// <summary>
/// Where ledgers and rows are kept, whatever keeps them. Safe for many threads. Everything here throws <see cref="StorageException"/>
/// with one sentence when the home cannot be used, and whatever is thrown, nothing is half written.
/// </summary>
public interface IStorage : IDisposable
{
    /// <summary>The file, or host and database: nothing of who enters it, and how.</summary>
    string Name { get; }

    /// <summary>Where files of documents lie where no setting says it; null where it must be said, since several nodes need them.</summary>
    string? DocumentsFolder { get; }

    /// <summary>Called when there may be news from another process, where the home hears of it at once.</summary>
    Action? Heard { set; }

    /// <summary>
    /// Keeps a copy of a home to which steps of the schema are to be applied; its name. Null where none are, and where the home's own tools
    /// keep copies.
    /// </summary>
    string? KeepCopy(TimeProvider clock) => null;

    /// <summary>
    /// Makes the home where it is missing and brings its schema up to date, all or nothing; the names of the steps applied.
    /// </summary>
    IReadOnlyList<string> Migrate(TimeProvider clock);

    /// <summary>For commands that only read: refuses a home that is missing or of another schema, and leaves it as it is.</summary>
    void RequireCurrent();

    /// <summary>The districts that have a ledger, in order.</summary>
    IReadOnlyList<DistrictCode> Districts();

    /// <summary>The seq of the last entry, or of the last that was recorded at or before a moment; 0 when there is none.</summary>
    int Head(DistrictCode district, DateTimeOffset? at = null);

    /// <summary>
    /// The district's vector as of now: resolved again when anything was written since, by whichever process, else the last one.
    /// </summary>
    Vector? Current(DistrictCode district, Func<Vector?> resolve);

    /// <summary>Every row visible at the head.</summary>
    DistrictRecords Load(LedgerHead head);

    /// <summary>How long a writer waits for others; who starts to wait says so with it.</summary>
    TimeSpan Patience { get; }

    /// <summary>
    /// Writes an entry and its rows, all or nothing. False when another writer has its seq or its idempotency key. When
    /// it returns, what was written stands in the home of that name, and not in one that was put aside meanwhile.
    /// </summary>
    /// <param name="sight">The district, and then those above it, into whose ledgers nobody writes meanwhile.</param>
    /// <param name="draft">
    /// Makes the entry when nobody else can write any more: its moment is then no earlier than any before. It is given the moment by the
    /// home's clock; null where the process's own is the only one.
    /// </param>
    /// <param name="waiting">For others who write; then <see cref="StorageException.Busy"/> is thrown.</param>
    /// <param name="progress">Called while rows are written, with how many are and how many there are.</param>
    bool Append(IReadOnlyList<DistrictCode> sight, Func<DateTimeOffset?, EntryDraft> draft, Waiting waiting,
        Action<int, int>? progress = null);

    /// <summary>
    /// The last moment that no entry of these ledgers can get any more, by the home's clock or by the one given where it has none; null
    /// while somebody, in whichever process, is writing to them.
    /// </summary>
    DateTimeOffset? Settled(IReadOnlyList<DistrictCode> sight, DateTimeOffset now);

    /// <summary>Whether it can be written to.</summary>
    HomeCondition Condition();

    LedgerEntry? Entry(DistrictCode district, int seq);

    LedgerEntry? EntryUnderKey(DistrictCode district, string actorId, string key);

    /// <summary>A page of entries, the last first.</summary>
    IReadOnlyList<LedgerEntry> EntriesBefore(DistrictCode district, int beforeSeq, int limit);

    /// <summary>The changes of the entries from one to another, both counted, in order.</summary>
    IReadOnlyList<RecordChange> Changes(DistrictCode district, int fromSeq, int toSeq);

    /// <summary>A page of changes in order, after a change and up to an entry.</summary>
    IReadOnlyList<RecordChange> ChangesAfter(DistrictCode district, int afterSeq, int afterNumber, int toSeq, int limit);

    /// <summary>How many changes the entries after one and up to another made.</summary>
    int CountChanges(DistrictCode district, int afterSeq, int toSeq);

    /// <summary>
    /// Entries from one to another, each with all that it wrote, just as stored: what another home can be given. The draft's hash is
    /// reckoned anew from them.
    /// </summary>
    IReadOnlyList<(LedgerEntry Stored, EntryDraft Draft)> Drafts(DistrictCode district, int fromSeq, int toSeq);

    /// <summary>Shows ledgers just as they are stored, in one snapshot: of every district that is spoken of, or of one.</summary>
    T Inspect<T>(Func<IEnumerable<StoredLedger>, T> look, DistrictCode? only = null);

    /// <summary>
    /// A sentence when what the steps of the schema make (tables, indexes, and what keeps rows from being changed or deleted) is not there
    /// as they make it, or something else is; null when all is as it should be.
    /// </summary>
    Text? Unguarded();

    /// <summary>A sentence when the home's own account of itself, its indexes above all, does not agree with what it holds.</summary>
    Text? Damage();
}
