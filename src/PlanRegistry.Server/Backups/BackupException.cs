using PlanRegistry.Records;
using PlanRegistry.Server.Commands;

namespace PlanRegistry.Server.Backups;

/// <summary>Why there is no backup, or why nothing was restored: one sentence, and the exit code of the command.</summary>
public sealed class BackupException(Text sentence, int code = CommandLine.Refused, Exception? inner = null) : Exception(sentence.En, inner)
{
    public Text Sentence { get; } = sentence;

    public int Code { get; } = code;
}
