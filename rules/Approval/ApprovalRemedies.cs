namespace PlanRegistry.Rules.Approval;

/// <summary>The acts that clear findings about approval. The lead agency submits its plan.</summary>
internal static class ApprovalRemedies
{
    /// <summary>What has ended is approved no more: unless it was, it stays a lead.</summary>
    public static IEnumerable<Remedy> Approve(PublicationOnDay publication) => publication.Of.IsRunning
        ? [Of(Operation.RecordAct, publication.Of,
            $"按规定程序报请{publication.Demanded.Zh}并录入审批记录；已经审批的，按原日期补录",
            $"obtains {publication.Demanded.En} and records it; if it was approved, records that with its day")]
        : [Of(Operation.RecordAct, publication.Of,
            $"核对{publication.Demanded.Zh}的文件，已经审批的，按原日期补录",
            $"looks for {publication.Demanded.En}; if it was approved, records that with its day"),
            Remedies.FollowTheLead(publication.Of)];

    public static Remedy RecordTheApproval(PublicationOnDay publication) => Of(Operation.RecordAct, publication.Of,
        "核对审批文件，补录审批层级、审批单位和日期；录入有误的予以更正",
        "checks the papers of the approval and records its level, its body and its day; corrects what is wrong");

    public static Remedy CheckTheDays(PlanOnDay plan) => Of(Operation.CorrectRecord, plan,
        "核对审批和发布的日期，录入有误的予以更正",
        "checks the days of approval and publication and corrects what is wrong");

    public static Remedy EndDuly(EndOnDay end) => Of(Operation.RecordAct, end.Of,
        $"核对{Terms.Of(end.End.Act.Type).Zh}的记录；确需终止或者替代的，由有权单位办理并录入文件；录入有误的予以更正",
        "checks the record; if the plan has ended, has it ended by a body entitled to it and records the document; corrects what is wrong");

    private static Remedy Of(Operation act, PlanOnDay plan, string zh, string en)
    {
        var actor = Remedies.ActorFor(plan);
        return Remedies.Of(act, actor, $"由{Remedies.Name(actor)}{zh}", $"{Remedies.NameEn(actor)} {en}.")
            with { Input = act == Operation.RecordAct ? new() { Plan = plan.Key, About = ActAbout.Plan } : new() };
    }
}
