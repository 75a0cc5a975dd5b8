using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Tests.Storage;

/// <summary>What goes wrong in a home.</summary>
public enum Fault
{
    /// <summary>The entry never arrives.</summary>
    BeforeAppend,

    /// <summary>The entry and some rows are inserted, and then it breaks off.</summary>
    BeforeCommit,

    /// <summary>All is written, and then the answer is lost.</summary>
    AfterCommit,

    /// <summary>Another writer takes the seq just before.</summary>
    SeqTaken,

    /// <summary>Each reading fails the first time.</summary>
    Reading,
}

/// <summary>A home around a sound one, in which one kind of fault strikes: each entry once, each reading once.</summary>
/// <param name="rival">Writes another entry of the district by a home of its own.</param>
internal sealed class FaultyHome(IStorage sound, Fault fault, Action<DistrictCode> rival) : IStorage
{
    private readonly ConcurrentDictionary<string, bool> struck = new();

    public int Struck => struck.Count;
    public string Name => sound.Name;
    public IReadOnlyList<string> Migrate(TimeProvider clock) => Read(() => sound.Migrate(clock));
    public IReadOnlyList<DistrictCode> Districts() => Read(sound.Districts);
    public int Head(DistrictCode district, DateTimeOffset? at) => Read(() => sound.Head(district, at));
    public Vector? Current(DistrictCode district, Func<Vector?> resolve) => Read(() => sound.Current(district, resolve));
    public DistrictRecords Load(LedgerHead head) => Read(() => sound.Load(head));
    public LedgerEntry? Entry(DistrictCode district, int seq) => Read(() => sound.Entry(district, seq));
    public LedgerEntry? EntryUnderKey(DistrictCode district, string actorId, string key) =>
        Read(() => sound.EntryUnderKey(district, actorId, key));
    public IReadOnlyList<LedgerEntry> EntriesBefore(DistrictCode district, int beforeSeq, int limit) =>
        Read(() => sound.EntriesBefore(district, beforeSeq, limit));
    public IReadOnlyList<RecordChange> Changes(DistrictCode district, int fromSeq, int toSeq) =>
        Read(() => sound.Changes(district, fromSeq, toSeq));
    public int CountChanges(DistrictCode district, int afterSeq, int toSeq) => Read(() => sound.CountChanges(district, afterSeq, toSeq));
    public IReadOnlyList<(LedgerEntry Stored, EntryDraft Draft)> Drafts(DistrictCode district, int fromSeq, int toSeq) =>
        Read(() => sound.Drafts(district, fromSeq, toSeq));
    public T Inspect<T>(Func<IEnumerable<StoredLedger>, T> look, DistrictCode? only) => Read(() => sound.Inspect(look, only));
    public Text? Unguarded() => Read(sound.Unguarded);
    public Text? Damage() => Read(sound.Damage);
    public TimeSpan Patience => sound.Patience;
    public DateTimeOffset? Settled(IReadOnlyList<DistrictCode> sight, DateTimeOffset now) => sound.Settled(sight, now);
    public string? DocumentsFolder => sound.DocumentsFolder;

    public Action? Heard
    {
        set => sound.Heard = value;
    }

    public HomeCondition Condition() => sound.Condition();
    public void Dispose() => sound.Dispose();

    public IReadOnlyList<RecordChange> ChangesAfter(DistrictCode district, int afterSeq, int afterNumber, int toSeq, int limit) =>
        Read(() => sound.ChangesAfter(district, afterSeq, afterNumber, toSeq, limit));

    public void RequireCurrent() => Read(() =>
        {
            sound.RequireCurrent();
        return true;
    });

    public bool Append(IReadOnlyList<DistrictCode> sight, Func<DateTimeOffset?, EntryDraft> draft, Waiting waiting,
        Action<int, int>? progress)
    {
        var entry = draft(null).Entry;
        if (fault == Fault.Reading || !struck.TryAdd($"{entry.District} {entry.IdempotencyKey}", true))
        {
            return sound.Append(sight, draft, waiting, progress);
        }
        switch (fault)
        {
            case Fault.BeforeAppend:
                throw Failure();
            case Fault.BeforeCommit:
                // Rows are told of while they are written, so inside of what will be committed.
                return sound.Append(sight, draft, waiting, (_, _) => throw Failure());
            case Fault.SeqTaken:
                rival(entry.District);
                return sound.Append(sight, draft, waiting, progress);
            default:
                sound.Append(sight, draft, waiting, progress);
                throw Failure();
        }
    }

    private T Read<T>(Func<T> read, [CallerMemberName] string member = "") =>
        fault == Fault.Reading && struck.TryAdd(member, true) ? throw Failure() : read();

    private static StorageException Failure() => new("The home failed, as it was told to.");
}
