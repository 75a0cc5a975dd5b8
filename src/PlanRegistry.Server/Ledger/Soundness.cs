using PlanRegistry.Records;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Ledger;

/// <summary>Whether what the registry serves is whole: looked at quickly before it serves, and through and through behind that.</summary>
public sealed class Soundness
{
    // A row that is looked at leaves about a kilobyte, which the collector would leave until it has some hundred megabytes.
    private const int RowsUntilCollected = 200_000;

    /// <summary>A home that can be read, and yet so often fails while all of it is read, is damaged.</summary>
    private const int MostFailures = 3;

    private readonly IStorage storage;
    private volatile Tuple<Text>? broken;
    private volatile Tuple<Text>? unread;
    private int failures;

    internal Soundness(IStorage storage) => this.storage = storage;

    /// <summary>One sentence about the first thing that was found to be wrong.</summary>
    public Text? Broken => (broken ?? unread)?.Item1;

    public void Glance()
    {
        try
        {
            Note(Verification.AtAGlance(storage));
        }
        catch (StorageException e)
        {
            unread = Tuple.Create(e.Sentence);
        }
    }

    /// <summary>False where it could not: that is to be tried again.</summary>
    public bool LookThrough()
    {
        try
        {
            Note(Look());
            return true;
        }
        catch (StorageException e)
        {
            // That a home is away, readiness tells while it is so; it says nothing of what it keeps.
            if (!CanBeRead() || ++failures < MostFailures)
            {
                return false;
            }
            unread = Tuple.Create(e.Sentence);
            return true;
        }
    }

    private Text? Look()
    {
        var rows = 0;
        return Verification.Of(storage, progress: ledger =>
        {
            rows += ledger.Rows;
            if (rows > RowsUntilCollected)
            {
                rows = 0;
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
            }
        }).Broken;
    }

    private bool CanBeRead()
    {
        try
        {
            storage.Districts();
            return storage.Condition().Trouble is not Trouble.DatabaseAway;
        }
        catch (StorageException)
        {
            return false;
        }
    }

    private void Note(Text? found)
    {
        broken = found is { } sentence ? Tuple.Create(sentence) : broken;
        unread = null;
    }
}
