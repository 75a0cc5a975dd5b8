using PlanRegistry.Amendments;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
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
        var missing = plan.IsOwn
            ? new AmendmentRoute(plan, amendment.Version).StepsBefore(plan.AsOf)
                .Where(s => s is { Taken: not true, Way: not null }).ToList()
            : [];
        var before = plan.Snapshot.View.With(plan.Plan.Home, [.. missing.Select((s, n) => Step(plan, amendment, s, n))]);
        return new AssumedApproval(before, before.With(plan.Plan.Home, [Approval(plan, amendment)]), [.. missing.Select(s => s.Name)]);
    }

    /// <summary>A report comes before the proposal, whatever else on the day.</summary>
    private static Act Step(PlanOnDay plan, Amendment amendment, RouteStep step, int number)
    {
        var (type, role) = step.Way!.Value;
        var isReport = type == ActType.Reported;
        return new Act
        {
            Home = plan.Plan.Home, Code = $"TRIAL-STEP-{number}", Plan = plan.Key, Type = type,
            On = isReport ? amendment.ProposedOn.First.AddDays(-1) : plan.AsOf,
            Agency = role is { } of ? plan.Snapshot.Agency(of)?.Key : plan.LeadAgency?.Key,
            About = isReport ? ActAbout.Plan : ActAbout.Amendment, Version = isReport ? null : amendment.Version,
        };
    }

    private static Act Approval(PlanOnDay plan, Amendment amendment) => new()
    {
        Home = plan.Plan.Home, Code = "TRIAL-APPROVAL", Plan = plan.Key, Type = ActType.AmendmentApproved, On = plan.AsOf,
        Agency = (AmendmentRoute.ApproverOf(plan) ?? plan.Approver)?.Key, About = ActAbout.Amendment, Version = amendment.Version,
    };
}
