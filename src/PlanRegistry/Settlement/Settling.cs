using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Settlement;

/// <summary>What is asked: to settle the finding of this key by this document, from this day on.</summary>
/// <param name="Remedy">The operation that the finding's remedies must name.</param>
public sealed record SettlementRequest(SettlementKind Kind, string Remedy, string? Finding, DateOnly On, string Document);

/// <summary>Confirming and concluding findings: a pure decision on a judgement of today.</summary>
public static class Settling
{
    public static Decision Decide(Judgement judgement, SettlementRequest request)
    {
        var view = judgement.Snapshot.View;
        if (judgement.Findings.FirstOrDefault(f => f.Key == request.Finding) is not { } finding)
        {
            return Refuse(ProblemCode.UnknownRecord, "finding", "没有这一问题，或者它已经消除。", "There is no such finding, or it has been cleared.");
        }
        if (finding.Settlement is not null)
        {
            return Refuse(ProblemCode.Duplicate, "finding", $"这一问题已经办结：{finding.Sentence.Zh}",
                $"The finding has been settled: {finding.Sentence.En}");
        }
        if (!finding.Remedies.Any(r => r.Act == request.Remedy))
        {
            return Refuse(ProblemCode.InvalidValue, "finding", Unfit(request.Kind));
        }
        var key = Key<Document>.TryParse(request.Document, view.Code, out var named) ? named : default;
        if (view.Document(key) is not { } document)
        {
            return Refuse(ProblemCode.UnknownRecord, "document",
                $"没有文件“{request.Document}”，请先登记。", $"There is no document {request.Document}; register it first.");
        }
        if (Objection(judgement, finding, request, document) is { } problem)
        {
            return Decision.Refuse(problem);
        }
        var settlement = new FindingSettlement
        {
            Home = view.Code, Finding = finding.Key, Kind = request.Kind, On = new PartialDate(request.On), Document = key,
        };
        // One that has fallen with what it rested on gives way to the new one.
        var change = view.Own.Of<FindingSettlement>().FirstOrDefault(s => s.Finding == finding.Key) is { } fallen
            ? Change.Correct(settlement, fallen)
            : Change.Record(settlement);
        return Decision.Write([change]) with { Subjects = [settlement] };
    }

    private static Problem? Objection(Judgement judgement, Finding finding, SettlementRequest request, Document document)
    {
        var snapshot = judgement.Snapshot;
        var plans = finding.Plans.Select(snapshot.Plan).OfType<PlanOnDay>().ToList();
        if (request.On > snapshot.AsOf)
        {
            return Problem("on", $"日期{request.On.InWords().Zh}尚未到来。", $"The day {request.On:yyyy-MM-dd} has not come yet.");
        }
        if (document.IssuedOn is not { } issued)
        {
            return Problem("document", $"文件“{document.Code}”未录入印发日期，请先补录。",
                $"The day of document {document.Code} is not recorded; record it first.");
        }
        if (request.Kind == SettlementKind.Concluded && (issued.First < finding.Since || request.On < finding.Since))
        {
            return Problem("document", $"核查结论不能早于问题的起始日{finding.Since.InWords().Zh}。",
                $"What concludes a finding cannot be older than the finding, which stands since {finding.Since:yyyy-MM-dd}.");
        }
        if (document.Plans is { } about && plans.Count > 0 && !about.Any(p => finding.Plans.Contains(snapshot.View.Canonical(p))))
        {
            return Problem("document", $"文件“{document.Code}”未写明{string.Concat(plans.Select(p => $"《{p.Title}》"))}。",
                $"Document {document.Code} does not name {string.Join(", ", plans.Select(p => p.Title))}.");
        }
        return Settlers.SpeakerOf(snapshot, document) is not { } speaker
            ? Problem("document", $"文件“{document.Code}”未录入印发单位，请先补录。",
                $"The issuer of document {document.Code} is not recorded; record it first.")
            : OfSpeaker(snapshot, plans, speaker, request.Kind, finding.Rule == judgement.MoneyRules.Money.Code);
    }

    private static Problem? OfSpeaker(Snapshot snapshot, List<PlanOnDay> plans, Agency speaker, SettlementKind kind, bool isMoney)
    {
        if (kind == SettlementKind.Concluded)
        {
            return plans.Any(p => Settlers.Leads(speaker, p))
                ? Problem("document", $"核查结论不能由规划的牵头单位{speaker.Name}作出。", $"{speaker.Name} leads the plan and cannot conclude it.")
                : Settlers.MayConclude(speaker) ? null
                : Problem("document", $"核查结论须由审计机关、政府或者党委作出，文件的印发单位是{speaker.Name}。",
                    $"Audit, the government or the Party committee concludes a finding; the document is of {speaker.Name}.");
        }
        var confirmer = Settlers.ConfirmerOf(snapshot, plans, isMoney);
        return confirmer is not null && speaker.Key == confirmer.Key ? null
            : Problem("document", $"例外情形须由{confirmer?.Name ?? "区政府（未录入）"}确认，文件的印发单位是{speaker.Name}。",
                $"{confirmer?.Name ?? "The government (not recorded)"} confirms this; the document is of {speaker.Name}.");
    }

    private static Text Unfit(SettlementKind kind) => kind == SettlementKind.Confirmed
        ? new("只有例外情形和存疑的清单关联可以确认，这一问题须按办理建议整改。",
            "Only a conditional finding or a doubtful link is confirmed; this finding is mended as its remedies say.")
        : new("只有已经支出的资金和作为审计线索保留的问题可以作核查结论，这一问题须按办理建议整改。",
            "Only money spent and what is kept as an audit lead is concluded; this finding is mended as its remedies say.");

    private static Decision Refuse(ProblemCode code, string field, Text sentence) => Decision.Refuse(new Problem(code, sentence, [field]));

    private static Decision Refuse(ProblemCode code, string field, string zh, string en) => Refuse(code, field, new Text(zh, en));

    private static Problem Problem(string field, string zh, string en) => new(ProblemCode.InvalidValue, new Text(zh, en), [field]);
}
