using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Rectification;

/// <summary>To whom a finding is handed out: the latest holds.</summary>
public static class HandOuts
{
    /// <summary>The hand-out that holds on the day; null where there is none yet.</summary>
    public static HandOut? Of(RegistryView view, string finding, AsOfDay asOf) =>
        view.Kept(ByFinding)[finding].LastOrDefault(h => h.On.First <= asOf);

    /// <summary>Whether the finding was handed to the agency last, whatever the day.</summary>
    public static bool IsWith(RegistryView view, string finding, Key<Agency> agency) =>
        view.Kept(ByFinding)[finding].LastOrDefault()?.Agency == agency;

    /// <summary>The earliest first; of one day in the order in which they were recorded.</summary>
    private static ILookup<string, HandOut> ByFinding(RegistryView view) =>
        view.Own.Of<HandOut>().OrderBy(h => h.On.First).ThenBy(h => h.Seq).ToLookup(h => h.Finding);
}
