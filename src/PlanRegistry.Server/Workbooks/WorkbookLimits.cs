namespace PlanRegistry.Server.Workbooks;

/// <summary>How much of a workbook is read at all: a district has some thousands of rows; what is far larger is an attack.</summary>
internal static class WorkbookLimits
{
    /// <summary>Of the file as it lies there.</summary>
    public const int Bytes = 8 * 1024 * 1024;

    /// <summary>Of all its parts together, unpacked; counted before a reader opens them.</summary>
    public const long Unpacked = 128L * 1024 * 1024;

    public const int Parts = 1_000;

    /// <summary>Beginnings and ends of elements on all its sheets and in their texts: what these grow to in memory goes by them.</summary>
    public const long SheetTags = 5_000_000;

    /// <summary>The same of all else: styles, names, what is linked.</summary>
    public const long OtherTags = 600_000;
    public const int Sheets = 50;

    /// <summary>Of all sheets together, blank ones too.</summary>
    public const int Rows = 50_000;

    /// <summary>Stretches of merged cells of a sheet.</summary>
    public const int Merges = 50_000;

    /// <summary>Cells of a row; those behind it are empty, or it is refused.</summary>
    public const int Columns = 200;

    public const int CellLength = 32_767;

    /// <summary>In how many rows from the top the heading must stand.</summary>
    public const int HeaderRows = 15;
}
