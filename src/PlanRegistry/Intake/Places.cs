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
    public static Problem At(Sheet sheet, SheetRow row, string? column, Problem refusal) =>
        refusal.At(sheet.File, row.Line, column) is var placed && row.IsOfInput ? placed with { Path = row.PathOf(column) } : placed;

    public static IReadOnlyList<Problem> InOrder(IEnumerable<Problem> problems) =>
        [.. problems.OrderBy(p => Tables.ByFile(p.File) is { } t ? Order[t.Shape.Type] : -1).ThenBy(p => p.Line)];
}
