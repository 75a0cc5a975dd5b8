using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PlanRegistry.Records;
using PlanRegistry.Server.Exports;
using PlanRegistry.Server.Workbooks;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using Column = DocumentFormat.OpenXml.Spreadsheet.Column;
using Header = PlanRegistry.Server.Workbooks.Header;
using Workbook = PlanRegistry.Server.Exports.Workbook;

namespace PlanRegistry.Server.Funding;

/// <summary>One sheet of an office's workbook, written anew with the answers.</summary>
/// <param name="columns">Where each answer goes, counted from 0.</param>
/// <param name="answers">By row, counted from 0: a text for each of the columns.</param>
internal sealed class FilledPart(IReadOnlyList<(int Index, bool IsNew)> columns, Header header,
    IReadOnlyDictionary<int, IReadOnlyList<string?>> answers, Language language, FilledLooks looks)
{
    /// <summary>In characters of Latin script: a column that nobody has made wider.</summary>
    private const int Unset = 8;

    private readonly Dictionary<int, int> widths = [];

    public void Rewrite(WorksheetPart part)
    {
        using var made = new MemoryStream();
        using (var reader = OpenXmlReader.Create(part))
        using (var writer = OpenXmlWriter.Create(made))
        {
            reader.Read();
            writer.WriteStartDocument();
            writer.WriteStartElement(reader);
            var hasColumns = false;
            var page = new FilledPage(columns.Any(c => c.IsNew));
            for (var goes = reader.ReadFirstChild(); goes; goes = reader.ReadNextSibling())
            {
                page.Before(reader.ElementType).ForEach(writer.WriteElement);
                if (reader.ElementType == typeof(SheetData))
                {
                    if (!hasColumns)
                    {
                        Write(writer, Widened(null));
                    }
                    Rows(reader, writer);
                }
                else if (reader.LoadCurrentElement() is { } element)
                {
                    hasColumns |= element is Columns;
                    Write(writer, element switch
                    {
                        // It is reckoned anew.
                        SheetDimension => null,
                        Columns old => Widened(old),
                        AutoFilter filter => Wider(filter),
                        MergeCells merges => Unmerged(merges),
                        _ => page.Fitted(element),
                    });
                }
            }
            page.Before(null).ForEach(writer.WriteElement);
            writer.WriteEndElement();
        }
        made.Position = 0;
        part.FeedData(made);
    }

    private static void Write(OpenXmlWriter writer, OpenXmlElement? element)
    {
        if (element is not null)
        {
            writer.WriteElement(element);
        }
    }

    private void Rows(OpenXmlReader reader, OpenXmlWriter writer)
    {
        writer.WriteStartElement(reader);
        var at = -1;
        for (var goes = reader.ReadFirstChild(); goes; goes = reader.ReadNextSibling())
        {
            var element = reader.LoadCurrentElement()!;
            if (element is Row row)
            {
                at = row.RowIndex is { } number ? (int)number.Value - 1 : at + 1;
                Fill(row, at);
            }
            writer.WriteElement(element);
        }
        writer.WriteEndElement();
    }

    private void Fill(Row row, int at)
    {
        if (at == header.First)
        {
            foreach (var ((index, isNew), head) in columns.Zip(FilledSheet.Heads))
            {
                if (isNew)
                {
                    var (cell, beside) = CellAt(row, at, index);
                    (cell.StyleIndex, cell.DataType) = (beside, CellValues.InlineString);
                    cell.Append(Workbook.Words(head.In(language)));
                }
            }
        }
        if (!answers.TryGetValue(at, out var texts))
        {
            return;
        }
        foreach (var ((index, _), text) in columns.Zip(texts))
        {
            var (cell, beside) = CellAt(row, at, index);
            cell.StyleIndex = looks.Of(beside, Workbook.IsLikeFormula(text));
            if (text is not null)
            {
                cell.DataType = CellValues.InlineString;
                cell.Append(Workbook.Words(text));
            }
        }
        // A height that was chosen for less would hide what is answered.
        row.Height = Math.Max(row.Height?.Value ?? 0, RowHeights.Of(texts.Zip(columns, (text, c) => (text, WidthOf(c.Index)))));
        row.CustomHeight = null;
    }

    /// <summary>As wide as the office has made a column of its own; else as a spreadsheet makes one.</summary>
    private int WidthOf(int index) => widths.GetValueOrDefault(index, Unset);

    private AutoFilter Wider(AutoFilter filter)
    {
        filter.Reference = FilledPrinting.Wider(filter.Reference?.Value ?? "", header.First, columns);
        return filter;
    }

    /// <summary>An empty cell in its place among those of the row; and how it looks, or the one before it.</summary>
    private static (Cell Cell, uint Beside) CellAt(Row row, int at, int index)
    {
        var (column, before) = (-1, default(Cell));
        foreach (var cell in row.Elements<Cell>())
        {
            column = cell.CellReference?.Value is { } place ? OpenXmlLook.ColumnOf(place) : column + 1;
            if (column == index)
            {
                var empty = new Cell { CellReference = cell.CellReference, StyleIndex = cell.StyleIndex };
                row.ReplaceChild(empty, cell);
                return (empty, empty.StyleIndex?.Value ?? 0);
            }
            if (column > index)
            {
                break;
            }
            before = cell;
        }
        row.Spans = null;
        var made = new Cell { CellReference = $"{Grid.Letters(index + 1)}{at + 1}" };
        _ = before is null ? row.PrependChild(made) : row.InsertAfter(made, before);
        return (made, before?.StyleIndex?.Value ?? 0);
    }

    /// <summary>New columns are as wide as their answers need, whatever stretch of columns they lay in.</summary>
    private Columns? Widened(Columns? old)
    {
        List<Column> all = [.. old?.Elements<Column>().Select(c => (Column)c.CloneNode(deep: true)) ?? []];
        foreach (var ((index, isNew), width) in columns.Zip(FilledSheet.Widths))
        {
            if (isNew)
            {
                var number = (uint)index + 1;
                all = [.. all.SelectMany(c => Without(c, number)),
                    new Column { Min = number, Max = number, Width = width, CustomWidth = true }];
            }
        }
        foreach (var (index, _) in columns)
        {
            widths[index] = (int)(all.Find(c => c.Min!.Value <= index + 1 && c.Max!.Value > index)?.Width?.Value ?? Unset);
        }
        return all.Count == 0 ? null : new Columns(all.OrderBy(c => c.Min!.Value));
    }

    private static IEnumerable<Column> Without(Column stretch, uint number)
    {
        var (min, max) = (stretch.Min!.Value, stretch.Max!.Value);
        if (number < min || number > max)
        {
            return [stretch];
        }
        var (left, right) = ((Column)stretch.CloneNode(true), (Column)stretch.CloneNode(true));
        (left.Max, right.Min) = (number - 1, number + 1);
        return new[] { left, right }.Where(c => c.Min!.Value <= c.Max!.Value);
    }

    /// <summary>Each line has an answer of its own; a heading of two rows is one.</summary>
    private MergeCells? Unmerged(MergeCells merges)
    {
        foreach (var merge in merges.Elements<MergeCell>().Where(m => m.Reference?.Value is { } r && Merged(r) is { } at
            && columns.Any(c => answers.Keys.Any(row => at.Holds(row, c.Index)))).ToList())
        {
            merge.Remove();
        }
        foreach (var (index, _) in columns.Where(c => c.IsNew && header.Last > header.First))
        {
            var letters = Grid.Letters(index + 1);
            merges.Append(new MergeCell { Reference = $"{letters}{header.First + 1}:{letters}{header.Last + 1}" });
        }
        merges.Count = (uint)merges.ChildElements.Count;
        return merges.HasChildren ? merges : null;
    }

    private static Merge? Merged(string reference) => reference.Split(':') is [var from, var to]
        ? new Merge(OpenXmlLook.RowOf(from), OpenXmlLook.ColumnOf(from), OpenXmlLook.RowOf(to), OpenXmlLook.ColumnOf(to)) : null;
}
