namespace PlanRegistry.Ledger;

/// <summary>The rows of a ledger that were read at once, by which it is known which of its heads share them.</summary>
public sealed class LoadedRows(int count)
{
    public int Count { get; } = count;
}
