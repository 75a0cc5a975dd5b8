using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Settlement;

/// <summary>
/// A finding as it stands without a settlement, and what is to be said against settling it. A command is refused by it; a row that a pack
/// or a
/// correction brought has no effect: the word of a body that is not entitled is none, whichever way it came.
/// </summary>
/// <param name="Named">The records that it names: what a settlement of it rests on.</param>
public sealed record Unsettled(
    Snapshot Snapshot, string Key, bool IsMoney, IReadOnlyList<PlanOnDay> Plans, AsOfDay Since, IReadOnlyList<RecordId> Named)
{
    private RegistryView View => Snapshot.View;

    private IEnumerable<Record> Records => Named.Select(View.Find).OfType<Record>().Where(r => r is not DirectoryList);

    /// <summary>The documents of the exemptions among the records: what a confirmation is about.</summary>
    private IEnumerable<Document> Demands => Records.OfType<Exemption>().Select(e => View.Document(e.Document)).OfType<Document>();

    /// <summary>
    /// Whether anything that the settlement rests on was recorded anew since. A list approved later changes nothing of it.
    /// </summary>
    public bool HasChangedSince(FindingSettlement settlement) =>
        Records.Concat(Demands).Append(View.Document(settlement.Document)).OfType<Record>().Any(r => IsLater(r, settlement));

    /// <summary>Why the settlement has no effect, with the field at fault; null where it has.</summary>
    public Problem? Objection(FindingSettlement settlement)
    {
        if (View.Document(settlement.Document) is not { } document)
        {
            return new Problem(ProblemCode.UnknownRecord, new Text($"没有文件“{settlement.Document.Code}”，请先登记。",
                $"There is no document {settlement.Document.Code}; register it first."), ["document"]);
        }
        if (document.IssuedOn is not { } issued)
        {
            return Problem("document", $"文件“{document.Code}”未录入印发日期，请先补录。",
                $"The day of document {document.Code} is not recorded; record it first.");
        }
        if (settlement.On.Last < issued.First)
        {
            return Problem("on", $"日期{settlement.On.InWords().Zh}早于所据文件（{issued.InWords().Zh}印发）。",
                $"The day {settlement.On} is before that of its document, issued on {issued}.");
        }
        return Earlier(settlement, issued) ?? (Settlers.SpeakersOf(Snapshot, document).ToList() is { Count: > 0 } speakers
                ? speakers.Select(s => Settlers.Objection(this, s, settlement.Kind)).MinBy(objection => objection is not null)
                : Problem("document", $"文件“{document.Code}”未录入印发单位，请先补录。",
                    $"The issuer of document {document.Code} is not recorded; record it first.")) ?? Unnamed(document);
    }

    internal static Problem Problem(string field, string zh, string en) => new(ProblemCode.InvalidValue, new Text(zh, en), [field]);

    private Problem? Earlier(FindingSettlement settlement, PartialDate issued)
    {
        if (settlement.Kind == SettlementKind.Concluded)
        {
            return issued.First < Since || settlement.On.First < Since
                ? Problem("document", $"核查结论不能早于问题的起始日{Since.Unwatched.InWords().Zh}。",
                    $"What concludes a finding cannot be older than the finding, which stands since {Since.Unwatched:yyyy-MM-dd}.")
                : null;
        }
        return Demands.Select(d => d.IssuedOn).OfType<PartialDate>().Where(demanded => issued.Last < demanded.First)
            .Select(demanded => Problem("document", $"确认的文件不能早于所确认的文件（{demanded.InWords().Zh}印发）。",
                $"What confirms an exemption cannot be older than its document, issued on {demanded}.")).FirstOrDefault()
            ?? OlderThanThePlan(issued);
    }

    /// <summary>Of a plan that was not yet there nobody can have confirmed anything.</summary>
    private Problem? OlderThanThePlan(PartialDate issued) =>
        Demands.Any() || Subjects.FirstOrDefault() is not { } plan || issued.Last >= plan.History.ExistsFrom ? null
            : Problem("document", $"确认的文件不能早于{plan.Named.Zh}的最早记录（{plan.History.ExistsFrom.InWords().Zh}）。",
                "What confirms this cannot be older than the first that is recorded of "
                    + $"{plan.Title}, {plan.History.ExistsFrom:yyyy-MM-dd}.");

    /// <summary>A paper settles what it names: which plan it is about is not to be guessed.</summary>
    private Problem? Unnamed(Document document) =>
        Subjects.ToList() is { Count: > 0 } plans
            && !(document.Plans ?? []).Any(p => plans.Any(q => q.Key == View.Canonical(p)))
            ? Problem("document", $"文件“{document.Code}”未写明{string.Concat(plans.Select(p => p.Named.Zh))}。",
                $"Document {document.Code} does not name {string.Join(", ", plans.Select(p => p.Title))}.")
            : null;

    /// <summary>The plans that it is about, and not those in whose lights it counts.</summary>
    private IEnumerable<PlanOnDay> Subjects => Key.Split('|') is var subjects
        ? Plans.Where(p => subjects.Contains(p.Id.ToString(), StringComparer.Ordinal)) : [];

    private static bool IsLater(Record record, FindingSettlement settlement) =>
        record.Home == settlement.Home ? record.Seq > settlement.Seq : record.RecordedAt > settlement.RecordedAt;
}
