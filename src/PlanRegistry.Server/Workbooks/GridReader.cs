using System.Globalization;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using PlanRegistry.Indicators;
using PlanRegistry.Server.Packs;

namespace PlanRegistry.Server.Workbooks;

/// <summary>Reads the cells of a file as shown: numbers to 15 digits, days by their format, formulas by their stored value.</summary>
internal static class GridReader
{
    /// <summary>More columns than the format has are a damage, which a reader would walk through row by row.</summary>
    private const int XlsColumns = 256;
    private const int XlsxColumns = 16_384;

    /// <summary>Empty ones too: a sheet that is formatted to its last column has no end.</summary>
    private const int MostCells = 50_000_000;

    static GridReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static GridBook Xlsx(string name, byte[] bytes) => Telling(name, () =>
    {
        var look = OpenXmlLook.Of(name, bytes);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes, writable: false));
        return new GridBook(name, Sheets(name, reader, look, XlsxColumns));
    });

    public static GridBook Xls(string name, byte[] bytes) => Telling(name, () =>
    {
        using var reader = ExcelReaderFactory.CreateBinaryReader(new MemoryStream(bytes, writable: false),
            new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding(936) });
        return new GridBook(name, Sheets(name, reader, null, XlsColumns), IsUnchecked: true);
    });

    /// <summary>Whatever a reader stumbles over is a damaged file.</summary>
    private static GridBook Telling(string name, Func<GridBook> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException)
        {
            throw WorkbookFile.Locked(name);
        }
        catch (Exception e) when (e is ExcelReaderException or XmlException or InvalidDataException or IOException or FormatException
            or ArgumentException or InvalidOperationException or OverflowException or NullReferenceException or IndexOutOfRangeException
            or KeyNotFoundException or NotSupportedException or InvalidCastException
            or DocumentFormat.OpenXml.Packaging.OpenXmlPackageException)
        {
            throw WorkbookFile.Damaged(name, e);
        }
    }

    private static List<Grid> Sheets(string name, IExcelDataReader reader, OpenXmlLook? look, int mostColumns)
    {
        if (reader.ResultsCount > WorkbookLimits.Sheets)
        {
            throw WorkbookFile.Beyond(name, $"{WorkbookLimits.Sheets}张表", $"{WorkbookLimits.Sheets} sheets");
        }
        var (grids, left, cells) = (new List<Grid>(), WorkbookLimits.Rows, 0L);
        do
        {
            if (reader.FieldCount > mostColumns)
            {
                throw new InvalidDataException($"{reader.FieldCount} columns");
            }
            grids.Add(Once(name, grids, Sheet(name, reader, look, grids.Count, ref left, ref cells)));
        }
        while (reader.NextResult());
        return grids;
    }

    /// <param name="left">How many rows the workbook may still have.</param>
    /// <param name="cells">How many cells it has had, empty ones too.</param>
    private static Grid Sheet(string name, IExcelDataReader reader, OpenXmlLook? look, int number, ref int left, ref long cells)
    {
        var rows = new List<GridRow>();
        while (reader.Read())
        {
            if (--left < 0)
            {
                throw WorkbookFile.Beyond(name, $"{WorkbookLimits.Rows}行", $"{WorkbookLimits.Rows} rows");
            }
            if ((cells += reader.FieldCount) > MostCells)
            {
                throw WorkbookFile.Beyond(name, $"{MostCells}格", $"{MostCells} cells");
            }
            rows.Add(Row(name, reader, rows.Count, look?.Sheet(number), look?.DaysShort ?? 0));
        }
        var called = reader.Name ?? throw new InvalidDataException("a sheet without a name");
        return new Grid(called, reader.VisibleState != "visible", rows, Merges(name, reader, rows.Count));
    }

    private static List<Merge> Merges(string name, IExcelDataReader reader, int rows)
    {
        var merges = reader.MergeCells ?? [];
        if (merges.Length > WorkbookLimits.Merges)
        {
            throw WorkbookFile.Beyond(name, $"{WorkbookLimits.Merges}处合并单元格", $"{WorkbookLimits.Merges} merged cells");
        }
        if (merges.Any(m => m.FromRow < 0 || m.FromColumn < 0))
        {
            throw new InvalidDataException("a merged cell above or before the first");
        }
        return [.. merges.Select(m => new Merge(m.FromRow, m.FromColumn, m.ToRow, Math.Min(m.ToColumn, WorkbookLimits.Columns)))
            .Where(m => m.FromRow < rows)];
    }

    /// <summary>What no spreadsheet makes: a place in it would be two.</summary>
    private static Grid Once(string name, List<Grid> grids, Grid grid)
    {
        if (grids.Exists(g => g.Name.Equals(grid.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new PackException($"“{name}”有两张表都叫“{SheetWalk.Short(grid.Name)}”，无法区分；请改名后再导入。",
                $"'{name}' has two sheets called \"{SheetWalk.Short(grid.Name)}\", which cannot be told apart: "
                    + "rename one and import again.");
        }
        return !grid.HasOverlaps ? grid : throw new PackException(
            $"“{name}”的表“{SheetWalk.Short(grid.Name)}”有相互重叠的合并单元格，不能读取；请取消合并后再导入。",
            $"'{name}' has merged cells that overlap on the sheet \"{SheetWalk.Short(grid.Name)}\": unmerge them and import again.");
    }

    private static GridRow Row(string name, IExcelDataReader reader, int row, LookedSheet? sheet, int daysShort)
    {
        var cells = new GridCell[Math.Min(reader.FieldCount, WorkbookLimits.Columns)];
        for (var i = 0; i < reader.FieldCount; i++)
        {
            var value = reader.GetValue(i) is DateTime day ? day.AddDays(daysShort) : reader.GetValue(i);
            var text = Intake.Cells.Trim(Shown(value, reader.GetNumberFormatString(i)));
            if (text is { Length: > WorkbookLimits.CellLength } || (text is not null && i >= WorkbookLimits.Columns))
            {
                throw WorkbookFile.CellBeyond(name);
            }
            if (i < cells.Length)
            {
                cells[i] = new GridCell(text, sheet?.FaultAt(row, i) ?? CellFault.None, sheet?.IsStruck(row, i) == true);
            }
        }
        return new GridRow(row + 1, cells, reader.RowHeight == 0 || sheet?.IsHidden(row) == true);
    }

    /// <summary>As the formula bar shows it. A day whose format shows no day of the month is a month, or a year.</summary>
    private static string? Shown(object? value, string? format) => value switch
    {
        null => null,
        double number => Number(number, format),
        int number => Number(number, format),
        DateTime day => Day(day, FormatCode.Of(format, 1)),
        bool yes => yes ? "是" : "否",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static string Day(DateTime day, string codes) => day.ToString(
        codes is "" || codes.Contains('d') ? "yyyy-MM-dd" : codes.Contains('m') ? "yyyy-MM" : "yyyy", CultureInfo.InvariantCulture);

    /// <summary>To 15 digits, with the decimals that its format shows: 2027.10 is a month, of which 2027.1 would be another.</summary>
    private static string Number(double number, string? format)
    {
        var text = number.ToString("G15", CultureInfo.InvariantCulture);
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact))
        {
            return text;
        }
        var codes = FormatCode.Of(format, number);
        var shown = Quantity.Number(codes.Contains('%') ? exact * 100 : exact);
        return shown.IndexOf('.', StringComparison.Ordinal) is > 0 and var point
            ? shown.PadRight(point + 1 + FormatCode.Decimals(codes), '0') : shown;
    }
}
