using PlanRegistry.Records;

namespace PlanRegistry.Server.Packs;

/// <summary>A pack as a whole cannot be read or written: one sentence for the person who named it.</summary>
public sealed class PackException(string zh, string en, Exception? inner = null) : Exception(en, inner)
{
    public Text Sentence { get; } = new(zh, en);
}
