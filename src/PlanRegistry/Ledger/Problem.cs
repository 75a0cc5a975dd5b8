using System.Globalization;
using PlanRegistry.Records;

namespace PlanRegistry.Ledger;

/// <summary>
/// 未通过校验: a refusal with a code, whole sentences, and where in the input or in the pack.
/// Written as targets.csv:14: unit "万元/人" is not known.
/// </summary>
/// <param name="Path">The field of the input, or file, line and column of a pack.</param>
/// <param name="Clause">The clause that demands it, where it is the law that refuses.</param>
public sealed record Problem(ProblemCode Code, Text Message, IReadOnlyList<string> Path, string? Clause = null)
{
    /// <summary>The offending value; null where it is missing, or secret.</summary>
    public string? Value { get; init; }

    /// <summary>The pack's file; null for what is wrong with a command.</summary>
    public string? File { get; init; }

    /// <summary>The line in the file; 0 when the file as a whole is meant.</summary>
    public int Line { get; init; }

    public string? Column { get; init; }

    /// <summary>The same at a place in a pack.</summary>
    public Problem At(string file, int line = 0, string? column = null) => this with
    {
        File = file, Line = line, Column = column,
        Path = [
            file,
            .. line > 0 ? [line.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
            .. column is null ? [] : new[] { column }],
    };

    /// <summary>Behind its place in a pack.</summary>
    public Text Placed => File is null ? Message
        : Line > 0 ? new Text($"{File}:{Line}：{Message.Zh}", $"{File}:{Line}: {Message.En}")
        : new Text($"{File}：{Message.Zh}", $"{File}: {Message.En}");

    public override string ToString() => Placed.En;
}
