using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Packs;

/// <summary>A district pack as read: whose it is, its sheets, and what in its files is no CSV of a pack.</summary>
/// <param name="District">Null when district.csv does not say.</param>
public sealed record Pack(DistrictCode? District, IReadOnlyList<Sheet> Sheets, IReadOnlyList<RowProblem> Problems)
{
    public int Rows => Sheets.Sum(s => s.Rows.Count);

    /// <summary>Reads a folder or a .zip of it. Throws <see cref="PackException"/> with one sentence when there is none to read.</summary>
    public static Pack Read(string path, PackLimits? limits = null)
    {
        limits ??= PackLimits.Default;
        var sheets = new List<Sheet>();
        var problems = new List<RowProblem>();
        foreach (var (name, bytes) in PackFiles.Read(path, limits))
        {
            if (Sheet(name, bytes, limits.Rows - sheets.Sum(s => s.Rows.Count), problems) is { } sheet)
            {
                sheets.Add(sheet);
            }
        }
        return new Pack(DistrictOf(sheets, problems), sheets, problems);
    }

    private static Sheet? Sheet(string name, byte[] bytes, int mostRows, List<RowProblem> problems)
    {
        if (PackTable.ByFile(name) is not { } table)
        {
            problems.Add(Bad(name, new("规划数据包中没有这种文件。", "a district pack has no such file.")));
            return null;
        }
        if (problems.Any(p => p.File == name && p.Line == 0))
        {
            return null;
        }
        if (PackEncoding.Decode(bytes, out var misfit) is not { } text)
        {
            problems.Add(Bad(name, misfit!.Value));
            return null;
        }
        return new CsvSheet(table, problems).Read(text, mostRows);
    }

    private static DistrictCode? DistrictOf(List<Sheet> sheets, List<RowProblem> problems)
    {
        if (sheets.FirstOrDefault(s => s.Table == "districts") is not { } sheet)
        {
            if (problems.All(p => p.File != "district.csv"))
            {
                problems.Add(Bad("district.csv", new("文件缺失:数据包须说明属于哪个行政区。", "the file is missing: a pack says which district it is of.")));
            }
            return null;
        }
        var column = sheet.Columns.ToList().IndexOf("code");
        if (column < 0 || sheet.Rows.Count == 0)
        {
            problems.Add(Bad("district.csv", new("没有写明行政区划代码(code)。", "no code says which district the pack is of.")));
            return null;
        }
        var code = sheet.Rows[0].Cells[column]?.Trim();
        if (DistrictCode.TryParse(code, out var district))
        {
            return district;
        }
        problems.Add(new RowProblem("district.csv", sheet.Rows[0].Line, "code", code, ProblemCode.InvalidValue,
            new Text($"code“{code}”不是行政区划代码,请写 GB/T 2260 的六位数字,如 500154。", $"code \"{code}\" is no district code: write six digits of GB/T 2260, like 500154.")));
        return null;
    }

    private static RowProblem Bad(string file, Text message) => new(file, 0, null, null, ProblemCode.InvalidValue, message);
}
