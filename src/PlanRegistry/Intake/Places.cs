using System.Globalization;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>Where things stand: rows in files, tables in the order of a pack, problems in the order in which a reader mends them.</summary>
internal static class Places
{
    private static readonly Dictionary<string, int> Order = RecordShape.All.Select((s, i) => (s.Table, i)).ToDictionary(p => p.Table, p => p.i);

    public static string Of(ReadRow row) => row.Source.Path is null
        ? string.Create(CultureInfo.InvariantCulture, $"{row.Table.File}:{row.Source.Line}")
        : string.Create(CultureInfo.InvariantCulture, $"row {row.Ordinal}");

    public static int Of(Change change) => Order[RecordShape.Of((change.Recorded ?? change.Retired)!.GetType()).Table];

    public static IReadOnlyList<RowProblem> InOrder(IEnumerable<RowProblem> problems) =>
        [.. problems.OrderBy(p => PackTable.ByFile(p.File) is { } t ? Order[t.Table] : -1).ThenBy(p => p.Line)];

    public static RowProblem UnknownDistrict(IReadOnlyList<Sheet> sheets, DistrictCode district) => new(
        sheets.FirstOrDefault()?.File ?? "district.csv", 0, null, district.Value, ProblemCode.UnknownDistrict,
        new($"行政区“{district}”尚未登记。", $"district \"{district}\" is not known."), null, ["district"]);

    /// <summary>A problem of a plan's row that shows only when all rows are read.</summary>
    public static RowProblem Plan(string? place, Refusal refusal) => new(
        "plans.csv", place?.Split(':') is [_, var line] ? int.Parse(line, CultureInfo.InvariantCulture) : 0, "secrecy", null, refusal.Code, refusal.Message, null,
        place?.Contains(':') == true ? null : []);

    public static RowProblem OneDistrict(Sheet sheet) => new(
        sheet.File, 0, null, null, ProblemCode.InvalidValue,
        new($"应有且仅有一行,现有 {sheet.Rows.Count} 行。", $"a pack holds one district, not {sheet.Rows.Count}."));
}
