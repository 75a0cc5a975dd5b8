using PlanRegistry.Consultation;

namespace PlanRegistry.Rules.Consultation;

internal static class ConsultationRemedies
{
    public static Remedy Complete(ConsultedRound round) => Of(Operation.CorrectRecord, round.Of,
        "请提出单位补全针对条款、具体建议和理由依据；确无意见的，按“无意见”更正",
        "asks who gave them for clause, suggestion and reason, or corrects them to 无意见 where there is no opinion");

    public static IEnumerable<Remedy> Handle(ConsultedRound round)
    {
        if (round.Owed.Any(o => o.State is OpinionState.Open))
        {
            yield return Of(Operation.HandleOpinion, round.Of, "逐条办理意见，未采纳或者部分采纳的说明理由",
                "handles each opinion, with a reason unless it is adopted");
        }
        if (round.Owed.Any(o => o.State is OpinionState.Objected))
        {
            yield return Of(Operation.ReviewHandling, round.Of, "由初次经办人以外的人员复核异议",
                "has the objections reviewed by another person than handled them first");
        }
        if (round.Owed.Any(o => o.State is OpinionState.Handled or OpinionState.Reviewed))
        {
            yield return Of(Operation.CorrectRecord, round.Of, "补录不采纳、部分采纳的理由", "adds the reasons that are not recorded");
        }
    }

    /// <summary>Nobody's own review is theirs to take back: the commission does, and another person reviews.</summary>
    public static Remedy ReviewAgain(ConsultedRound round) => ByCommission(round.Of,
        "撤销该复核记录，再由牵头单位初次经办人以外的人员重新复核",
        "withdraws the review, and another person of the lead agency than handled it first reviews it once more");

    public static Remedy SayWho(ConsultedRound round) => ByCommission(round.Of,
        "核对并补录初次办理和复核的经办账户", "looks up who handled and who reviewed them, and records it");

    public static Remedy TellTheDispute(SubmittedDispute dispute) => Of(Operation.OpenDispute, dispute.Of,
        "补写争议的主要问题、有关单位的意见、承办单位的意见及其理由和依据",
        "tells the main issue, what the agencies hold, what it holds itself, and the reasons and grounds");

    public static Remedy RecordTheTelling(SubmittedDispute dispute) => Of(Operation.RecordDisputeStep, dispute.Of,
        "核对送审材料，已随送审稿说明争议的予以补录；未说明的，向决策机关补充说明",
        "looks into what was submitted and records that the dispute was told with it, or tells it now");

    public static Remedy SayWhyShorter(ConsultedRound round) => Of(Operation.CorrectRecord, round.Of,
        "公开征求意见时已说明缩短理由的，补录理由；未说明的，继续征求至期满",
        "records the reason where it was given then; else goes on asking until the days are full");

    public static Remedy RecordTheDays(ConsultedRound round) => Of(Operation.CorrectRecord, round.Of,
        "补录公开征求意见的起止日期", "records from when until when the public was asked");

    public static Remedy AskAgain(ConsultedRound round) => Of(Operation.RecordOpinion, round.Of,
        "提醒未答复的单位答复，没有意见的也请回复“无意见”", "reminds those that have not replied; who has no opinion replies so");

    private static Remedy ByCommission(PlanOnDay plan, string zh, string en)
    {
        var actor = plan.Snapshot.Agency(AgencyRole.ReformCommission);
        return Remedies.Of(Operation.CorrectRecord, actor, $"由{actor?.Name ?? "区发展改革委（未录入）"}{zh}",
            $"{actor?.Name ?? "The district's reform commission (not recorded)"} {en}.");
    }

    private static Remedy Of(Operation act, PlanOnDay plan, string zh, string en)
    {
        var actor = Remedies.ActorFor(plan);
        return Remedies.Of(act, actor, $"由{Remedies.Name(actor)}{zh}", $"{Remedies.NameEn(actor)} {en}.")
            with { Input = act == Operation.OpenDispute ? new() { Plan = plan.Key } : new() };
    }
}
