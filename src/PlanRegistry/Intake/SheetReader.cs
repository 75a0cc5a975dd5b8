using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>Reads the rows of one sheet into records, naming every bad cell.</summary>
internal sealed class SheetReader
{
    private readonly Desk desk;
    private readonly Sheet sheet;
    private readonly PackTable table;
    private readonly int[] positions;
    private readonly HashSet<string> missing = [];

    public SheetReader(Desk desk, Sheet sheet)
    {
        (this.desk, this.sheet) = (desk, sheet);
        table = PackTable.ByTable(sheet.Table) ?? throw new ArgumentException($"No pack has a table {sheet.Table}.", nameof(sheet));
        var header = sheet.Columns.Select((c, i) => (c, i)).DistinctBy(p => p.c).ToDictionary(p => p.c, p => p.i, StringComparer.Ordinal);
        positions = [.. table.Shape.Columns.Select(c => header.GetValueOrDefault(c.Name, -1))];
    }

    /// <summary>What is wrong with the header: said once, not of every row.</summary>
    public IEnumerable<RowProblem> HeaderProblems()
    {
        // A mutation's row has no header of its own: a missing field is the row's problem, at its path.
        var first = sheet.Rows.FirstOrDefault(r => r.Path is not null) ?? new SheetRow(1, []);
        foreach (var column in sheet.Columns.Where(c => !table.Columns.Contains(c)).Distinct())
        {
            if (Renamings.Of(table.File, column) is { } now)
            {
                missing.Add(now);
            }
            yield return ReadRow.At(sheet, first, column, Refusals.UnknownColumn(table.File, column));
        }
        foreach (var column in sheet.Columns.GroupBy(c => c).Where(g => g.Count() > 1 && table.Columns.Contains(g.Key)).Select(g => g.Key))
        {
            yield return ReadRow.At(sheet, first, column, Refusals.RepeatedColumn(column));
        }
        foreach (var column in table.Required.Where(c => first.Path is null && !sheet.Columns.Any(h => h == c || Renamings.Of(table.File, h) == c)))
        {
            missing.Add(column);
            yield return ReadRow.At(sheet, first, column, Refusals.MissingColumn(column));
        }
    }

    /// <summary>Every row, with its record where nothing is wrong with it.</summary>
    public IEnumerable<(ReadRow Row, Record? Record)> Rows()
    {
        for (var i = 0; i < sheet.Rows.Count; i++)
        {
            var row = new ReadRow(table, sheet, sheet.Rows[i], i + 1);
            yield return (row, Read(row));
        }
    }

    private Record? Read(ReadRow row)
    {
        ReadCells(row);
        row.IsSecret = Secrets.IsAboutSecret(row, desk);
        if (row.IsSecret && table.PositionOf("title") >= 0 && row.Raw("title") is null)
        {
            row["title"] = Secrets.Title;
        }
        Defaults.Fill(row, desk);
        CheckRequired(row);
        RowChecks.Run(row);
        Secrets.Check(row, desk);
        return row.IsRefused ? null : table.Shape.Create(desk.Home, "", 0, default, row.Texts);
    }

    private void ReadCells(ReadRow row)
    {
        var cells = row.Source.Cells;
        for (var i = 0; i < positions.Length; i++)
        {
            if (positions[i] < 0 || positions[i] >= cells.Count || Cells.Trim(cells[positions[i]]) is not { } raw)
            {
                continue;
            }
            var column = table.Shape.Columns[i];
            var value = CellReader.Read(desk, table, column, raw);
            if (value.Refusal is { } refusal)
            {
                row.Refuse(column.Name, refusal);
            }
            else
            {
                row[column.Name] = value.Text;
            }
        }
        // A matched code, or that of the stub which the row describes.
        if (desk.Names.CodeOf(row.Source) is { } code && table.Shape.Key[^1].Name is var key && !row.IsRefusedIn(key))
        {
            row[key] = code;
        }
    }

    private void CheckRequired(ReadRow row)
    {
        foreach (var column in table.Shape.Columns.Where(c => c.IsRequired && row[c.Name] is null && !row.IsRefusedIn(c.Name) && !missing.Contains(c.Name)))
        {
            // A default that rests on a refused cell is no second mistake.
            if (!Defaults.Has(table.Table, column.Name) || !row.IsRefused && missing.Count == 0)
            {
                row.Refuse(column.Name, Refusals.Blank(column.Name));
            }
        }
    }
}
