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
        var snapshot = judgement.Snapshot;
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
            return Decision.Refuse(new Problem(ProblemCode.InvalidValue, Unfit(request.Kind), ["finding"]));
        }
        if (request.On > snapshot.AsOf)
        {
            return Refuse(ProblemCode.InvalidValue, "on",
                $"日期{request.On.InWords().Zh}尚未到来。", $"The day {request.On:yyyy-MM-dd} has not come yet.");
        }
        var settlement = new FindingSettlement
        {
            Home = snapshot.View.Code, Finding = finding.Key, Kind = request.Kind, On = request.On,
            Document = Key<Document>.TryParse(request.Document, snapshot.View.Code, out var named)
                ? named
                : new Key<Document>(snapshot.View.Code, request.Document),
        };
        return Without(judgement, finding).Objection(settlement) is { } problem ? Decision.Refuse(problem)
            : Write(snapshot.View, settlement);
    }

    private static Unsettled Without(Judgement judgement, Finding finding) => new(judgement.Snapshot, finding.Key,
        finding.Rule == judgement.MoneyRules.Money.Code, [.. finding.Plans.Select(judgement.Snapshot.Plan).OfType<PlanOnDay>()],
        finding.Since, [.. finding.Facts.Select(f => f.Record).OfType<RecordId>()]);

    /// <summary>One that has fallen with what it rested on gives way to the new one.</summary>
    private static Decision Write(RegistryView view, FindingSettlement settlement) =>
        Decision.Write([Settlements.Recorded(view, settlement.Finding) is { } fallen
            ? Change.Correct(settlement, fallen)
            : Change.Record(settlement)]) with { Subjects = [settlement] };

    private static Text Unfit(SettlementKind kind) => kind == SettlementKind.Confirmed
        ? new("只有例外情形和存疑的清单关联可以确认，这一问题须按办理建议整改。",
            "Only a conditional finding or a doubtful link is confirmed; this finding is mended as its remedies say.")
        : new("只有已经支出的资金和作为审计线索保留的问题可以作核查结论，这一问题须按办理建议整改。",
            "Only money spent and what is kept as an audit lead is concluded; this finding is mended as its remedies say.");

    private static Decision Refuse(ProblemCode code, string field, string zh, string en) =>
        Decision.Refuse(new Problem(code, new Text(zh, en), [field]));
}
