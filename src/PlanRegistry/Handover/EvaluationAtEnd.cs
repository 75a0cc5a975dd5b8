using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Reviews;

namespace PlanRegistry.Handover;

/// <summary>已完成、逾期完成、待办、逾期、待核实、历史资料未录入、规划期未满、不须.</summary>
public enum EvaluationStanding { Done, DoneLate, Owed, Overdue, Unclear, NotRecorded, Later, NotOwed }

/// <summary>总结评估 of a plan at the end of a period, as its duty says (REV-003).</summary>
public sealed class EvaluationAtEnd
{
    private readonly PlanOnDay plan;

    internal EvaluationAtEnd(PeriodHandover handover, PlanOnDay plan)
    {
        this.plan = plan;
        Duty = ReviewDuties.Told(plan).FirstOrDefault(d => d.Kind == ReviewKind.Final);
        Standing = Duty?.State switch
        {
            null => plan.IsApproved || plan.IsPublished ? EvaluationStanding.NotOwed : EvaluationStanding.Unclear,
            DutyState.Done => EvaluationStanding.Done,
            DutyState.DoneLate => EvaluationStanding.DoneLate,
            DutyState.NotRecorded => EvaluationStanding.NotRecorded,
            DutyState.Overdue => Duty.IsDoubtful ? EvaluationStanding.Unclear : EvaluationStanding.Overdue,
            _ => plan.Horizon.To >= handover.From ? EvaluationStanding.Later : EvaluationStanding.Owed,
        };
    }

    public EvaluationStanding Standing { get; }

    /// <summary>Null where none is owed, or nobody can say whether one is.</summary>
    public ReviewDuty? Duty { get; }

    public Text Why => Duty is not { } duty ? WithoutDuty
        : duty.Report is { } report ? new($"{duty.Name.Zh}已于{report.On.InWords().Zh}报送。{duty.Reason.Zh}",
            $"The final evaluation was reported on {report.On}. {duty.Reason.En}")
        : duty.Doubt is not null ? new($"已录入的报告是否为{duty.Name.Zh}待核实。{duty.Reason.Zh}",
            $"Whether the report recorded is the final evaluation is to be checked. {duty.Reason.En}")
        : Standing == EvaluationStanding.NotRecorded ? new($"到期日早于登记册开始完整记录之日，未见报送记录，应从档案补录。{duty.Reason.Zh}",
            $"It was due before the records are complete and no report is recorded: enter it from the archive. {duty.Reason.En}")
        : Standing == EvaluationStanding.Later ? new($"规划期未满。{duty.Reason.Zh}", $"Its horizon is not over. {duty.Reason.En}")
        : new($"{duty.Name.Zh}尚无报送记录。{duty.Reason.Zh}", $"No final evaluation is recorded yet. {duty.Reason.En}");

    private Text WithoutDuty =>
        Standing == EvaluationStanding.Unclear ? new("未见批准或发布记录，是否应作总结评估待核实。",
            "Neither approval nor publication is recorded: whether a final evaluation is owed is to be checked.")
        : plan.ReviewDuties.Any(d => d.Kind == ReviewKind.Final) ? new("试算停用了总结评估的规则，不须作总结评估。",
            "The rule on final evaluations is tried as if it were not in force: none is owed.")
        : plan.EndedOn is { } ended ? new($"自{ended.InWords().Zh}起{plan.EndedInWords.Zh}，早于规划期满，不须再作总结评估。",
            $"It was {plan.EndedInWords.En} on {ended:yyyy-MM-dd}, before its horizon was over, and owes no final evaluation.")
        : new("到期日早于开州府办发〔2020〕95号印发，依该文不须作总结评估。",
            "It would have been due before 开州府办发〔2020〕95号 was issued, by which none is owed then.");
}
