using PlanRegistry.Records;

namespace PlanRegistry.Server.Storage;

/// <summary>Whether a home can be written to now, and a sentence where it cannot, or soon may not be.</summary>
public sealed record HomeCondition(bool CanWrite, Text? Sentence)
{
    public static readonly HomeCondition Sound = new(true, null);
}
