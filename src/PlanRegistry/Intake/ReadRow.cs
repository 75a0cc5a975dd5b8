using System.Globalization;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>One row on its way from named texts to a record: its cells as written, their values, and what is wrong with them.</summary>
public sealed class ReadRow
{
    private readonly RawRow raw;
    private readonly object?[] values;
    private readonly List<(string? Column, Problem Refusal)> refusals = [];

    internal ReadRow(IntakeContext context, PackTable table, Sheet sheet, SheetRow source, int ordinal)
    {
        (Context, Table, raw, Ordinal) = (context, table, new RawRow(sheet, source), ordinal);
        values = new object?[table.Shape.Columns.Count];
    }

    public IntakeContext Context { get; }
    public PackTable Table { get; }
    public SheetRow Source => raw.Row;

    /// <summary>The row's number in its file, from 1.</summary>
    public int Ordinal { get; }

    /// <summary>Where a sentence says that it stands.</summary>
    internal string Place => Source.IsOfInput
        ? string.Create(CultureInfo.InvariantCulture, $"row {Ordinal}")
        : string.Create(CultureInfo.InvariantCulture, $"{Table.File}:{Source.Line}");

    internal IReadOnlyList<object?> Values => values;

    /// <summary>Nothing that stands in a secret row is quoted.</summary>
    public bool IsSecret { get; internal set; }
    public bool IsRefused => refusals.Count > 0;

    /// <summary>The code that a row of this kind is known by before it is read.</summary>
    public string? GivenCode => Context.CodeOf(Source);

    /// <summary>The value of a column; null when not recorded (or refused).</summary>
    public object? this[Column column]
    {
        get => values[Table.Shape.PositionOf(column)];
        internal set => values[Table.Shape.PositionOf(column)] = value;
    }

    /// <summary>The value of a property; null when not recorded (or refused).</summary>
    public T? Get<T>(string property) where T : struct => this[Table.Shape.Of(property)] is T value ? value : null;

    /// <summary>The text of a property; null when not recorded (or refused).</summary>
    public string? Text(string property) => this[Table.Shape.Of(property)] as string;

    /// <summary>The cell as it is written under a heading; null when it is empty.</summary>
    public string? Raw(string heading) => raw[heading];

    /// <summary>What the row says of the column, refused or not.</summary>
    internal string? Written(Column column) => raw[column] ?? (this[column] is { } value ? column.Write(value) : null);

    internal RawRow AsWritten => raw;

    /// <summary>Takes what a cell stands for, or refuses it.</summary>
    internal void Read(Column column, string raw)
    {
        var cell = Table.Read(Context, column, raw);
        this[column] = cell.Value;
        if (cell.Refusal is { } refusal)
        {
            Refuse(column, refusal);
        }
    }

    /// <summary>What the cells must be to each other: in order where a column says so, and what the capability asks.</summary>
    internal void Check()
    {
        foreach (var later in Table.Shape.Columns.Where(c => c.NotBefore is not null))
        {
            var earlier = Table.Shape.Of(later.NotBefore!);
            switch (this[earlier], this[later])
            {
                case (PartialDate from, PartialDate to) when to.IsBefore(from) == true:
                    Refuse(later, Refusals.Before(later, to.ToString(), earlier, from.ToString()));
                    break;
                case (int from, int to) when to < from:
                    Refuse(later, Refusals.Before(later, later.Write(to)!, earlier, earlier.Write(from)!));
                    break;
                case (decimal low, decimal high) when high < low:
                    Refuse(later, Refusals.Below(later, later.Write(high)!, earlier, earlier.Write(low)!));
                    break;
            }
        }
        foreach (var column in Table.Shape.Columns.Where(c => c.IsReference && c.References == Table.Shape.Type && NamesItself(c)))
        {
            Refuse(column, Refusals.Itself(column, (string)this[Table.Shape.Key[0]]!));
        }
        Table.CheckRow?.Invoke(this);
    }

    private bool NamesItself(Column column) => this[column] is { } value && Table.Shape.Key is [var key]
        && this[key] is string code && column.Write(value) == $"{Context.View.Code}:{code}";

    public void Refuse(Column column, Problem refusal) => refusals.Add((column.Name, refusal));

    public void Refuse(string? heading, Problem refusal) => refusals.Add((heading, refusal));

    public bool IsRefusedIn(Column column) => refusals.Any(r => r.Column == column.Name);

    /// <summary>What shows to be wrong with a cell only when other rows are read.</summary>
    internal Problem At(Column column, Problem refusal) => raw.At(column.Name, refusal);

    /// <summary>The same of a heading that is none of the table's columns (a shorthand).</summary>
    internal Problem At(string? heading, Problem refusal) => raw.At(heading, IsSecret ? Unspoken(heading, refusal) : refusal);

    internal IEnumerable<Problem> Problems() => refusals.Select(r => At(r.Column, r.Refusal));

    /// <summary>A heading that is none of the table's is the sender's own words.</summary>
    private Problem Unspoken(string? heading, Problem refusal) => refusal.Value is null ? refusal
        : Refusals.Unspoken(heading is null ? null : Table.NameOf(heading)) with { Code = refusal.Code };
}
