using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Hierarchy;

/// <summary>
/// What leaves open whether a plan followed: a rough day of its approval or of its amendment, or a declaration that names no development
/// plan, or of which it is open whether it counts.
/// </summary>
public enum FollowingDoubt { ApprovalDay, AmendmentDay, UndirectedDeclaration, OpenDeclaration }

/// <summary>
/// What a development plan published after a plan's approval asks of it, where their horizons overlap and differ: 适时进行调整或修编
/// (003 一、(三)). An amendment approved since, or a declaration that nothing changes, follows it.
/// </summary>
public sealed class HorizonDuty : IFact
{
    private HorizonDuty(PlanOnDay plan, PlanOnDay development, PartialDate approvedOn, PartialDate publishedOn)
    {
        (Plan, Development, PublishedOn) = (plan, development, publishedOn);
        Due = Under(plan.Snapshot.Policy.SettledOn(publishedOn.Last, plan.AsOf, Under));
        FollowedBy = plan.Acts.FirstOrDefault(Follows);
        MayBeFollowedBy = FollowedBy is null ? plan.Acts.FirstOrDefault(MayFollow) : null;
        ApprovalMayBeLater = publishedOn.IsAfter(approvedOn) is null;

        DateOnly Under(DateOnly day) =>
            publishedOn.Last.AddDays(plan.Snapshot.Policy.Of(PolicyKeys.MismatchGraceDays, day, plan.Kind));
    }

    public PlanOnDay Plan { get; }

    public PlanOnDay Development { get; }

    public PartialDate PublishedOn { get; }

    public DateOnly Due { get; }

    public Act? FollowedBy { get; }

    /// <summary>
    /// An amendment whose day is told too coarsely, or a declaration that does not name the development plan, or may not count.
    /// </summary>
    public Act? MayBeFollowedBy { get; }

    /// <summary>Why the declaration may not count.</summary>
    public Text DeclarationDoubt => MayBeFollowedBy is not { Type: ActType.NoChangeDeclared } act ? default
        : IsAgainst(act) && IsEarly(act) is null
            ? new($"声明日期{act.On.InWords().Zh}不够具体，不能判断是否在发展规划批准之后",
                $"its day, {act.On}, is too rough to say whether the development plan was approved by then")
        : Declaring(act).Why;

    /// <summary>The plan's approval is told too coarsely to say whether the development plan came after it.</summary>
    public bool ApprovalMayBeLater { get; }

    public Key<Plan> Of => Plan.Key;

    public RecordId Id => new("horizon_duties", Plan.Id.District, $"{Plan.Key}>{Development.Key}");

    /// <summary>Due before the registry kept complete records, and nothing is recorded: 历史资料未录入, never overdue.</summary>
    public bool IsNotRecorded => FollowedBy is null && Due < Plan.Snapshot.RecordsFrom;

    public bool IsOpen => FollowedBy is null && !IsNotRecorded && (ApprovalMayBeLater || MayBeFollowedBy is not null);

    public bool IsMissed => FollowedBy is null && !IsNotRecorded && !IsOpen;

    public bool IsOverdue => Plan.AsOf > Due;

    /// <summary>Surely after the day by which it was due.</summary>
    public bool IsFollowedLate => FollowedBy is { } act
        && (act.Type == ActType.NoChangeDeclared ? PaperDay.CountsFrom(Plan.Snapshot.View, act) : act.On.First) > Due;

    /// <summary>What leaves it open; asked where it is.</summary>
    public FollowingDoubt WhyOpen =>
        ApprovalMayBeLater ? FollowingDoubt.ApprovalDay
        : MayBeFollowedBy!.Type == ActType.NoChangeDeclared
            ? MayBeFollowedBy.Against is null ? FollowingDoubt.UndirectedDeclaration : FollowingDoubt.OpenDeclaration
        : FollowingDoubt.AmendmentDay;

    /// <summary>Since the publication while there is time; then since the day after the last.</summary>
    public DateOnly Since => IsOverdue ? Due.AddDays(1) : PublishedOn.Last;

