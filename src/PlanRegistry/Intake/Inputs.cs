using System.Collections;
using System.Globalization;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>GraphQL inputs as sheets: the columns of the pack in camelCase, so that a mutation is read by the same code as a file.</summary>
public static class Inputs
{
    /// <summary>What every input has beside its columns.</summary>
    private static readonly HashSet<string> Common = ["district", "idempotencyKey", "expectedSeq", "clientMutationId"];

    /// <summary>One row: registerPlan, recordAct, recordReading, setPolicy and the like.</summary>
    public static IReadOnlyList<Sheet> Single(string table, IReadOnlyDictionary<string, object?> input) => [Sheet.Of(table, (Cells(table, input), []))];

    /// <summary>approveDirectoryList: the list, and its entries.</summary>
    public static IReadOnlyList<Sheet> DirectoryList(IReadOnlyDictionary<string, object?> input) =>
    [
        Sheet.Of("directory_lists", (Cells("directory_lists", Without(input, "entries")), [])),
        .. Children("directory_entries", input, "entries", ("list", input.GetValueOrDefault("code"))),
    ];

    /// <summary>setTargets: rows of one plan and version; targets that it does not name stay.</summary>
    public static IReadOnlyList<Sheet> Targets(IReadOnlyDictionary<string, object?> input) =>
        Children("targets", input, "targets", ("plan", input.GetValueOrDefault("plan")), ("version", input.GetValueOrDefault("version")));

    public static IReadOnlyList<Sheet> Allocations(IReadOnlyDictionary<string, object?> input) => Children("allocations", input, "allocations");

    /// <summary>proposeAmendment: the amendment, and the targets of its version where given.</summary>
    public static IReadOnlyList<Sheet> Amendment(IReadOnlyDictionary<string, object?> input) =>
        [Sheet.Of("amendments", (Cells("amendments", Without(input, "targets")), [])), .. Targets(input)];

    /// <summary>approveAmendment, once its route is found complete: the act.</summary>
    public static IReadOnlyList<Sheet> AmendmentApproval(IReadOnlyDictionary<string, object?> input)
    {
        var act = new Dictionary<string, object?>(input) { ["type"] = "AMENDMENT_APPROVED", ["about"] = "AMENDMENT" };
        return Single("acts", act);
    }

    /// <summary>A value as a pack's cell writes it.</summary>
    public static string? Cell(object? value) => value switch
    {
        null => null,
        string text => text,
        bool yes => yes ? "yes" : "no",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum word => Names.Of(word),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable items => string.Join(';', items.Cast<object?>().Select(Cell)),
        _ => value.ToString(),
    };

    private static IReadOnlyList<Sheet> Children(
        string table, IReadOnlyDictionary<string, object?> input, string field, params (string Name, object? Value)[] shared)
    {
        var rows = input.GetValueOrDefault(field) is IEnumerable list ? list.Cast<IReadOnlyDictionary<string, object?>>() : [];
        var cells = rows.Select((row, i) => (
            Cells(table, shared.Aggregate(row.ToDictionary(), (all, s) => { all[s.Name] = s.Value; return all; })),
            (IReadOnlyList<string>)[field, i.ToString(CultureInfo.InvariantCulture)])).ToList();
        return cells.Count == 0 ? [] : [Sheet.Of(table, cells)];
    }

    private static IReadOnlyDictionary<string, string?> Cells(string table, IReadOnlyDictionary<string, object?> input)
    {
        var columns = PackTable.ByTable(table)!.Columns.ToDictionary(Names.Camel);
        return input.Where(p => columns.ContainsKey(p.Key) || !Common.Contains(p.Key))
            .ToDictionary(p => columns.GetValueOrDefault(p.Key, p.Key), p => Cell(p.Value));
    }

    private static Dictionary<string, object?> Without(IReadOnlyDictionary<string, object?> input, string field) =>
        input.Where(p => p.Key != field).ToDictionary();
}
