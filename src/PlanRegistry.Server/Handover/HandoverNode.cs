using PlanRegistry.Conformance;
using PlanRegistry.Handover;
using PlanRegistry.Records;
using PlanRegistry.Server.Approval;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Indicators;
using PlanRegistry.Server.Reviews;
using PlanRegistry.Server.Settlement;

namespace PlanRegistry.Server.Handover;

public sealed class HandoverNode(PeriodHandover handover, Scope scope)
{
    internal PeriodHandover Of { get; } = handover;
    internal Scope Scope { get; } = scope;

    /// <summary>Of the plans that are the caller's to see.</summary>
    internal IReadOnlyList<HandedOverPlan> All => field ??= HandedOverPlan.In(Of, Scope.Plans, new Successors(Of, Scope.View));

    public int From => Of.From;
    public PartialDate LastDay => Of.LastDay;
    public PlanNode? Ends => Scope.Plan(Of.Ends?.Key);
    public PlanNode? Begins => Scope.Plan(Of.Begins?.Key);
    public PartialDate? PublishedOn => Of.PublishedOn;
    public IReadOnlyList<PlanNode> Drafts =>
        [.. HandedOverPlan.DraftsAt(Of, Scope.Plans).Select(p => Scope.Plan(p.Key)).OfType<PlanNode>()];
    public IReadOnlyList<int> Beginnings => PeriodHandover.BeginningsOf(Of.Snapshot);
    public IReadOnlyList<StandingCount<EvaluationStanding>> ByEvaluation => Counted(p => p.Evaluation.Standing);
    public IReadOnlyList<StandingCount<SuccessionStanding>> BySuccession => Counted(p => p.Succession.Standing);
    public IReadOnlyList<StandingCount<ContinuationStanding>> ByContinuation => Counted(p => p.Continuation.Standing);

    private List<StandingCount<T>> Counted<T>(Func<HandedOverPlan, T> standing) where T : struct, Enum =>
        [.. All.CountBy(standing).OrderBy(c => c.Key).Select(c => new StandingCount<T>(c.Key, c.Value))];
}

/// <summary>How many plans stand so.</summary>
public sealed record StandingCount<T>(T Standing, int Count) where T : struct, Enum;

public sealed class HandedOverPlanNode(HandedOverPlan row, Scope scope)
{
    internal HandedOverPlan Of { get; } = row;

    /// <summary>The standing is what it is; that its mending is put off by leave is said beside it.</summary>
    internal Text EvaluationInWords => Of.Evaluation.Standing == EvaluationStanding.Overdue
        ? Of.Evaluation.Why.With(scope, Of.Plan.Key, LeaveWords.OfEvaluation) : Of.Evaluation.Why;

    internal Text ContinuationInWords => Of.Continuation.Standing is ContinuationStanding.Owed or ContinuationStanding.Overdue
        ? Of.Continuation.Why.With(scope, Of.Plan.Key, LeaveWords.OfContinuation) : Of.Continuation.Why;

    public string Key => Of.Id.ToString();
    public PlanNode Plan => scope.PlanOf(Of.Plan.Key);
    public EvaluationStanding Evaluation => Of.Evaluation.Standing;
    public ReviewDutyNode? EvaluationDuty => Of.Evaluation.Duty is { } duty ? new ReviewDutyNode(duty, scope) : null;
    public SuccessionStanding Succession => Of.Succession.Standing;
    public IReadOnlyList<PlanNode> Successors => [.. Of.Succession.Plans.Select(p => scope.Plan(p.Key)).OfType<PlanNode>()];
    public IReadOnlyList<DirectoryEntryNode> SuccessorEntries => [.. Of.Succession.Entries.Select(e => new DirectoryEntryNode(e, scope))];
    public ActNode? SuccessorAct => scope.Node(Of.Succession.Act?.Id) as ActNode;
    public ContinuationStanding Continuation => Of.Continuation.Standing;
    public PartialDate? ContinuationDue => Of.Continuation.Due is { } day ? day : null;
    public ActNode? ContinuationAct => scope.Node(Of.Continuation.Act?.Id) as ActNode;
    public IReadOnlyList<IndicatorNode> WeakerThanOutline =>
        [.. Of.Continuation.WeakerThanOutline.Select(i => new IndicatorNode(i, scope))];
}
