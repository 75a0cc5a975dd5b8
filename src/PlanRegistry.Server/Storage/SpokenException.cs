using PlanRegistry.Records;

namespace PlanRegistry.Server.Storage;

/// <summary>
/// Something outside of the program keeps it from doing what it was asked: whoever asked reads the sentence, and a client the code.
/// </summary>
public abstract class SpokenException(Text sentence, string code, Exception? inner = null) : Exception(sentence.En, inner)
{
    public Text Sentence { get; } = sentence;

    /// <summary>As <c>extensions.code</c> has it.</summary>
    public string Code { get; } = code;
}
