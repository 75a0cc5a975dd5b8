using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Hierarchy;
using PlanRegistry.Records;
using PlanRegistry.Reviews;

namespace PlanRegistry.Handover;

/// <summary>
/// A plan at the end of a period: whether its final evaluation is done, what succeeds it, and what the new period asks of it where it runs
/// on. Nothing is judged here: what is owed is said by the duties that the rules judge.
/// </summary>
public sealed class HandedOverPlan
{
    private HandedOverPlan(PeriodHandover handover, PlanOnDay plan, Successors successors)
    {
        (Handover, Plan) = (handover, plan);
        Evaluation = new EvaluationAtEnd(handover, plan);
        Succession = successors.Of(plan);
        Continuation = new ContinuedPlan(handover, plan);
    }

    public PeriodHandover Handover { get; }

    public PlanOnDay Plan { get; }

    public EvaluationAtEnd Evaluation { get; }

    public Succession Succession { get; }

    public ContinuedPlan Continuation { get; }

    public RecordId Id => new("handed_over_plans", Plan.Plan.Home, $"{Plan.Key}>{Handover.From}");

    /// <summary>
    /// Those in force on the last day of the period, or earlier in it; those whose time is over and those of which nothing was recorded
    /// stand here too, as open: that no approval is recorded does not say that there was none.
    /// </summary>
    /// <param name="plans">Whose they are to see.</param>
    public static IReadOnlyList<HandedOverPlan> In(PeriodHandover handover, IEnumerable<PlanOnDay> plans, Successors successors) =>
        [.. plans.Where(p => IsIn(handover, p)).Select(p => new HandedOverPlan(handover, p, successors))];

    /// <summary>Those that were being drafted then, as the records have it, and are handed over by nobody.</summary>
    public static IReadOnlyList<PlanOnDay> DraftsAt(PeriodHandover handover, IEnumerable<PlanOnDay> plans) =>
        [.. plans.Where(p => IsOfItsTime(handover, p) && !IsIn(handover, p))];

    private static bool IsIn(PeriodHandover handover, PlanOnDay plan) => IsOfItsTime(handover, plan)
        && (WasInForce(handover, plan) || plan.Horizon.To < handover.From || plan.IsUntold);

    /// <summary>Its horizon lies in the old period, at least in part, and it had not ended by then.</summary>
    private static bool IsOfItsTime(PeriodHandover handover, PlanOnDay plan) => plan.Exists
        && plan.Horizon.From < handover.From && plan.Horizon.To >= handover.Old.From && !(plan.EndedOn <= handover.LastDay);

    private static bool WasInForce(PeriodHandover handover, PlanOnDay plan)
    {
        var day = plan.AsOf < handover.LastDay ? plan.AsOf : handover.LastDay;
        return plan.History.WasApprovedBy(day) || plan.History.WasPublishedBy(day);
    }
}
