using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>
/// --replace: recorded rows of the pack's tables that the pack lacks are withdrawn, unless an approval or another row holds them.
/// </summary>
internal static class Replacement
{
    public static IReadOnlyList<Problem> Run(RegistryView view, IReadOnlyList<Sheet> sheets, Upsert upsert)
    {
        var lacking = view.Own.All.Where(r => IsCovered(r, sheets) && !upsert.Has(r) && !IsRegistrysOwn(view, r)).ToList();
        var needed = StubsInUse(view, upsert, lacking);
        var problems = new List<Problem>();
        foreach (var old in lacking.Where(r => !needed.Contains(r)))
        {
            upsert.Withdraw(old);
            problems.AddRange(upsert.Guarded(Change.Withdraw(old)).Select(r => Missing(old, r.Refusal)));
        }
        return [.. problems, .. new Dangling(view, upsert.Changes).Find().Select(StillNamed)];
    }

    /// <summary>
    /// The pack speaks of the row's table; of a record that came from a column of another file also where that file has the column.
    /// </summary>
    private static bool IsCovered(Record row, IReadOnlyList<Sheet> sheets) =>
        sheets.Any(s => s.Table == RecordShape.Of(row.GetType()).Table)
        || sheets.Any(s => Tables.ByName(s.Table)?.Shorthand?.ColumnOf(row) is { } column && s.PositionOf(column) >= 0);

    private static bool IsRegistrysOwn(RegistryView view, Record row) => Tables.Of(row)?.IsRegistrysOwn?.Invoke(view, row) == true;

    /// <summary>A record that is known by its name alone stays as long as a row names it.</summary>
    private static HashSet<Record> StubsInUse(RegistryView view, Upsert upsert, List<Record> lacking)
    {
        var stubs = lacking.Where(r => Tables.Of(r)?.IsStub?.Invoke(r) == true).ToDictionary(Dangling.KeyOf);
        var changes = upsert.Changes.Concat(lacking.Select(Change.Withdraw)).ToList();
        return [.. new Dangling(view, changes).Find().Where(f => stubs.ContainsKey(f.Lost)).Select(f => stubs[f.Lost])];
    }

    private static Problem Missing(Record old, Problem refusal)
    {
        var shape = RecordShape.Of(old.GetType());
        var key = shape.KeyOf(old);
        var message = new Text($"缺少“{key}”这一行：{refusal.Message.Zh}", $"row \"{key}\" is missing: {refusal.Message.En}");
        return (refusal with { Value = key, Message = message }).At(shape.Pack!);
    }

    private static Problem StillNamed(((Type Type, string Key) Lost, string Table) found)
    {
        var shape = RecordShape.Of(found.Lost.Type);
        return Refusals.StillNamed(shape.Named, found.Lost.Key, Tables.NameOf(found.Table)).At(shape.Pack!);
    }
}
