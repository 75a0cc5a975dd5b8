using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Reviews;

namespace PlanRegistry.Amendments;

/// <summary>
/// What an approved amendment of the district's development plan obliges
/// a subordinate plan to: to follow, or to declare no change. 003 三、(五).
/// </summary>
public sealed record AmendmentDuty : IFact
{
    public required PlanOnDay Of { get; init; }
    public required PlanOnDay DevelopmentPlan { get; init; }
    public required Amendment Amendment { get; init; }

    /// <summary>When the amendment was approved.</summary>
    public required PartialDate ApprovedOn { get; init; }
    public required DateOnly Due { get; init; }
    public required DutyState State { get; init; }

    /// <summary>Changed indicators that the plan holds; none: it is to be reviewed only.</summary>
    public required IReadOnlyList<string> Indicators { get; init; }

    /// <summary>The amendment of its own or the declaration that closed it.</summary>
    public required Approval.Act? ClosedBy { get; init; }

    /// <summary>A declaration of which it is open whether it counts, while nothing else closes it.</summary>
    public required Approval.Act? MayBeClosedBy { get; init; }

    public DateOnly DeclaredOn => MayBeClosedBy is { } act && act.On.Last > ApprovedOn.Last ? act.On.Last : ApprovedOn.Last;

    /// <summary>Why that is open.</summary>
    public Text DeclarationDoubt =>
        MayBeClosedBy is { } act ? Approval.Entitlement.Of(Of.Snapshot.View, Approval.Matter.NoChange, act).Why : default;

    /// <summary>Partial dates leave open whether the plan was approved before the amendment.</summary>
    public required bool MayBeFree { get; init; }

    public Key<Plan> Plan => Of.Key;

    public bool IsReviewOnly => Indicators.Count == 0;

    public bool IsOpen => State is DutyState.Upcoming or DutyState.DueSoon or DutyState.Overdue;

    public bool IsOverdue => State == DutyState.Overdue;

    public PlanVersion Version => new(DevelopmentPlan.Key, Amendment.Version);

    public RecordId Id => new("amendment_duties", Of.Plan.Home, $"{Plan}|{Version}");

    /// <summary>The changed indicators that it holds.</summary>
    public Text Changed => Text.Join(Indicators.Select(i => new Text($"“{i}”", i)));

    public Text Reason => IsReviewOnly
        ? new Text($"{DevelopmentPlan.Named.Zh}第{Amendment.Version}版于{ApprovedOn.InWords().Zh}批准，本规划未发现变化指标，应进行复核。",
            $"Version {Amendment.Version} of {DevelopmentPlan.Title} was approved on {ApprovedOn};"
                + " this plan holds none of the changed indicators and is to be reviewed.")
        : new Text(
            $"{DevelopmentPlan.Named.Zh}第{Amendment.Version}版于{ApprovedOn.InWords().Zh}批准，"
                + $"变化指标{Changed.Zh}在本规划中亦有目标，应不晚于{Due.InWords().Zh}相应调整或声明无需调整。",
            $"Version {Amendment.Version} of {DevelopmentPlan.Title} was approved on {ApprovedOn} and changes "
                + $"{Changed.En}, which this plan holds too: follow or declare no change by {Due:yyyy-MM-dd}.");

    public FactLine Say() => new("AmendmentDuty", Amendment.Id, Reason.WithoutStop());
}
