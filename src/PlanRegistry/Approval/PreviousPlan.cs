using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>The development plan of the period before, and its final evaluation.</summary>
internal static class PreviousPlan
{
    public static PlanOnDay? Of(PlanOnDay plan) => plan.Snapshot.DevelopmentPlans
        .FirstOrDefault(p => p.IsOwn && p.Tier == PlanTier.District && p.Horizon.To == plan.Horizon.From - 1 && !p.HasEnded);

    public static Act? EvaluationOf(PlanOnDay before, AsOfDay day) =>
        before.Acts.FirstOrDefault(a => a.Type == ActType.Reported && a.About == ActAbout.Final && a.On.Last <= day);
}
