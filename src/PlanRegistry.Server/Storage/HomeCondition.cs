using PlanRegistry.Records;

namespace PlanRegistry.Server.Storage;

/// <summary>Whether a home can be written to now, and a sentence where it cannot, or soon may not be.</summary>
/// <param name="Trouble">The same in a word.</param>
public sealed record HomeCondition(bool CanWrite, Text? Sentence, Trouble? Trouble)
{
    public static readonly HomeCondition Sound = new(true, null, null);

    /// <summary>On its disk; null where that is another machine's.</summary>
    public long? FreeBytes { get; init; }
}
