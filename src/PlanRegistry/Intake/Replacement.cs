using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>--replace: recorded rows of the pack's tables that the pack lacks are withdrawn, unless an approval or another row holds them.</summary>
internal static class Replacement
{
    public static IReadOnlyList<RowProblem> Run(RegistryView view, IReadOnlyList<Sheet> sheets, Upsert upsert, ApprovedContent approved)
    {
        var lacking = view.Own.All.Where(r => IsCovered(r, sheets) && !upsert.Has(r) && !IsDefaultPolicy(view, r)).ToList();
        var needed = StubsInUse(view, upsert, lacking);
        var problems = new List<RowProblem>();
        foreach (var old in lacking.Where(r => !needed.Contains(r)))
        {
            upsert.Withdraw(old);
            problems.AddRange(approved.Refuse(Change.Withdraw(old)).Select(r => Missing(old, r.Refusal)));
        }
        return [.. problems, .. new Dangling(view, upsert.Changes).Find().Select(StillNamed)];
    }

    /// <summary>The pack speaks of the row's table; of a shorthand act also where plans.csv has its column.</summary>
    private static bool IsCovered(Record row, IReadOnlyList<Sheet> sheets) =>
        sheets.Any(s => s.Table == RecordShape.Of(row.GetType()).Table)
        || row is Act act && ShorthandActs.ColumnOf(act) is { } column && sheets.Any(s => s.Table == "plans" && s.Columns.Contains(column));

    /// <summary>The registry wrote these rows with the district's first entry, no pack: a pack that lacks them does not mean them.</summary>
    private static bool IsDefaultPolicy(RegistryView view, Record row) => row is PolicyValue policy
        && PolicyKeys.Defaults(view.Code, default).Any(d => (d.Key, d.Kind, d.From) == (policy.Key, policy.Kind, policy.From));

    /// <summary>A document known by its number alone stays as long as a row names it.</summary>
    private static HashSet<Record> StubsInUse(RegistryView view, Upsert upsert, List<Record> lacking)
    {
        var stubs = lacking.OfType<Document>().Where(DocumentStubs.IsStub).ToDictionary(Dangling.KeyOf, d => (Record)d);
        var changes = upsert.Changes.Concat(lacking.Select(Change.Withdraw)).ToList();
        return [.. new Dangling(view, changes).Find().Where(f => stubs.ContainsKey(f.Lost)).Select(f => stubs[f.Lost])];
    }

    private static RowProblem Missing(Record old, Refusal refusal)
    {
        var shape = RecordShape.Of(old.GetType());
        var key = shape.KeyOf(old);
        return new(shape.Pack!, 0, null, key, refusal.Code,
            new($"缺少“{key}”这一行:{refusal.Message.Zh}", $"row \"{key}\" is missing: {refusal.Message.En}"), refusal.Clause);
    }

    private static RowProblem StillNamed(((Type Type, string Key) Lost, string Table) found)
    {
        var shape = RecordShape.Of(found.Lost.Type);
        var refusal = Refusals.StillNamed(shape.Table, found.Lost.Key, found.Table);
        return new(shape.Pack!, 0, null, found.Lost.Key, refusal.Code, refusal.Message);
    }
}
