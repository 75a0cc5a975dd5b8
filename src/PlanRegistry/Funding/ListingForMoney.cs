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
        var directory = day == plan.AsOf ? plan.Directory : new DirectoryStanding(plan, day);
        if (plan.Kind == PlanKind.Development)
        {
            return directory.Doubt is null ? ListingStanding.NotSubject : ListingStanding.Unknown;
        }
        if (!directory.FallsUnderTheNotice)
        {
            return ListingStanding.NotSubject;
        }
        if (!plan.IsOwn || plan.Tier != PlanTier.District)
        {
            return ListingStanding.Unknown;
        }
        var exemptions = ExemptionOnDay.On(plan, day).Where(e => e.Covers(rule)).ToList();
        return directory.IsListedForMoney ? ListingStanding.Listed
            : exemptions.Exists(e => e.IsEntitled) || directory.IsExcepted ? ListingStanding.Exempted
            : directory.IsListed || directory.MayBeListedUnseen || exemptions.Exists(e => e.IsOpen) ? ListingStanding.Unknown
            : directory.HasListOfItsTrack ? ListingStanding.Unlisted
            : ListingStanding.NoListYet;
    }
}
