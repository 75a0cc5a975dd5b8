using PlanRegistry.Records;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Ledger;

/// <summary>Whether what the registry serves is whole: looked at quickly before it serves, and through and through behind that.</summary>
public sealed class Soundness
{
    private readonly IStorage storage;
    private volatile Tuple<Text>? broken;

    internal Soundness(IStorage storage) => this.storage = storage;

    /// <summary>One sentence about the first thing that was found to be wrong.</summary>
    public Text? Broken => broken?.Item1;

    public void Glance() => Note(() => Verification.AtAGlance(storage));

    public void LookThrough() => Note(() => Verification.Of(storage).Broken);

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
