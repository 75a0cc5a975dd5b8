using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>Reads the rows of one sheet into records, naming every bad cell.</summary>
internal sealed class SheetReader
{
    private readonly IntakeContext context;
    private readonly Sheet sheet;
    private readonly PackTable table;
    private readonly int[] positions;
    private readonly HashSet<Column> missing = [];

    public SheetReader(IntakeContext context, Sheet sheet)
    {
        (this.context, this.sheet) = (context, sheet);
        table = Tables.ByName(sheet.Table) ?? throw new ArgumentException($"No pack has a table {sheet.Table}.", nameof(sheet));
        positions = [.. table.Shape.Columns.Select(c => sheet.PositionOf(c.Name))];
    }

    /// <summary>What is wrong with the header: said once, not of every row.</summary>
    public IEnumerable<Problem> HeaderProblems()
    {
        // A mutation's row has no header of its own: a missing field is the row's problem, at its path.
        var first = new RawRow(sheet, sheet.Rows.FirstOrDefault(r => r.IsOfInput) ?? new SheetRow(1, []));
        foreach (var heading in sheet.Columns.Where(c => !table.Columns.Contains(c)).Distinct())
        {
            if (Renamings.Of(table.File, heading) is { } now && table.Shape.Find(now) is { } renamed)
            {
                missing.Add(renamed);
            }
            yield return Secrets.MayStandIn(context, table, sheet)
                ? first.At((string?)null, Refusals.SecretHeading(table.File, sheet.PositionOf(heading) + 1))
                : first.At(heading, Refusals.UnknownColumn(table.File, heading));
        }
        foreach (var heading in sheet.Columns.GroupBy(c => c).Where(g => g.Count() > 1 && table.Columns.Contains(g.Key)).Select(g => g.Key))
        {
            yield return first.At(heading, Refusals.RepeatedColumn(heading));
        }
        foreach (var column in table.Required.Where(c => !first.Row.IsOfInput && sheet.PositionOf(c.Name) < 0 && missing.Add(c)))
        {
            yield return first.At(column.Name, Refusals.MissingColumn(column.Name));
        }
    }

    /// <summary>Every row, with its record where nothing is wrong with it.</summary>
    public IEnumerable<(ReadRow Row, Record? Record)> Rows()
    {
        for (var i = 0; i < sheet.Rows.Count; i++)
        {
            var row = new ReadRow(context, table, sheet, sheet.Rows[i], i + 1);
            yield return (row, Read(row));
        }
    }

    private Record? Read(ReadRow row)
    {
        ReadCells(row);
        row.IsSecret = Secrets.IsAboutSecret(row);
        Secrets.FillTitle(row);
        FillDefaults(row);
        CheckCode(row);
        CheckRequired(row);
        row.Check();
        Secrets.Check(row);
        return row.IsRefused || table.Shape.Columns.Any(c => c.IsRequired && row[c] is null)
            ? null
            : table.Shape.Create(context.Home, "", row.Values);
    }

    private void ReadCells(ReadRow row)
    {
        var cells = row.Source.Cells;
        for (var i = 0; i < positions.Length; i++)
        {
            if (positions[i] >= 0 && positions[i] < cells.Count && Cells.Trim(cells[positions[i]]) is { } raw)
            {
                row.Read(table.Shape.Columns[i], raw);
            }
        }
        // A matched code, or that of the stub which the row describes.
        if (row.GivenCode is { } code && !row.IsRefusedIn(table.Shape.Key[^1]))
        {
            row[table.Shape.Key[^1]] = code;
        }
    }

    private void FillDefaults(ReadRow row)
    {
        foreach (var column in table.Shape.Columns.Where(c => c.Default is not null))
        {
            Fill(row, column, _ => column.Parse(column.Default!, context.Home));
        }
        foreach (var (column, value) in table.Defaults)
        {
            Fill(row, column, value);
        }
    }

    /// <summary>A refused cell is not empty: nothing may be assumed in its place.</summary>
    private static void Fill(ReadRow row, Column column, Func<ReadRow, object?> value)
    {
        if (row[column] is null && !row.IsRefusedIn(column) && !(column.MayBeNobody && row.Raw(column.Name) == PackTable.Nobody))
        {
            row[column] = value(row);
        }
    }

    /// <summary>A code that was worked out is held to what one that is written is: an export could not bring another back.</summary>
    private void CheckCode(ReadRow row)
    {
        var column = table.Shape.Key[^1];
        if (!row.IsRefused && row[column] is string code && row.Raw(column.Name) is null
            && table.Read(context, column, code).Refusal is { } refusal)
        {
            row.Refuse(column, refusal);
        }
    }

    private void CheckRequired(ReadRow row)
    {
        foreach (var column in table.Shape.Columns
            .Where(c => c.IsRequired && row[c] is null && !row.IsRefusedIn(c) && !missing.Contains(c)))
        {
            // A default that rests on a refused cell is no second mistake.
            if (!table.HasDefault(column) || (!row.IsRefused && missing.Count == 0))
            {
                row.Refuse(column, Refusals.Blank(column));
            }
        }
    }
}
