using PlanRegistry.Records;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Ledger;

/// <summary>Whether what the registry serves is whole: looked at quickly before it serves, and through and through behind that.</summary>
public sealed class Soundness
{
    // A row that is looked at leaves about a kilobyte, which the collector would leave until it has some hundred megabytes.
    private const int RowsUntilCollected = 200_000;

    private readonly IStorage storage;
    private volatile Tuple<Text>? broken;

    internal Soundness(IStorage storage) => this.storage = storage;

    /// <summary>One sentence about the first thing that was found to be wrong.</summary>
    public Text? Broken => broken?.Item1;

    public void Glance() => Note(() => Verification.AtAGlance(storage));

    public void LookThrough()
    {
        var rows = 0;
        Note(() => Verification.Of(storage, progress: ledger =>
        {
            rows += ledger.Rows;
            if (rows > RowsUntilCollected)
            {
                rows = 0;
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
            }
        }).Broken);
    }

    private void Note(Func<Text?> look)
    {
        try
        {
            broken = look() is { } sentence ? Tuple.Create(sentence) : broken;
        }
        catch (StorageException e)
        {
            broken = Tuple.Create(e.Sentence);
        }
    }
}
