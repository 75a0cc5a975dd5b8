using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>One row on its way from text to record: its cells as written, their canonical texts, and what is wrong with them.</summary>
internal sealed class ReadRow
{
    private readonly Sheet sheet;
    private readonly string?[] texts;
    private readonly List<(string? Column, Refusal Refusal)> refusals = [];

    public ReadRow(PackTable table, Sheet sheet, SheetRow source, int ordinal)
    {
        (Table, this.sheet, Source, Ordinal) = (table, sheet, source, ordinal);
        texts = new string?[table.Shape.Columns.Count];
    }

    public PackTable Table { get; }
    public SheetRow Source { get; }

    /// <summary>The row's number in its file, from 1.</summary>
    public int Ordinal { get; }
    public IReadOnlyList<string?> Texts => texts;

    /// <summary>Nothing that stands in a secret row is quoted.</summary>
    public bool IsSecret { get; set; }
    public bool IsRefused => refusals.Count > 0;

    /// <summary>The canonical text of a column; null when not recorded (or refused).</summary>
    public string? this[string column]
    {
        get => Table.PositionOf(column) is >= 0 and var position ? texts[position] : null;
        set => texts[Table.PositionOf(column)] = value;
    }

    public string? Raw(string column) => RawCells.Cell(sheet, Source, column);

    /// <summary>What the row says of the column, refused or not.</summary>
    public string? Written(string column) => Raw(column) ?? this[column];

    public bool SaysSecret => RawCells.SaysSecret(sheet, Source);

    public Key<T>? Key<T>(string column, DistrictCode home) => Records.Key<T>.TryParse(this[column], home, out var key) ? key : null;

    public void Refuse(string? column, Refusal refusal) => refusals.Add((column, refusal));

    public bool IsRefusedIn(string column) => refusals.Any(r => r.Column == column);

    public IEnumerable<RowProblem> Problems() => refusals.Select(r => At(sheet, Source, r.Column, IsSecret ? Spoken(r.Column, r.Refusal) : r.Refusal));

    public static RowProblem At(Sheet sheet, SheetRow row, string? column, Refusal refusal) =>
        new(sheet.File, row.Line, column, refusal.Value, refusal.Code, refusal.Message, refusal.Clause, row.Path);

    private static Refusal Spoken(string? column, Refusal refusal) => refusal.Value is null ? refusal : Refusals.Unspoken(column) with { Code = refusal.Code };
}
