using System.Text;
using PlanRegistry.Catalogue;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using Text = PlanRegistry.Records.Text;

namespace PlanRegistry.Server.Packs;

/// <summary>A district pack as read: whose it is, its sheets, and what in its files is no CSV of a pack.</summary>
/// <param name="District">Null when district.csv does not say.</param>
public sealed record Pack(DistrictCode? District, IReadOnlyList<Sheet> Sheets, IReadOnlyList<Problem> Problems)
{
    public int Rows => Sheets.Sum(s => s.Rows.Count);

    /// <summary>A file of it could not be read: what other files say of its rows is no mistake of theirs.</summary>
    private bool LacksAFile { get; init; }

    /// <summary>Reads a folder or a .zip of it. Throws <see cref="PackException"/> with one sentence when there is none to read.</summary>
    /// <param name="encoding">Of every file, where it is declared.</param>
    public static Pack Read(string path, PackLimits? limits = null, Encoding? encoding = null) =>
        PackFiles.Of(path, limits ?? PackLimits.Default, files => Read(files, encoding));

    /// <summary>What importing it comes to on a view; its own problems and those of its rows together.</summary>
    /// <param name="replace">Withdraws what the pack lacks.</param>
    /// <param name="document">What the reason for overwriting rests on.</param>
    public Decision Decide(RegistryView view, bool replace, string? document)
    {
        if (LacksAFile)
        {
            return Decision.Refuse(Problems);
        }
        var decision = RowIntake.Set(view, Sheets, replace, document);
        return Problems.Count > 0 ? Decision.Refuse([.. Problems, .. decision.Problems]) : decision;
    }

    private static Pack Read(PackFiles files, Encoding? encoding)
    {
        var (sheets, problems, lacks, rows) = (new List<Sheet>(), new ProblemList(), false, files.Limits.Rows);
        foreach (var file in files.All)
        {
            if (Tables.ByFile(file.Name) is not { } table)
            {
                problems.Add(Bad(file.Name, NoSuchFile(file.Name)));
                continue;
            }
            var text = PackEncoding.Decode(file.Read(), encoding, out var misfit);
            if (misfit is { } unreadable)
            {
                problems.Add(Bad(file.Name, unreadable));
            }
            if (text is not null && new CsvSheet(table, problems, files.Limits).Read(text, rows) is { } read)
            {
                rows -= read.RowsRead;
                sheets.Add(read.Sheet);
            }
            else
            {
                lacks = true;
            }
        }
        var district = DistrictOf(sheets, problems);
        return new Pack(district, sheets, [.. problems.Named, .. problems.Rest]) { LacksAFile = lacks };
    }

    private static DistrictCode? DistrictOf(List<Sheet> sheets, ProblemList problems)
    {
        var (district, problem) = DistrictRows.OfPack(sheets);
        // A file that cannot be read at all has said so.
        if (problem is not null
            && (problem.Line > 0 || sheets.Any(s => s.File == problem.File) || problems.Named.All(p => p.File != problem.File)))
        {
            problems.Add(problem);
        }
        return district;
    }

    /// <summary>What a spreadsheet leaves while a file is open in it, a workbook, or what nobody knows.</summary>
    private static Text NoSuchFile(string name) => name.StartsWith("~$", StringComparison.Ordinal)
        ? new("这是Excel等打开文件时留下的临时文件：请保存并关闭所打开的文件后重新导入。",
            "a spreadsheet leaves this while it has the file open: save and close it there, and import again.")
        : Workbooks.Contains(Path.GetExtension(name))
            ? new("这是工作簿，不能读取：请将其中的每张表另存为CSV（UTF-8），文件名如plans.csv。",
                "this is a workbook, which is not read: save each sheet of it as CSV (UTF-8), under a name like plans.csv.")
        : new("规划数据包中没有这种文件。", "a district pack has no such file.");

    private static readonly HashSet<string> Workbooks = new(StringComparer.OrdinalIgnoreCase) { ".xlsx", ".xls", ".xlsm", ".et", ".ods" };

    private static Problem Bad(string file, Text message) => Refusals.Invalid(null, message.Zh, message.En).At(file);
}
