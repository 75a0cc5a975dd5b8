using PlanRegistry.Amendments;
using PlanRegistry.Approval;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Trials;

/// <summary>
/// A proposed amendment as if it were duly approved on the day. The steps that are missing before the approval are taken for granted in
/// both states, so that what differs between them is what the approval does and nothing else.
/// </summary>
/// <param name="Steps">Those that are taken for granted.</param>
public sealed record AssumedApproval(RegistryView Before, RegistryView After, IReadOnlyList<Text> Steps)
{
    /// <returns>Null of one that is approved already, or not proposed yet on the day.</returns>
    public static AssumedApproval? Of(PlanOnDay plan, Amendment amendment)
    {
        if (amendment.ProposedOn.Last > plan.AsOf || TargetSet.VersionApprovals(plan.History).Any(a => a.Version == amendment.Version))
        {
            return null;
        }
        var route = new AmendmentRoute(plan, amendment.Version);
        var missing = plan.IsOwn ? route.ToTake(plan.AsOf) : [];
        var before = plan.Snapshot.View.With(plan.Plan.Home, [.. missing.Select((s, n) => route.Taking(s.Way!.Value.Type,
            // A report comes before the proposal, whatever else on the day.
            s.Way!.Value.Type == ActType.Reported ? amendment.ProposedOn.First.AddDays(-1) : plan.AsOf, $"TRIAL-STEP-{n}"))]);
        return new AssumedApproval(before,
            before.With(plan.Plan.Home, [route.Taking(ActType.AmendmentApproved, plan.AsOf, "TRIAL-APPROVAL")]),
            [.. missing.Select(s => s.Name)]);
    }
}
