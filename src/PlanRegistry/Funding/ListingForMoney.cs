using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Funding;

/// <summary>How a plan stands to the directory lists on a day, as far as money asks.</summary>
public enum ListingStanding { Listed, Exempted, NotSubject, Unlisted, NoListYet, Unknown }

/// <summary>The listing on the day of arranging or spending, whatever the status is now. 003 三、(一).</summary>
public static class ListingForMoney
{
    public static ListingStanding On(PlanOnDay plan, DateOnly day)
    {
        var view = plan.Snapshot.View;
        if (plan.Kind == PlanKind.Development || !plan.FallsUnderTheNotice)
        {
            return ListingStanding.NotSubject;
        }
        if (!plan.IsOwn || plan.Tier != PlanTier.District)
        {
            return ListingStanding.Unknown;
        }
        if (Listing.EntryOn(view, plan.Plan, day) is not null)
        {
            return ListingStanding.Listed;
        }
        if (IsExempted(plan, day))
        {
            return ListingStanding.Exempted;
        }
        var earliest = Listing.ListsFor(view, plan.Kind, day).FirstOrDefault();
        if (Listing.UnlinkedTwins(view, plan.Plan, day).Any()
            || (earliest is not null && (plan.History.DraftingBegan ?? plan.History.ApprovedOn ?? day).First < earliest.ApprovedOn!.Value.Last))
        {
            return ListingStanding.Unknown;
        }
        return earliest is null ? ListingStanding.NoListYet : ListingStanding.Unlisted;
    }

    private static bool IsExempted(PlanOnDay plan, DateOnly day) =>
        plan.Snapshot.View.ExemptionsOf[plan.Key].Any(e => e.HoldsOn(day) && e.Covers("FUN-001")
            && new ExemptionOnDay(e, plan, plan.Snapshot.View.Agency(e.Issuer), plan.Snapshot.View.Document(e.Document)).IsEntitled);
}
