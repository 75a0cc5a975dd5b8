using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Settlement;

/// <summary>Which settlement holds for a finding on a day, and how it is told.</summary>
public static class Settlements
{
    /// <summary>
    /// The settlement that holds on the day: from the later of its day and its document's, by those entitled to it, and as long as nothing
    /// that it rests on has been recorded anew since.
    /// </summary>
    public static FindingSettlement? Of(Unsettled finding, SettlementKind kind) =>
        Recorded(finding.Snapshot.View, finding.Key) is { } settlement && settlement.Kind == kind
            && From(finding.Snapshot.View, settlement) <= finding.Snapshot.AsOf
            && !finding.HasChangedSince(settlement) && finding.Objection(settlement) is null
            ? settlement
            : null;

    /// <summary>The one recorded of the finding, whether it holds or not.</summary>
    public static FindingSettlement? Recorded(RegistryView view, string finding) => view.Kept(ByFinding).GetValueOrDefault(finding);

    /// <summary>One sentence more, beside what the rule says.</summary>
    public static Text Sentence(RegistryView view, FindingSettlement settlement)
    {
        var (on, document) = (settlement.On.InWords(), view.Document(settlement.Document));
        var name = document?.Named ?? settlement.Document.Code;
        return settlement.Kind == SettlementKind.Confirmed
            ? new Text($"此情形已于{on.Zh}由{name.Zh}确认。", $" This was confirmed on {on.En} by {name.En}.")
            : new Text($"此事已于{on.Zh}由{name.Zh}作出核查结论。", $" This was looked into, and concluded on {on.En} by {name.En}.");
    }

    private static DateOnly From(RegistryView view, FindingSettlement settlement) =>
        view.Document(settlement.Document)?.IssuedOn?.Last is { } issued && issued > settlement.On.Last ? issued : settlement.On.Last;

    private static Dictionary<string, FindingSettlement> ByFinding(RegistryView view) =>
        view.Own.Of<FindingSettlement>().ToDictionary(s => s.Finding);
}
