using PlanRegistry.Backups;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Backups;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Ledger;

/// <summary>
/// The one entrance to what is stored: views to read, one method to write, and the ledger's pages. Safe for many threads.
/// </summary>
public sealed class Registry : IDisposable
{
    private readonly IStorage storage;
    private readonly Views views;
    private readonly Execution execution;
    private readonly Integrity integrity;
    private readonly Seals seals;
    private bool toldOfTheDisk;

    private Registry(IStorage storage, TimeProvider clock)
    {
        this.storage = storage;
        Clock = new ClockWatch(storage, clock, text => Notice?.Invoke(text));
        Soundness = new Soundness(storage);
        seals = new Seals(storage);
        views = new Views(storage, clock, Kept, seals);
        execution = new Execution(storage, views, Clock);
        integrity = new Integrity(storage, clock);
        Pulse = new Pulse(clock);
        storage.Heard = Pulse.Beat;
    }

    /// <summary>The file, or host and database.</summary>
    public string Name => storage.Name;

    /// <summary>Where files of documents lie where no setting says it; null where it must be said.</summary>
    public string? DocumentsFolder => storage.DocumentsFolder;

    /// <summary>What is kept in memory of what was read and judged.</summary>
    public Kept Kept { get; } = new();

    /// <summary>Whether the clock can be right, and up to which moment the ledgers stand fast.</summary>
    public ClockWatch Clock { get; }

    /// <summary>Whether what is kept is whole.</summary>
    public Soundness Soundness { get; }

    /// <summary>What whoever runs the registry should know is told here.</summary>
    public Action<Text>? Notice { get; set; }

    /// <summary>Of the home as it was before its schema was brought up to date on being opened; null where that was not needed.</summary>
    public string? KeptCopy { get; private init; }

    /// <summary>Whether the home can be written to.</summary>
    public HomeCondition Condition() => storage.Condition();

    /// <summary>Where it is kept who may use the registry.</summary>
    public IAccessStorage OpenAccess() => Homes.AccessOf(storage);

    /// <summary>Where it is kept what districts were judged to.</summary>
    public ISweepStorage OpenSweeps() => Homes.SweepsOf(storage);

    /// <summary>Beats when there may be something new to see.</summary>
    public Pulse Pulse { get; }

    /// <summary>Opens what <c>--database</c> names.</summary>
    /// <param name="patience">How long to wait for another process that writes; 10 seconds.</param>
    public static Registry Open(string database, TimeProvider clock, TimeSpan? patience = null) =>
        Open(Homes.Of(database, patience), clock);

    /// <summary>The same for who only reads: a home that is missing, empty or of another schema is refused and left as it is.</summary>
    public static Registry OpenToRead(string database, TimeProvider clock)
    {
        var storage = Homes.Of(database);
        storage.RequireCurrent();
        return new Registry(storage, clock);
    }

    /// <summary>
    /// Opens a home, made and migrated where needed, and closes it at its own end. Throws <see cref="StorageException"/> with one sentence,
    /// as every method here does.
    /// </summary>
    public static Registry Open(IStorage storage, TimeProvider clock)
    {
        var copy = storage.KeepCopy(clock);
        storage.Migrate(clock);
        return new Registry(storage, clock) { KeptCopy = copy };
    }

    /// <summary>
    /// The district and its superiors as of now, or as the registry knew them at a moment; null when it had no ledger of the district.
    /// </summary>
    /// <exception cref="ClockException">Of a moment whose answer could still change.</exception>
    /// <exception cref="LostException">Of a moment of which something may be lost.</exception>
    public RegistryView? View(DistrictCode district, DateTimeOffset? knownAt = null)
    {
        if (knownAt is { } moment)
        {
            Clock.RequireCertain(views.Sight(district), moment);
            RequireKept(district, moment);
        }
        return views.Of(district, knownAt);
    }

    /// <summary>The view at a vector, as a certificate names it; null when a ledger does not reach so far.</summary>
    public RegistryView? View(Vector vector) => views.Of(vector);

    /// <summary>
    /// The first entry of the district or a superior that a vector does not hold yet, and the vector with it; null at the present.
    /// </summary>
    public LedgerStep? Next(Vector vector) => views.Next(vector);

