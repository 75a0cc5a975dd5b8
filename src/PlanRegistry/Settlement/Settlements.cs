using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Settlement;

/// <summary>Which settlement holds for a finding on a day, and how it is told.</summary>
public static class Settlements
{
    /// <summary>
    /// The settlement that holds on the day: from the later of its day and its document's, and as long as nothing that it rests on has been
    /// recorded anew since. What the finding names is what it rests on, with the documents of exemptions and its own; a list approved later
    /// changes nothing of it.
    /// </summary>
    public static FindingSettlement? Of(Snapshot snapshot, string finding, SettlementKind kind, IEnumerable<RecordId> named) =>
        snapshot.View.Kept(ByFinding).TryGetValue(finding, out var settlement) && settlement.Kind == kind
            && From(snapshot.View, settlement) <= snapshot.AsOf
            && Ground(snapshot.View, settlement, named).All(r => !IsLater(r, settlement))
            ? settlement
            : null;

    /// <summary>One sentence more, beside what the rule says.</summary>
    public static Text Sentence(RegistryView view, FindingSettlement settlement)
    {
        var (on, document) = (settlement.On.InWords(), view.Document(settlement.Document));
        var name = document?.Number ?? (document is null ? settlement.Document.Code : $"《{document.Title}》");
        return settlement.Kind == SettlementKind.Confirmed
            ? new Text($"此情形已于{on.Zh}由{name}确认。", $" This was confirmed on {on.En} by {name}.")
            : new Text($"此事已于{on.Zh}由{name}作出核查结论。", $" This was looked into, and concluded on {on.En} by {name}.");
    }

    private static DateOnly From(RegistryView view, FindingSettlement settlement) =>
        view.Document(settlement.Document)?.IssuedOn?.Last is { } issued && issued > settlement.On.Last ? issued : settlement.On.Last;

    private static IEnumerable<Record> Ground(RegistryView view, FindingSettlement settlement, IEnumerable<RecordId> named)
    {
        var records = named.Select(view.Find).OfType<Record>().Where(r => r is not DirectoryList).ToList();
        var documents = records.OfType<Exemption>().Select(e => e.Document).Append(settlement.Document);
        return records.Concat(documents.Select(d => view.Document(d)).OfType<Record>());
    }

    private static bool IsLater(Record record, FindingSettlement settlement) =>
        record.Home == settlement.Home ? record.Seq > settlement.Seq : record.RecordedAt > settlement.RecordedAt;

    private static Dictionary<string, FindingSettlement> ByFinding(RegistryView view) =>
        view.Own.Of<FindingSettlement>().ToDictionary(s => s.Finding);
}
