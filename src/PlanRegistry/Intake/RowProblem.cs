using System.Globalization;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>Why a row is refused. Written as targets.csv:14: unit "万元/人" is not known.</summary>
/// <param name="Line">0 when the file as a whole is meant.</param>
/// <param name="Value">The offending value; null where it is missing, or secret.</param>
/// <param name="Message">One clear sentence, without the place.</param>
public sealed record RowProblem(
    string File, int Line, string? Column, string? Value, ProblemCode Code, Text Message, string? Clause = null, IReadOnlyList<string>? Path = null)
{
    public Problem ToProblem() => new(Code, Message, FullPath, Clause);

    private IReadOnlyList<string> FullPath =>
        Path is null ? [File, .. Line > 0 ? [Line.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(), .. Column is null ? [] : new[] { Column }]
        : Column is null ? Path
        : [.. Path, Names.Camel(Column)];

    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Message.En}" : $"{File}: {Message.En}";
}

/// <summary>What is wrong with one cell or row, before it is known where that stands.</summary>
internal sealed record Refusal(ProblemCode Code, Text Message, string? Value = null, string? Clause = null);

/// <summary>A cell's canonical text, or why it is refused.</summary>
internal readonly record struct CellValue(string? Text, Refusal? Refusal)
{
    public static implicit operator CellValue(string text) => new(text, null);

    public static implicit operator CellValue(Refusal refusal) => new(null, refusal);
}
