using PlanRegistry.Conformance;
using PlanRegistry.Ledger;

namespace PlanRegistry.Server.Ledger;

/// <summary>
/// About how many bytes things take, told from what can be counted. Measured on generated districts of 3,000 plans (124,000 rows, 1,300
/// findings) and rounded up.
/// </summary>
internal static class Weights
{
    private const long Row = 350;
    private const long PlaceInTable = 8;
    private const long RowInLookups = 100;
    private const long PlanWorkedOut = 9_000;
    private const long Finding = 4_000;
    private const long Anything = 1_000;

    public static IEnumerable<Part> Of(DistrictRecords ledger) =>
        [new(ledger.Loaded, ledger.Loaded.Count * Row), new(ledger, (ledger.Since * Row) + (ledger.Count * PlaceInTable) + Anything)];

    public static IEnumerable<Part> Of(RegistryView view) =>
        view.Chain.SelectMany(Of).Append(new(view, (view.Chain.Sum(d => d.Count) * RowInLookups) + Anything));

    public static IEnumerable<Part> Of(Snapshot snapshot) =>
        Of(snapshot.View).Append(new(snapshot, (snapshot.PlansWorkedOut * PlanWorkedOut) + Anything));

    public static IEnumerable<Part> Of(Judgement judgement) =>
        Of(judgement.Snapshot).Append(new(judgement, (judgement.Findings.Count * Finding) + Anything));
}
