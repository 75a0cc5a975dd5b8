using System.Globalization;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using Calendar = PlanRegistry.Records.Calendar;

namespace PlanRegistry.Ledger;

/// <summary>改写、撤销、增补: what was recorded and a command would change, withdraw whole, or add to.</summary>
/// <param name="Old">The record as it stands.</param>
/// <param name="Columns">Those whose values would be gone; none where the record is withdrawn or added to.</param>
/// <param name="At">A refusal, where the command asks for it: at a cell, a field, a file.</param>
public sealed record Overwriting(Record Old, IReadOnlyList<Column> Columns, Func<Column?, Problem, Problem> At)
{
    /// <summary>What a sentence calls the column, where the record came from one of another table; null: its own name.</summary>
    public Text? Heading { get; init; }

    /// <summary>
    /// An entry that it would add to a list recorded as approved, or now drop from it: the government is not seen to have approved that.
    /// </summary>
    public DirectoryEntry? Added { get; init; }

    /// <summary>What a finding must concern for it to matter.</summary>
    public Record Subject => Added ?? Old;

    /// <summary>The day on which the registry first heard of the record: no correction makes it younger.</summary>
    public DateOnly FirstDay(RegistryView view) => Calendar.DayOf(view.FirstRecordedAt(Old));

    /// <summary>Recorded so long ago that to overwrite what a breach concerns takes a document.</summary>
    public bool IsOld(RegistryView view, DateOnly today) => FirstDay(view) < today.AddDays(-view.Policy.Of(PolicyKeys.OverwritingDays,
        today));

    private RecordShape Shape => RecordShape.Of(Old.GetType());

    /// <summary>One for each value.</summary>
    /// <param name="view">In which values are called by name.</param>
    public IEnumerable<Problem> WithoutReason(RegistryView view) => Refuse(view, "", "须说明理由", " and is", "only with a reason");

    /// <summary>One for each value, of a record that findings of these rules rest on.</summary>
    public IEnumerable<Problem> WithoutDocument(RegistryView view, DateOnly since, IEnumerable<string> rules)
    {
        var (day, codes) = (since.InWords().Zh, rules.ToList());
        return Refuse(view, $"（最早于{day}录入），且涉及尚未整改的问题{string.Join("、", codes)}", "除理由外还须有依据文件",
            $" (first on {since:yyyy-MM-dd}), and findings stand that concern it ({string.Join(", ", codes)}): it is",
            "only with a document beside the reason");
    }

    private IEnumerable<Problem> Refuse(RegistryView view, string note, string needs, string noteEn, string needsEn) =>
        Added is not null
        ? [At(null, Problem($"目录清单{Old.RecordCode}已录入批准{note}，{(Added.Dropped == true ? "移出" : "增补")}第{Added.Code}项{needs}。",
            $"the directory list {Old.RecordCode} is recorded as approved{noteEn} "
                + $"{(Added.Dropped == true ? "relieved of" : "given")} entry {Added.Code} {needsEn}.", Added.Code))]
        : Columns.Count == 0
        ? [At(null, Problem($"{Shape.Named.Zh}的记录“{Old.RecordCode}”已登记{note}，撤销{needs}。",
            $"\"{Old.RecordCode}\" of {Shape.Table} is recorded{noteEn} withdrawn {needsEn}.", Old.RecordCode))]
        : Columns.Select(c => At(c, Problem($"{Heading?.Zh ?? c.Label}已登记为“{Said(c, view).Zh}”{note}，改写{needs}。",
            $"{Heading?.En ?? c.Name} is recorded as \"{Said(c, view).En}\"{noteEn} overwritten {needsEn}.", Code(c))));

    /// <summary>In words: agencies by name, terms, yes and no. Another record is told by its code: it may not be the reader's.</summary>
    private Text Said(Column column, RegistryView view) =>
        (column.References is null || column.References == typeof(Agency)) && RecordNames.Of(column, Old, view) is { } words
            ? new Text(Short(words.Zh), Short(words.En)) : Code(column);

    private string Code(Column column) => Short(column.ReferenceWithin(Old)!);

    private static string Short(string text) => text.Length > 80 ? text[..79].ReplaceLineEndings(" ") + "…" : text;

    private static Problem Problem(string zh, string en, string value) =>
        new(ProblemCode.ReasonRequired, new Text(zh, en), []) { Value = value };
}
