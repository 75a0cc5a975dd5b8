using System.Globalization;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>Where things stand: rows in files, tables in the order of a pack, problems in the order in which a reader mends them.</summary>
internal static class Places
{
    private static readonly Dictionary<Type, int> Order = Tables.All.Select((s, i) => (s.Type, i)).ToDictionary(p => p.Type, p => p.i);

    public static string Of(ReadRow row) => row.Source.IsOfInput
        ? string.Create(CultureInfo.InvariantCulture, $"row {row.Ordinal}")
        : string.Create(CultureInfo.InvariantCulture, $"{row.Table.File}:{row.Source.Line}");

    public static int Of(Change change) => Order[(change.Recorded ?? change.Retired)!.GetType()];

    public static int Of(Sheet sheet) => Tables.ByName(sheet.Table) is { } table ? Order[table.Shape.Type] : -1;

    /// <summary>A refusal, at the cell of a row where it stands.</summary>
    public static Problem At(Sheet sheet, SheetRow row, string? column, Problem refusal) => refusal with
    {
        File = sheet.File, Line = row.Line, Column = column,
        Path = row.IsOfInput ? row.PathOf(column) : InFile(sheet.File, row.Line, column),
    };

    /// <summary>A refusal of a file as a whole.</summary>
    public static Problem InFile(string file, Problem refusal) => refusal with { File = file, Path = InFile(file, 0, null) };

    public static IReadOnlyList<string> InFile(string file, int line, string? column) =>
        [file, .. line > 0 ? [line.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(), .. column is null ? [] : new[] { column }];

    public static IReadOnlyList<Problem> InOrder(IEnumerable<Problem> problems) =>
        [.. problems.OrderBy(p => Tables.ByFile(p.File) is { } t ? Order[t.Shape.Type] : -1).ThenBy(p => p.Line)];
}
