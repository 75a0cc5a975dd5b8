using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Reviews;

/// <summary>Who is entitled to a report, and who to a copy of it. 003 三、(五).</summary>
/// <param name="LacksApprover">It goes to the plan's approver, and who that is is not recorded.</param>
/// <param name="IsDefault">The notice is silent (年度监测分析 of other plans): 本系统默认.</param>
public sealed record ReportRoute(IReadOnlyList<Addressee> To, IReadOnlyList<Addressee> Copies, bool LacksApprover, bool IsDefault)
{
    /// <param name="reporters">Who report; the lead agency wrote the report and is owed none either.</param>
    public static ReportRoute Of(PlanOnDay plan, ReviewKind kind, params IReadOnlyList<Agency?> reporters)
    {
        var route = plan.Kind == PlanKind.Development ? OfDevelopmentPlan(plan, kind) : OfOtherPlan(plan, kind);
        bool IsOther(Addressee a) => !a.Is(plan.LeadAgency) && !reporters.Any(a.Is);
        var to = route.To.Where(IsOther).ToList();
        // Who is sent the report is owed no copy of it.
        return route with { To = to, Copies = [.. route.Copies.Where(c => IsOther(c) && !to.Exists(t => t.IsSame(c)))] };
    }

    private static ReportRoute OfDevelopmentPlan(PlanOnDay plan, ReviewKind kind)
    {
        var snapshot = plan.Snapshot;
        var government = Addressee.Of(snapshot, AgencyRole.Government);
        var municipal = Addressee.Of(snapshot, AgencyRole.ReformCommission, PlanTier.Municipal);
        return kind switch
        {
            ReviewKind.Annual => new([government, municipal], [], false, false),
            ReviewKind.MidTerm => new([government, Addressee.Of(snapshot, AgencyRole.StandingCommittee)], [municipal], false, false),
            _ => new([government, municipal, TheCongress(plan)], [], false, false),
        };
    }

    /// <summary>The congress hears of the old outline when it has approved the next one, at the latest a year after the horizon.</summary>
    private static Addressee TheCongress(PlanOnDay plan)
    {
        var next = plan.Snapshot.DevelopmentPlans
            .Where(p => p.IsOwn && p.Tier == PlanTier.District && p.Horizon.From > plan.Horizon.To && p.IsApproved
                && p.Status is not (PlanStatus.Withdrawn or PlanStatus.Superseded))
            .Select(p => p.History.ApprovedOn!.Value.Last);
        return Addressee.Of(plan.Snapshot, AgencyRole.Congress) with
        {
            Deputy = Addressee.Of(plan.Snapshot, AgencyRole.StandingCommittee),
            OwedFrom = next.Append(plan.Horizon.LastDay.AddYears(1)).Min(),
        };
    }

    private static ReportRoute OfOtherPlan(PlanOnDay plan, ReviewKind kind)
    {
        var approver = ApproverOf(plan);
        return new(approver is null ? [] : [Addressee.Of(approver)],
            [Addressee.Of(plan.Snapshot, AgencyRole.ReformCommission)], approver is null, kind == ReviewKind.Annual);
    }

    /// <summary>A plan of department level is approved by the department that made it.</summary>
    private static Agency? ApproverOf(PlanOnDay plan) =>
        plan.Approver is { } approver ? plan.Snapshot.Agency(approver.Key)
        : plan.Plan.ApprovalLevel == ApprovalLevel.Department ? plan.LeadAgency
        : null;
}
