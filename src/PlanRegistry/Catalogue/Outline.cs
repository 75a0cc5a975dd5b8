using System.Text.RegularExpressions;
using PlanRegistry.Approval;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>
/// 国民经济和社会发展规划纲要: the one development plan that a district has for a time and that needs no list (003 一、(一)). The congress's
/// approval proves it; until then it is led by the reform commission or the government, and its title names nothing else.
/// </summary>
internal static partial class Outline
{
    public static ListingDoubt? DoubtOf(PlanOnDay plan, AsOfDay day)
    {
        var view = plan.Snapshot.View;
        return IsProven(view, plan.Plan, day) || IsLed(view, plan.Plan)
            ? !IsOutline(view, plan.Plan, day) ? ListingDoubt.NotAnOutline
                : Rivals(plan, day).Any() ? ListingDoubt.RivalOutline
                : null
            : ListingDoubt.NotTheOutline;
    }

    /// <summary>Others of its time with as good a claim: which is the outline a person must say.</summary>
    public static IEnumerable<Plan> Rivals(PlanOnDay plan, AsOfDay day)
    {
        var view = plan.Snapshot.View;
        var proven = IsProven(view, plan.Plan, day);
        return view.DevelopmentPlans.Where(p => p.Home == view.Code && p.Tier == PlanTier.District && p.Key != plan.Key && !p.IsSecret
            && p.Horizon.Overlaps(plan.Horizon) && Stands(view.History(p.Key), day)
            && (IsProven(view, p, day) || (!proven && IsLed(view, p) && IsOutline(view, p, day))));
    }

    private static bool Stands(PlanHistory history, AsOfDay day) =>
        history.ExistsFrom <= day && history.StatusOn(day) is not (PlanStatus.Withdrawn or PlanStatus.Superseded);

    private static bool IsLed(RegistryView view, Plan plan) =>
        Entitlement.Of(view, Matter.OutlineDrafting, plan.LeadAgency, null).IsGiven;

    private static bool IsProven(RegistryView view, Plan plan, AsOfDay day) => view.History(plan.Key) is { Approval: { } approval } history
        && history.WasApprovedBy(day) && Entitlement.Of(view, Matter.PlanApproval, approval).IsGiven;

    private static bool IsOutline(RegistryView view, Plan plan, AsOfDay day) => plan.IsSecret || IsProven(view, plan, day)
        || !Han().IsMatch(OwnWords().Replace(TitleNearness.Words(Remark().Replace(TitleKey.Of(plan.Title), ""), view.DistrictNames), ""));

    [GeneratedRegex("国民经济|社会发展|远景目标|发展|总体|规划|纲要|草案")]
    private static partial Regex OwnWords();

    /// <summary>(草案), (示例).</summary>
    [GeneratedRegex("\\([^)]*\\)")]
    private static partial Regex Remark();

    [GeneratedRegex("\\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
