using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Alignment;

/// <summary>What came from above after a plan was approved is to be followed 适时, not at once.</summary>
public static class Grace
{
    /// <summary>
    /// The last day of grace; null for a draft, and where the superior's came
    /// first. An order that partial dates leave open is read in the plan's favour.
    /// </summary>
    public static DateOnly? Until(PlanOnDay plan, PartialDate? ours, PartialDate? theirs) =>
        ours is { } own && theirs is { } above && above.Last > own.First
            ? above.Last.AddDays(plan.Snapshot.Policy.Of(PolicyKeys.SuperiorLaterGraceDays, plan.AsOf, plan.Kind))
            : null;
}
