using PlanRegistry.Catalogue;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Packs;

/// <summary>A district pack as read: whose it is, its sheets, and what in its files is no CSV of a pack.</summary>
/// <param name="District">Null when district.csv does not say.</param>
public sealed record Pack(DistrictCode? District, IReadOnlyList<Sheet> Sheets, IReadOnlyList<Problem> Problems)
{
    public int Rows => Sheets.Sum(s => s.Rows.Count);

    /// <summary>Reads a folder or a .zip of it. Throws <see cref="PackException"/> with one sentence when there is none to read.</summary>
    public static Pack Read(string path, PackLimits? limits = null)
    {
        limits ??= PackLimits.Default;
        var sheets = new List<Sheet>();
        var problems = new List<Problem>();
        foreach (var (name, bytes) in PackFiles.Read(path, limits))
        {
            if (Sheet(name, bytes, limits.Rows - sheets.Sum(s => s.Rows.Count), problems) is { } sheet)
            {
                sheets.Add(sheet);
            }
        }
        return new Pack(DistrictOf(sheets, problems), sheets, problems);
    }

    /// <summary>What importing it comes to on a view; its own problems and those of its rows together.</summary>
    /// <param name="replace">Withdraws what the pack lacks.</param>
    /// <param name="document">What the reason for overwriting rests on.</param>
    public Decision Decide(RegistryView view, bool replace, string? document)
    {
        var decision = RowIntake.Set(view, Sheets, replace, document);
        return Problems.Count > 0 ? Decision.Refuse([.. Problems, .. decision.Problems]) : decision;
    }

    private static Sheet? Sheet(string name, byte[] bytes, int mostRows, List<Problem> problems)
    {
        if (Tables.ByFile(name) is not { } table)
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

    private static DistrictCode? DistrictOf(List<Sheet> sheets, List<Problem> problems)
    {
        var (district, problem) = DistrictRows.OfPack(sheets);
        // A file that cannot be read at all has said so.
        if (problem is not null
            && (problem.Line > 0 || sheets.Any(s => s.File == problem.File) || problems.All(p => p.File != problem.File)))
        {
            problems.Add(problem);
        }
        return district;
    }

    private static Problem Bad(string file, Text message) => Refusals.Invalid(null, message.Zh, message.En).At(file);
}
