using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Funding;

/// <summary>How a plan stands to the directory lists on a day, as far as money asks.</summary>
public enum ListingStanding { Listed, Exempted, Study, NotSubject, Unlisted, NoListYet, Unknown }

/// <summary>The listing on the day of arranging or spending, whatever the status is now. 003 三、(一).</summary>
public static class ListingForMoney
{
    /// <param name="rule">The rule on money: an exemption counts where it covers that.</param>
    public static ListingStanding On(PlanOnDay plan, AsOfDay day, FundingPurpose purpose, RuleReach rule)
    {
        var directory = day.Unwatched == plan.AsOf.Unwatched ? plan.Directory : new DirectoryStanding(plan, day);
        return directory.Listing switch
        {
            PlanListing.Listed when directory.IsListedForMoney => ListingStanding.Listed,
            PlanListing.NotRequired => ListingStanding.NotSubject,
            _ when !plan.IsOwn || plan.Tier != PlanTier.District => ListingStanding.Unknown,
            _ when directory.IsExcepted || Exemptions(plan, day, rule).Any() => ListingStanding.Exempted,
            PlanListing.Listed => ListingStanding.Unknown,
            _ when ExemptionOnDay.On(plan, day).Any(e => e.IsOpen && e.Covers(rule)) => ListingStanding.Unknown,
            PlanListing.Unlisted => MayBeStudied(plan, day, purpose) ? ListingStanding.Study : ListingStanding.Unlisted,
            _ => directory.MayBeListedUnseen ? ListingStanding.Unknown : ListingStanding.NoListYet,
        };
    }

    /// <summary>Why it is unknown, said of the plan; nothing where it is not, or no list of its track is approved yet.</summary>
    public static Text DoubtOn(PlanOnDay plan, AsOfDay day, RuleReach rule)
    {
        var directory = day.Unwatched == plan.AsOf.Unwatched ? plan.Directory : new DirectoryStanding(plan, day);
        return directory.Doubt is not null ? directory.DoubtInWords
            : directory.Entry is { } entry ? ListingDoubtWords.OfUnprovenList(plan.Snapshot.View, entry)
            : ExemptionOnDay.On(plan, day).FirstOrDefault(e => e.IsOpen && e.Covers(rule)) is { Gap: var gap }
                ? new($"未列入目录清单，已录入例外情形的文件，但{gap.Zh}", $"is unlisted; the document of an exemption is recorded, but {gap.En}")
            : default;
    }

    /// <summary>The exemptions from bodies entitled to them that hold on the day and cover the rule.</summary>
    public static IEnumerable<ExemptionOnDay> Exemptions(PlanOnDay plan, AsOfDay day, RuleReach rule) =>
        ExemptionOnDay.On(plan, day).Where(e => e.IsEntitled && e.Covers(rule));

    /// <summary>
    /// The notice excepts no preliminary study (前期研究). Where the district's policy lets it be funded after a check, then of a plan whose
    /// drafting has not begun, and by a document of those who may say so.
    /// </summary>
    private static bool MayBeStudied(PlanOnDay plan, AsOfDay day, FundingPurpose purpose)
    {
        if (purpose != FundingPurpose.PreliminaryStudy || plan.History.StatusOn(day) != PlanStatus.Proposed)
        {
            return false;
        }
        var row = plan.Snapshot.Policy.Row(PolicyKeys.PreliminaryStudy, day, plan.Kind);
        return PolicyKeys.PreliminaryStudy.Read(row.Value) == FundingVerdict.Conditional && IsGrounded(plan.Snapshot, row, day);
    }

    /// <summary>By a document that was there on the day: money already arranged is not made good by a paper that came after it.</summary>
    private static bool IsGrounded(Snapshot snapshot, PolicyValue row, AsOfDay day) =>
        snapshot.View.Document(row.Document)?.IssuedOn?.Last <= day;
}