    /// <summary>
    /// What the district saw with an entry of its own: the superiors as it was decided
    /// on. Seq 0: before the first entry. Null when the ledger does not reach so far.
    /// </summary>
    public LedgerStep? At(DistrictCode district, int seq)
    {
        if (Entry(district, Math.Max(seq, 1)) is not { } entry)
        {
            return null;
        }
        var before = Vector.Parse(entry.Vector);
        return new LedgerStep(entry, seq > 0 ? views.After(entry, before) : before);
    }

    /// <summary>The vector as a cursor holds it, sealed with the hashes of its entries.</summary>
    public string Sealed(Vector vector) => seals.Of(vector);

    /// <summary>What a cursor holds; null where its entries are not this registry's.</summary>
    public Vector? Unsealed(string text) => seals.Open(text);

    /// <summary>Whether a vector is one that this registry can have given.</summary>
    public bool Knows(Vector vector) => views.Knows(vector);

    /// <summary>What a command would come to now, on the view that <see cref="Execute"/> would decide on; nothing is written.</summary>
    /// <param name="trial">Of which it is a part; null where it is tried by itself.</param>
    public WriteResult Rehearse(CommandHeader header, Func<RegistryView, Decision> decide, Trial? trial = null) =>
        execution.Rehearse(header, decide, trial);

    /// <summary>
    /// Decides on the current view and writes what comes of it as one ledger entry. <paramref name="decide"/> is called again on a
    /// fresh view when another writer was first, so it must depend on nothing but the view.
    /// </summary>
    /// <param name="progress">Called while rows are written, with how many are and how many there are.</param>
    public WriteResult Execute(CommandHeader header, Func<RegistryView, Decision> decide, Action<int, int>? progress = null)
    {
        WriteResult result;
        try
        {
            result = execution.Run(header, decide, progress);
        }
        catch (SpokenException e)
        {
            RegistryMeter.Refused(e.Code);
            throw;
        }
        if (result is { Entry: not null, Replayed: false })
        {
            Pulse.Beat();
            TellOfTheDisk();
        }
        return result;
    }

    private void RequireKept(DistrictCode district, DateTimeOffset moment)
    {
        if (views.Of(district, null)?.All<Restoration>().FirstOrDefault(r => r.Lost(moment)) is { } restored)
        {
            throw new LostException(BackupWords.Lost(moment, Moment.Read(restored.LostFrom), restored.RecordedAt));
        }
    }

    /// <summary>Once when it is little that is left, and again when there was room in between.</summary>
    private void TellOfTheDisk()
    {
        var sentence = storage.Condition().Sentence;
        if (sentence is { } told && !toldOfTheDisk)
        {
            Notice?.Invoke(told);
        }
        toldOfTheDisk = sentence is not null;
    }

    /// <summary>
    /// Whether the ledgers of a vector are whole, rows and all, and reach so far. Checked at most once a minute for each district.
    /// </summary>
    public bool Intact(Vector vector) => integrity.Holds(vector);

    public IReadOnlyList<DistrictCode> Districts() => storage.Districts();

    /// <summary>The seq of the last entry, which is also their number; 0 when the district has no ledger.</summary>
    public int Head(DistrictCode district) => storage.Head(district);

    /// <summary>The same of what was recorded at or before a moment.</summary>
    public int HeadAt(DistrictCode district, DateTimeOffset moment) => storage.Head(district, moment);

    public LedgerEntry? Entry(DistrictCode district, int seq) => storage.Entry(district, seq);

    /// <summary>Entries, the last first.</summary>
    public IReadOnlyList<LedgerEntry> EntriesBefore(DistrictCode district, int beforeSeq, int limit) =>
        storage.EntriesBefore(district, beforeSeq, limit);

    /// <summary>The changes of the entries from one to another, both counted.</summary>
    public IReadOnlyList<RecordChange> Changes(DistrictCode district, int fromSeq, int toSeq) => storage.Changes(district, fromSeq, toSeq);

    /// <summary>Changes of the entries after a seq in order; with a number, what is left of that entry first.</summary>
    public IReadOnlyList<RecordChange> ChangesAfter(DistrictCode district, int afterSeq,
        int limit, int afterNumber = int.MaxValue, int toSeq = int.MaxValue) =>
        storage.ChangesAfter(district, afterSeq, afterNumber, toSeq, limit);

    /// <summary>How many changes the entries after one and up to another made.</summary>
    public int CountChanges(DistrictCode district, int afterSeq, int toSeq) => storage.CountChanges(district, afterSeq, toSeq);

    public void Dispose()
    {
        Pulse.Dispose();
        storage.Dispose();
    }
}
