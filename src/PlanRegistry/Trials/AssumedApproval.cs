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
        var missing = plan.IsOwn ? route.ToTake(plan.AsOf.Unwatched) : [];
        var code = $"TRIAL-{plan.Key.Code}-{amendment.Version}";
        var before = plan.Snapshot.View.With(plan.Plan.Home, [.. missing.Select((s, n) => route.Taking(s.Way!.Value.Type,
            // A report comes before the proposal, whatever else on the day.
            s.Way!.Value.Type == ActType.Reported ? amendment.ProposedOn.First.AddDays(-1) : plan.AsOf.Unwatched, $"{code}-STEP-{n}"))]);
        return new AssumedApproval(before,
            before.With(plan.Plan.Home, [route.Taking(ActType.AmendmentApproved, plan.AsOf.Unwatched, $"{code}-APPROVAL")]),
            [.. missing.Select(s => s.Name)]);
    }

    /// <summary>Of each amendment that is recorded in a view and not in an earlier one.</summary>
    public static AssumedApproval OfThoseIn(RegistryView view, RegistryView earlier, DateOnly day) =>
        view.Of<Amendment>().Except(earlier.Of<Amendment>()).OrderBy(a => a.Version).Aggregate(
            new AssumedApproval(view, view, []),
            (so, amendment) => new Snapshot(so.After, day).Plan(amendment.Plan) is { } plan && Of(plan, amendment) is { } next
                ? new AssumedApproval(view, next.After, [.. so.Steps, .. next.Steps])
                : so);
}
