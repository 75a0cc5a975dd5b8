using System.Globalization;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using Calendar = PlanRegistry.Records.Calendar;

namespace PlanRegistry.Ledger;

/// <summary>改写、撤销: what was recorded and a command would change, or withdraw whole.</summary>
/// <param name="Old">The record as it stands.</param>
/// <param name="Columns">Those whose values would be gone; none where the record is withdrawn.</param>
/// <param name="At">A refusal, where the command asks for it: at a cell, a field, a file.</param>
public sealed record Overwriting(Record Old, IReadOnlyList<Column> Columns, Func<Column?, Problem, Problem> At)
{
    /// <summary>What a sentence calls the column, where the record came from one of another table; null: its own name.</summary>
    public Text? Heading { get; init; }

    /// <summary>The day on which the registry first heard of the record: no correction makes it younger.</summary>
    public DateOnly FirstDay(RegistryView view) => Calendar.DayOf(view.FirstRecordedAt(Old));

    /// <summary>Recorded so long ago that to overwrite what a breach concerns takes a document.</summary>
    public bool IsOld(RegistryView view, DateOnly today) => FirstDay(view) < today.AddDays(-view.Policy.Of(PolicyKeys.OverwritingDays,
        today));

    private RecordShape Shape => RecordShape.Of(Old.GetType());

    /// <summary>One for each value.</summary>
    public IEnumerable<Problem> WithoutReason() => Refuse(
        "，改写须说明理由", "，撤销须说明理由",
        " and is overwritten only with a reason", " and is withdrawn only with a reason");

    /// <summary>One for each value, of a record that findings of these rules rest on.</summary>
    public IEnumerable<Problem> WithoutDocument(DateOnly since, IEnumerable<string> rules)
    {
        var (day, codes) = (since.InWords().Zh, rules.ToList());
        var (zh, en) = ($"（最早于{day}录入），且涉及尚未整改的问题{string.Join("、", codes)}",
            $" (first on {since:yyyy-MM-dd}), and findings stand that concern it ({string.Join(", ", codes)}): ");
        return Refuse($"{zh}，改写除理由外还须有依据文件", $"{zh}，撤销除理由外还须有依据文件",
            $"{en}it is overwritten only with a document beside the reason", $"{en}it is withdrawn only with a document beside the reason");
    }

    private IEnumerable<Problem> Refuse(string zh, string withdrawnZh, string en, string withdrawnEn) => Columns.Count == 0
        ? [At(null, Problem($"{Shape.Table} 的记录“{Old.RecordCode}”已登记{withdrawnZh}。",
            $"\"{Old.RecordCode}\" of {Shape.Table} is recorded{withdrawnEn}.", Old.RecordCode))]
        : Columns.Select(c => At(c, Problem(
            $"{Heading?.Zh ?? c.Label}已登记为“{Said(c)}”{zh}。", $"{Heading?.En ?? c.Name} is recorded as \"{Said(c)}\"{en}.", Said(c))));

    private string Said(Column column) =>
        column.ReferenceWithin(Old) is { Length: > 80 } text ? text[..79].ReplaceLineEndings(" ") + "…" : column.ReferenceWithin(Old)!;

    private static Problem Problem(string zh, string en, string value) =>
        new(ProblemCode.ReasonRequired, new Text(zh, en), []) { Value = value };
}
