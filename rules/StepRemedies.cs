namespace PlanRegistry.Rules;

/// <summary>Who makes good what a step lacked, and by which act.</summary>
internal static class StepRemedies
{
    /// <summary>What was decided stays a lead for auditors, unless it was and is not recorded.</summary>
    public static IEnumerable<Remedy> Of(StepFault fault) => fault.IsBroken && fault.Of.IsApproved && IsOfADecision(fault.Obligation)
            ? [MakeGood(fault), Remedies.FollowTheLead(fault.Of)] : [MakeGood(fault)];

    private static bool IsOfADecision(Obligation obligation) => obligation is not (Obligation.SubmissionSet or Obligation.DepartmentRoute
        or Obligation.Checklist or Obligation.SpatialAlignment);

    private static Remedy MakeGood(StepFault fault) => fault.Obligation switch
    {
        Obligation.SubmissionSet => Lead(fault, Operation.AddSubmissionItem, "补齐审批要件并登记",
            "supplies the papers of the submission and adds them"),
        Obligation.Alignment or Obligation.Checklist => By(fault, AgencyRole.ReformCommission, "出具衔接意见，逐项答复衔接重点并登记",
            "gives its opinion on the alignment, answers its points and records it"),
        Obligation.SpatialAlignment => By(fault, AgencyRole.NaturalResources, "出具与空间规划的衔接意见并登记",
            "gives its opinion on the alignment with the spatial plan and records it"),
        _ => Lead(fault, Operation.RecordAct, "按规定程序办理所缺环节并录入；已经办理的，按原日期补录，录入有误的予以更正",
            "takes the step that is missing and records it; if it was taken, records it with its day; corrects what is wrong"),
    };

    private static Remedy Lead(StepFault fault, Operation act, string zh, string en)
    {
        var actor = Remedies.ActorFor(fault.Of);
        return Remedies.Of(act, actor, $"由{Remedies.Name(actor)}{zh}", $"{Remedies.NameEn(actor)} {en}.")
            with { Input = new() { Plan = fault.Plan, About = act == Operation.RecordAct ? ActAbout.Plan : null } };
    }

    private static Remedy By(StepFault fault, AgencyRole role, string zh, string en)
    {
        var actor = fault.Of.Snapshot.Agency(role);
        return Remedies.Of(Operation.RecordAlignmentOpinion, actor, $"由{actor?.Name ?? $"区{Terms.Of(role).Zh}（未录入）"}{zh}",
            $"{actor?.Name ?? $"The district's {Terms.Of(role).En} (not recorded)"} {en}.") with { Input = new() { Plan = fault.Plan } };
    }
}
