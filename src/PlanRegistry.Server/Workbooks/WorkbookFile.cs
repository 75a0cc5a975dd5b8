using System.Text;
using PlanRegistry.Server.Packs;

namespace PlanRegistry.Server.Workbooks;

/// <summary>
/// Tells from its first bytes what a file is, and reads it. Throws <see cref="PackException"/> with one sentence where it is no workbook
/// to be read.
/// </summary>
internal static class WorkbookFile
{
    private static readonly byte[] Zip = "PK\u0003\u0004"u8.ToArray();
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Names that a command takes for a workbook.</summary>
    public static bool IsNamed(string name) =>
        Path.GetExtension(name).ToLowerInvariant() is ".xlsx" or ".xls" or ".csv" or ".xlsm" or ".xlsb" or ".et" or ".ods";

    /// <param name="encoding">Of a .csv, where it is declared.</param>
    /// <param name="isCommand">Whether it can be declared, by --encoding.</param>
    public static GridBook Read(string name, byte[] bytes, Encoding? encoding = null, bool isCommand = false)
    {
        if (bytes.Length > WorkbookLimits.Bytes)
        {
            throw new PackException($"“{name}”超过{WorkbookLimits.Bytes / 1024 / 1024}MiB，即可以读取的上限。",
                $"'{name}' is larger than {WorkbookLimits.Bytes / 1024 / 1024} MiB, the most that is read.");
        }
        if (Path.GetExtension(name).Equals(".et", StringComparison.OrdinalIgnoreCase))
        {
            throw new PackException($"“{name}”是WPS表格的.et文件，请另存为.xlsx后再导入。",
                $"'{name}' is a WPS spreadsheet (.et): save it as .xlsx and import that.");
        }
        if (bytes.AsSpan().StartsWith(Zip))
        {
            WorkbookParts.Check(name, bytes);
            return GridReader.Xlsx(name, bytes);
        }
        if (bytes.AsSpan().StartsWith(Compound))
        {
            return IsEncrypted(bytes) ? throw Locked(name) : GridReader.Xls(name, bytes);
        }
        return Path.GetExtension(name).Equals(".csv", StringComparison.OrdinalIgnoreCase) ? CsvGrid.Read(name, bytes, encoding, isCommand)
            : throw WrongType(name);
    }

    public static PackException Damaged(string name, Exception? inner = null) => new(
        $"“{name}”已损坏或不完整，不能读取；请用Excel打开后另存为.xlsx。",
        $"'{name}' is damaged or not whole and cannot be read: open it in a spreadsheet and save it as .xlsx.", inner);

    public static PackException Locked(string name) => new(
        $"“{name}”设有打开密码，请去掉密码后再导入。", $"'{name}' opens with a password only: take the password away and import again.");

    public static PackException Beyond(string name, string zh, string en) =>
        new($"“{name}”超过{zh}，即可以读取的上限。", $"'{name}' has more than {en}, the most that is read.");

    public static PackException CellBeyond(string name) => Beyond(name,
        $"每行{WorkbookLimits.Columns}格、每格{WorkbookLimits.CellLength}字",
        $"{WorkbookLimits.Columns} cells in a row or {WorkbookLimits.CellLength} characters in a cell");

    public static PackException WrongType(string name) => new(
        $"“{name}”不是.xlsx、.xls或.csv文件，请另存为.xlsx后再导入。",
        $"'{name}' is no .xlsx, .xls or .csv file: save it as .xlsx and import that.");

    /// <summary>An .xlsx with a password is a compound file with this stream.</summary>
    private static bool IsEncrypted(byte[] bytes) => bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;
}
