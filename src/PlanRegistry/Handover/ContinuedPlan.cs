using PlanRegistry.Alignment;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Hierarchy;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Handover;

/// <summary>期满、已调整修订、已声明无需调整、待办、逾期、待核实、历史资料未录入、新一期发展规划未发布、不须.</summary>
public enum ContinuationStanding { Ends, Amended, Declared, Owed, Overdue, Unclear, NotRecorded, Awaited, NotAsked }

/// <summary>
/// What the development plan of the new period asks of a plan that runs into it, as the duty says that HIE-006 judges: 适时进行调整或修编
/// (003 一、(三)), or to declare that nothing changes.
/// </summary>
public sealed class ContinuedPlan
{
    private const string Clause = "开州府办发〔2020〕95号 一、（三）";

    private readonly PeriodHandover handover;
    private readonly PlanOnDay plan;

    internal ContinuedPlan(PeriodHandover handover, PlanOnDay plan)
    {
        (this.handover, this.plan) = (handover, plan);
        Duty = IsAsked ? HorizonDuty.On(plan).FirstOrDefault(d => d.Development.Is(handover.Begins!)) : null;
        // Of one that has ended only what it had missed by then is left.
        Standing = plan.Horizon.To < handover.From ? ContinuationStanding.Ends
            : plan.Plan.IsSecret || plan.Kind == PlanKind.Development || (plan.HasEnded && Duty is null) ? ContinuationStanding.NotAsked
            : handover.PublishedOn is null ? ContinuationStanding.Awaited
            : Duty is null ? plan.IsApproved || plan.IsPublished ? ContinuationStanding.NotAsked : ContinuationStanding.Unclear
            : Duty.FollowedBy is { } act
                ? act.Type == ActType.NoChangeDeclared ? ContinuationStanding.Declared : ContinuationStanding.Amended
            : Duty.IsNotRecorded ? ContinuationStanding.NotRecorded
            : Duty.IsOpen ? ContinuationStanding.Unclear
            : Duty.IsOverdue ? ContinuationStanding.Overdue : ContinuationStanding.Owed;
    }

    public ContinuationStanding Standing { get; }

    public HorizonDuty? Duty { get; }

    public DateOnly? Due => Duty?.Due;

    /// <summary>The amendment or declaration that answered it, or may have.</summary>
    public Act? Act => Duty?.FollowedBy ?? Duty?.MayBeFollowedBy;

    /// <summary>
    /// Of a plan that runs on: its indicators that are weaker than the binding ones of the new development plan, linked to it or not. No
    /// declaration makes them stronger; where the plan is linked, ALI-001 says so too.
    /// </summary>
    public IReadOnlyList<Indicator> WeakerThanOutline => field ??= !IsAsked || !plan.IsJudgedInFull || handover.Begins is not { } next ? []
        : [.. from held in plan.Indicators
              where next.Demands.ContainsKey(held.Identity)
              from compared in Comparison.Between(new Demand(plan, next, [], held, next.Demands[held.Identity]))
              where compared is { IsWeaker: true, Theirs.IsBinding: true }
              group compared by held.Identity into weaker
              select weaker.First().Ours.Indicator];

    public Text Why => Standing switch
    {
        ContinuationStanding.Ends => new($"规划期至{plan.Horizon.To}年，不进入新一期。",
            $"Its horizon ends in {plan.Horizon.To} and does not reach the new period."),
        ContinuationStanding.Awaited => handover.Begins is null
            ? new("新一期全区发展规划未录入，发布后再行调整修订或者声明无需调整。",
                "The development plan of the new period is not recorded; once it is published, amend, or declare no change.")
            : new($"{handover.Begins.Named.Zh}尚未见发布记录，发布后再行调整修订或者声明无需调整。",
                $"No publication of {handover.Begins.Title} is recorded; once it is published, amend, or declare no change."),
        ContinuationStanding.NotAsked => NotAsked,
        _ when Duty is null => new("未见批准或发布记录，是否须随新一期全区发展规划调整待核实。",
            "Neither approval nor publication is recorded: whether it has to follow the new development plan is to be checked."),
        ContinuationStanding.Amended => Asked(new($"已于{Act!.On.InWords().Zh}批准调整修订{Late.Zh}。",
            $"An amendment was approved on {Act.On}{Late.En}.")),
        ContinuationStanding.Declared => Asked(new($"已于{Act!.On.InWords().Zh}声明无需调整{Late.Zh}。",
            $"No change was declared on {Act.On}{Late.En}.")),
        ContinuationStanding.Unclear => Asked(Open),
        ContinuationStanding.NotRecorded => Asked(new("到期日早于登记册开始完整记录之日，未见办理记录，应从档案补录。",
            "It was due before the records are complete and nothing is recorded: enter it from the archive.")),
        _ => Asked(new("尚未调整修订，也未声明无需调整。", "It was neither amended nor was no change declared.")),
    };

    /// <summary>Answered after its day.</summary>
    private Text Late => Duty!.IsFollowedLate ? new("，晚于到期日", ", after it was due") : default;

    private bool IsAsked => plan.Horizon.To >= handover.From && handover.PublishedOn is not null && !plan.Plan.IsSecret;

    private Text Open => Duty!.WhyOpen switch
    {
        FollowingDoubt.ApprovalDay => new("本规划批准日期不够具体，是否早于该规划发布待核实。",
            "The plan's approval is told too coarsely to say whether it came before that."),
        FollowingDoubt.AmendmentDay => new("调整修订的批准日期不够具体，是否在其后待核实。",
            "The approval of its amendment is told too coarsely to say whether it came after that."),
        FollowingDoubt.UndirectedDeclaration => new("无需调整声明未写明所对应的发展规划，待核实。",
            "The declaration of no change names no development plan: to be checked."),
        _ => new($"无需调整声明是否有效待核实：{Duty.DeclarationDoubt.Zh}。",
            $"Whether the declaration of no change counts is to be checked: {Duty.DeclarationDoubt.En}."),
    };

    private Text NotAsked =>
        plan.Plan.IsSecret ? new("涉密规划不评判。", "Secret plans are not judged by this.")
        : plan.HasEnded ? new($"本规划{plan.EndedInWords.Zh}。", $"The plan is {plan.EndedInWords.En}.")
        : plan.Kind == PlanKind.Development ? new("本身是发展规划。", "It is a development plan itself.")
        : new("批准在新一期全区发展规划发布之后，或者规划期与其一致，不须另行调整。",
            "It was approved after the new development plan was published, or has its horizon: nothing more is asked.");

    /// <summary>What is asked, by when and by which clause, and what came of it.</summary>
    private Text Asked(Text came) => new(
        $"{Duty!.Say().Text.Zh}（{Clause}）。{came.Zh}", $"{Duty.Say().Text.En} ({Clause}). {came.En}");
}
