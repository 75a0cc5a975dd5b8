using System.Globalization;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
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
        var look = OpenXmlLook.Of(bytes);
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
            throw Beyond(name, $"{WorkbookLimits.Sheets}张表", $"{WorkbookLimits.Sheets} sheets");
        }
        var (grids, left, cells) = (new List<Grid>(), WorkbookLimits.Rows, 0L);
        do
        {
            if (reader.FieldCount > mostColumns)
            {
                throw new InvalidDataException($"{reader.FieldCount} columns");
            }
            var rows = new List<GridRow>();
            var sheet = look?.Sheet(reader.Name);
            while (reader.Read())
            {
                if (--left < 0)
                {
                    throw Beyond(name, $"{WorkbookLimits.Rows}行", $"{WorkbookLimits.Rows} rows");
                }
                if ((cells += reader.FieldCount) > MostCells)
                {
                    throw Beyond(name, $"{MostCells}格", $"{MostCells} cells");
                }
                rows.Add(Row(name, reader, rows.Count, sheet));
            }
            IReadOnlyList<Merge> merges = [.. (reader.MergeCells ?? [])
                .Select(m => new Merge(m.FromRow, m.FromColumn, m.ToRow, Math.Min(m.ToColumn, WorkbookLimits.Columns)))
                .Where(m => m.FromRow < rows.Count)];
            grids.Add(new Grid(reader.Name, reader.VisibleState != "visible", rows, merges));
        }
        while (reader.NextResult());
        return grids;
    }

    private static GridRow Row(string name, IExcelDataReader reader, int row, LookedSheet? sheet)
    {
        var cells = new GridCell[Math.Min(reader.FieldCount, WorkbookLimits.Columns)];
        for (var i = 0; i < reader.FieldCount; i++)
        {
            var text = Intake.Cells.Trim(Shown(reader.GetValue(i), reader.GetNumberFormatString(i)));
            if (text is { Length: > WorkbookLimits.CellLength } || (text is not null && i >= WorkbookLimits.Columns))
            {
                throw Beyond(name, $"每行{WorkbookLimits.Columns}格、每格{WorkbookLimits.CellLength}字",
                    $"{WorkbookLimits.Columns} cells in a row or {WorkbookLimits.CellLength} characters in a cell");
            }
            if (i < cells.Length)
            {
                cells[i] = new GridCell(text, sheet?.FaultAt(row, i) ?? CellFault.None, sheet?.IsStruck(row, i) == true);
            }
        }
        return new GridRow(row + 1, cells, reader.RowHeight == 0);
    }

    private static PackException Beyond(string name, string zh, string en) =>
        new($"“{name}”超过{zh}，即可以读取的上限。", $"'{name}' has more than {en}, the most that is read.");

    /// <summary>As the formula bar shows it. A day whose format shows no day of the month is a month, or a year.</summary>
    private static string? Shown(object? value, string? format) => value switch
    {
        null => null,
        double number => Number(number, format),
        int number => Number(number, format),
        DateTime day => day.ToString(format is null || Has(format, 'd') ? "yyyy-MM-dd" : Has(format, 'm') ? "yyyy-MM" : "yyyy",
            CultureInfo.InvariantCulture),
        bool yes => yes ? "是" : "否",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static bool Has(string format, char part) => format.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static string Number(double number, string? format)
    {
        var text = number.ToString("G15", CultureInfo.InvariantCulture);
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact))
        {
            return text;
        }
        return PlanRegistry.Indicators.Quantity.Number(format?.Contains('%', StringComparison.Ordinal) == true ? exact * 100 : exact);
    }
}
