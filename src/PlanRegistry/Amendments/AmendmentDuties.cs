using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Reviews;

namespace PlanRegistry.Amendments;

/// <summary>The wave of a development plan's amendment through the plans below it.</summary>
public static class AmendmentDuties
{
    /// <summary>
    /// The duties of one plan, in order of their due days; of one that is over only what it had missed: nobody reviews it any more.
    /// </summary>
    public static IReadOnlyList<AmendmentDuty> Of(PlanOnDay plan) =>
        [.. plan.Snapshot.DevelopmentPlans.SelectMany(p => p.Waves)
            .Where(w => IsBound(plan, w) && plan.Superiors.Any(s => s.Plan.Is(w.Plan))).Select(w => Of(plan, w))
            .Where(d => !plan.Snapshot.View.IsTriedOff(Obliged.FollowingAnAmendment, d.Due))
            .Where(d => plan.IsRunning || (d is { IsOverdue: true, IsReviewOnly: false } && plan.Owed(d.Due))).OrderBy(d => d.Due)];

    /// <summary>
    /// A plan of the district (of a secret one nothing is told), approved, and not certainly after the amendment.
    /// </summary>
    private static bool IsBound(PlanOnDay plan, AmendmentWave wave) =>
        plan.Key != wave.Plan.Key && plan.Exists && !plan.Plan.IsSecret && ApprovalOf(plan) is { } own
            && own.Last <= plan.AsOf && own.IsAfter(wave.ApprovedOn) != true;

    private static PartialDate? ApprovalOf(PlanOnDay plan) => plan.History.ApprovedOn ?? plan.History.PublishedOn;

    private static AmendmentDuty Of(PlanOnDay plan, AmendmentWave wave)
    {
        var due = wave.ApprovedOn.Last.AddDays(plan.Snapshot.Policy.Of(PolicyKeys.CascadeDueDays, wave.ApprovedOn.Last, plan.Kind));
        var closing = plan.Acts.FirstOrDefault(a => Closes(plan, a, wave) is true);
        return new AmendmentDuty
        {
            Of = plan,
            DevelopmentPlan = wave.Plan,
            Amendment = wave.Amendment,
            ApprovedOn = wave.ApprovedOn,
            Due = due,
            State = StateOf(plan, due, closing),
            Indicators = [.. plan.Indicators.Where(i => wave.Changed.Contains(i.Identity))
                .Select(i => i.Indicator.Name).Order(StringComparer.Ordinal)],
            ClosedBy = closing,
            MayBeClosedBy = closing is null ? plan.Acts.FirstOrDefault(a => Closes(plan, a, wave) is null) : null,
            MayBeFree = ApprovalOf(plan) is { } own && own != wave.ApprovedOn && own.IsAfter(wave.ApprovedOn) is null,
        };
    }

    /// <summary>
    /// Any later approved amendment follows; a declaration against the development
    /// plan, or against this or a later version of it, says that none is needed. Null where it is open whether the declaration counts.
    /// </summary>
    private static bool? Closes(PlanOnDay plan, Act act, AmendmentWave wave) =>
        act.On.IsBefore(wave.ApprovedOn) == true ? false
        : act is { About: ActAbout.Amendment, Version: > 1 and var version }
            ? TargetSet.IsAmendmentApproval(plan.Kind, act.Type) && !plan.VoidVersions.Contains(version)
        : act is { Type: ActType.NoChangeDeclared, Against: { } against }
            && plan.Snapshot.View.Canonical(against.Plan) == wave.Plan.Key && !(against.Version < wave.Amendment.Version)
            ? PaperDay.CountsFrom(plan.Snapshot.View, act) <= plan.AsOf
                ? Entitlement.Of(plan.Snapshot.View, Matter.NoChange, act).Answer : false
        : false;

    private static DutyState StateOf(PlanOnDay plan, DateOnly due, Act? closing)
    {
        var today = plan.AsOf;
        return closing is not null ? PaperDay.CountsFrom(plan.Snapshot.View, closing) <= due ? DutyState.Done : DutyState.DoneLate
            : due < plan.Snapshot.RecordsFrom ? DutyState.NotRecorded
            : today > due ? DutyState.Overdue
            : today >= due.AddDays(-plan.Snapshot.Policy.Of(PolicyKeys.DueSoonDays, today, plan.Kind)) ? DutyState.DueSoon
            : DutyState.Upcoming;
    }
}

/// <summary>
/// A duly approved version from 2 on of a development plan of the district, with its amendment on record and what it changes.
/// </summary>
internal sealed record AmendmentWave(PlanOnDay Plan, Amendment Amendment, PartialDate ApprovedOn, IReadOnlySet<string> Changed)
{
    public static IEnumerable<AmendmentWave> Of(PlanOnDay plan) =>
        from approval in plan is { Kind: PlanKind.Development, IsOwn: true, Tier: PlanTier.District }
            ? TargetSet.VersionApprovals(plan.History).DistinctBy(a => a.Version)
            : []
        where approval.On.Last <= plan.AsOf && !plan.VoidVersions.Contains(approval.Version)
        from amendment in plan.Snapshot.View.AmendmentsOf[plan.Key].Where(a => a.Version == approval.Version).Take(1)
        select new AmendmentWave(plan, amendment, approval.On, ChangedIndicators.Of(plan, amendment));
}