    /// <summary>Since the publication, or since what may have followed it.</summary>
    public DateOnly OpenSince =>
        MayBeFollowedBy is { } act && !ApprovalMayBeLater && act.On.Last > PublishedOn.Last ? act.On.Last : PublishedOn.Last;

    /// <summary>An omission is judged by the law of its due day.</summary>
    public AsOfDay JudgedOn => IsOverdue ? Due : Plan.AsOf;

    public static IEnumerable<HorizonDuty> On(PlanOnDay plan)
    {
        if (plan.Kind == PlanKind.Development || plan.Tier != PlanTier.District || !(plan.IsApproved || plan.IsPublished))
        {
            return [];
        }
        var approved = ApprovalOf(plan);
        return
            from development in plan.Snapshot.DevelopmentPlans
            where development.IsOwn && development.Tier == PlanTier.District && development.IsPublished
                && development.Status is not (PlanStatus.Superseded or PlanStatus.Withdrawn)
            let published = development.History.PublishedOn!.Value
            where IsAsked(plan, development.History)
            let duty = new HorizonDuty(plan, development, approved, published)
            where plan.Owed(duty.Due) && !plan.Snapshot.View.IsTriedOff(Obliged.FollowingAnOutline, duty.Due)
            select duty;
    }

    /// <summary>
    /// Of an approved plan: their horizons overlap and differ, and the development plan came out after its approval. Until it is published
    /// its own approval tells.
    /// </summary>
    public static bool IsAsked(PlanOnDay plan, PlanHistory development) => development.Plan.Horizon is var horizon
        && horizon != plan.Horizon && horizon.Overlaps(plan.Horizon)
        && (development.PublishedOn ?? development.ApprovedOn)?.IsAfter(ApprovalOf(plan)) != false;

    public FactLine Say() => new("HorizonDuty", Development.Id, new Text(
        $"{Development.Named.Zh}（{Development.Horizon.InWords.Zh}）于{PublishedOn.InWords().Zh}发布，"
            + $"应不晚于{Due.InWords().Zh}调整修订或声明无需调整",
        $"{Development.Title} ({Development.Horizon}) was published on {PublishedOn}; to be followed by {Due:yyyy-MM-dd}"));

    private bool Follows(Act act) =>
        IsAmendment(act) ? act.On.IsBefore(PublishedOn) == false
        : IsDeclared(act) && IsAgainst(act) && IsEarly(act) == false && Declaring(act).IsGiven;

    private bool MayFollow(Act act) =>
        IsAmendment(act) ? act.On.IsBefore(PublishedOn) is null
        : IsDeclared(act) && !Declaring(act).IsDenied
            && (act.Against is null ? act.On.IsBefore(PublishedOn) != true : IsAgainst(act) && IsEarly(act) != true);

    /// <summary>Before the development plan was approved nobody could say that it changes nothing.</summary>
    private bool? IsEarly(Act act) => act.On.IsBefore(Development.History.ApprovedOn ?? PublishedOn);

    /// <summary>By the day, and so was its paper.</summary>
    private bool IsDeclared(Act act) =>
        act.Type == ActType.NoChangeDeclared && PaperDay.CountsFrom(Plan.Snapshot.View, act) <= Plan.AsOf;

    private static PartialDate ApprovalOf(PlanOnDay plan) =>
        plan.IsApproved ? plan.History.ApprovedOn!.Value : plan.History.PublishedOn!.Value;

    private Entitlement Declaring(Act act) => Entitlement.Of(Plan.Snapshot.View, Matter.NoChange, act);

    private bool IsAgainst(Act act) => act.Against is { } against && Plan.Snapshot.View.Canonical(against.Plan) == Development.Key;

    private bool IsAmendment(Act act) => act.About == ActAbout.Amendment && TargetSet.IsAmendmentApproval(Plan.Kind, act.Type)
        && !(act.Version is { } version && Plan.VoidVersions.Contains(version));
}
