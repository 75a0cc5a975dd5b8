using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Funding;

/// <summary>How a plan stands to the directory lists on a day, as far as money asks.</summary>
public enum ListingStanding { Listed, Exempted, NotSubject, Unlisted, NoListYet, Unknown }

/// <summary>The listing on the day of arranging or spending, whatever the status is now. 003 三、(一).</summary>
public static class ListingForMoney
{
    /// <param name="rule">The rule on money: an exemption counts where it covers that.</param>
    public static ListingStanding On(PlanOnDay plan, DateOnly day, RuleReach rule)
    {
        if (plan.Kind == PlanKind.Development)
        {
            return ListingStanding.NotSubject;
        }
        var directory = day == plan.AsOf ? plan.Directory : new DirectoryStanding(plan, day);
        if (!directory.FallsUnderTheNotice)
        {
            return ListingStanding.NotSubject;
        }
        if (!plan.IsOwn || plan.Tier != PlanTier.District)
        {
            return ListingStanding.Unknown;
        }
        return directory.IsListed ? ListingStanding.Listed
            : IsExempted(plan, day, rule) ? ListingStanding.Exempted
            : directory.MayBeListedUnseen ? ListingStanding.Unknown
            : directory.HasListOfItsTrack ? ListingStanding.Unlisted
            : ListingStanding.NoListYet;
    }

    private static bool IsExempted(PlanOnDay plan, DateOnly day, RuleReach rule) =>
        plan.Snapshot.View.ExemptionsOf[plan.Key].Any(e => e.HoldsOn(day) && e.Covers(rule)
            && new ExemptionOnDay(e, plan, plan.Snapshot.View.Agency(e.Issuer), plan.Snapshot.View.Document(e.Document)).IsEntitled);
}
