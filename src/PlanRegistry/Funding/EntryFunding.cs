using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Funding;

/// <summary>What is said of a title under which no plan is recorded: what the lists say, or that nothing was found.</summary>
public static class EntryFunding
{
    /// <summary>
    /// The entries of that title which name no plan and that no later list drops: of each lead agency the one of the list in force approved
    /// last. Where an entry names no lead agency it may be anybody's, and they are taken for one.
    /// </summary>
    public static IReadOnlyList<DirectoryEntry> EntriesFor(RegistryView view, string title, AsOfDay day)
    {
        var named = view.UnlinkedEntries(title)
            .Select(e => (Entry: e, List: view.List(e.List)))
            .Where(e => e.List is { } list && ListApproval.Of(view, list).Effect >= ListEffect.Demand && Listing.IsInForce(view, list, day))
            .OrderByDescending(e => e.List!.ApprovedOn!.Value.Last).ThenBy(e => e.Entry.RecordCode, StringComparer.Ordinal)
            .Select(e => e.Entry).TakeWhile(e => e.Dropped != true).ToList();
        var isTold = named.TrueForAll(e => e.LeadAgency is not null);
        return [.. named.DistinctBy(e => isTold ? view.AgencyOn(e.LeadAgency, day)?.Key : null)];
    }

    /// <summary>Those whose title comes near what is asked, the nearest first, and that <see cref="EntriesFor"/> would answer by.</summary>
    public static IReadOnlyList<DirectoryEntry> Near(RegistryView view, TitleLikeness.Asked asked, AsOfDay day) =>
    [
        .. asked.Nearest(view.Of<DirectoryEntry>().Where(e => e.Plan is null), e => [e.Title], e => e.RecordCode)
            .SelectMany(e => EntriesFor(view, e.Title, day)).Distinct(),
    ];

    /// <summary>As far as its list holds for money.</summary>
    public static FundingEligibility Of(RegistryView view, DirectoryEntry entry, DateOnly on, FundingQuestion question)
    {
        var list = view.List(entry.List)!;
        var approval = ListApproval.Of(view, list);
        var gaps = Wording.Clauses(approval.Gaps);
        var (code, verdict, zh, en) = approval.Effect switch
        {
            _ when !list.Covers(entry.Kind) => (FundingReasonCode.ListingUnknown, FundingVerdict.Unknown,
                $"，但该清单不含{Terms.Of(entry.Kind).Zh}，请核实。", $", but that is no list of {Terms.Of(entry.Kind).En}s; check it."),
            ListEffect.Full => (FundingReasonCode.Listed, FundingVerdict.Eligible, "。", "."),
            ListEffect.Demand => (FundingReasonCode.Exempted, FundingVerdict.Conditional,
                "，该清单由区委批准，视为有明确要求，须核实例外情形。", ", which the Party committee approved: a demand, to be checked."),
            _ => (FundingReasonCode.ListingUnknown, FundingVerdict.Unknown,
                $"，但该清单的批准资料不全：{gaps.Zh}，请核实。",
                $", but the papers of that list's approval are not in order: {gaps.En}; check them."),
        };
        var listed = FundingReason.Of(code, verdict, $"{entry.Named.Zh}列入目录清单{entry.List.Code}第{entry.Code}项{zh}",
            $"{entry.Title} is entry {entry.Code} of directory list {entry.List.Code}{en}", FundingReason.Notice);
        var register = FundingReason.Of(FundingReasonCode.NotRegistered, FundingVerdict.Conditional,
            $"{entry.Named.Zh}尚未登记为规划，请先登记规划，再核实安排{Terms.Of(question.Purpose).Zh}经费。",
            $"{entry.Title} is not registered as a plan; register it, then check the money for {Terms.Of(question.Purpose).En}.",
            FundingReason.Default);
        // An old list that none replaced says nothing for a horizon that is over.
        FundingReason[] past = entry.Horizon is { } horizon && horizon.LastDay < on
            ? [FundingReview.Expired(entry.Named, horizon, question.Purpose)] : [];
        return FundingReview.Of(on, [.. past, .. FundingListing.ReasonsOf(question, listed),
            .. question.Purpose is FundingPurpose.Drafting or FundingPurpose.PreliminaryStudy ? [] : new[] { register }]);
    }

    public static FundingEligibility Ambiguous(string asked, int candidates, DateOnly on) => Unknown(on, FundingReasonCode.Ambiguous,
        $"名称为“{asked}”的规划有{candidates}个，请按代码查询。", $"{candidates} plans bear the title {asked}; ask by code.");

    /// <summary>Entries of one title that different agencies lead: which of them is meant is not to be guessed.</summary>
    public static FundingEligibility Ambiguous(RegistryView view, string asked, IReadOnlyList<DirectoryEntry> entries, DateOnly on)
    {
        var leads = Text.Join(entries.Select(e => (Text)(view.Agency(e.LeadAgency)?.Name ?? e.RecordCode)));
        return Unknown(on, FundingReasonCode.Ambiguous,
            $"名称为“{asked}”的清单条目有{entries.Count}个，牵头单位分别为{leads.Zh}，请核实所指。",
            $"{entries.Count} entries bear the title {asked}, led by {leads.En}: check which is meant.");
    }

    /// <param name="candidates">How many plans and entries might be meant.</param>
    public static FundingEligibility NotFound(string asked, int candidates, DateOnly on) => candidates == 0
        ? Unknown(on, FundingReasonCode.NotFound,
            $"没有找到代码或名称为“{asked}”的规划或清单条目，不能据此认定可以安排经费。",
            $"No plan and no entry of a list in force has the code or title {asked}; that does not say that money may be arranged.")
        : Unknown(on, FundingReasonCode.NotFound,
            $"没有找到代码或名称为“{asked}”的规划或清单条目；名称相近的规划和清单条目有{candidates}个，请核实所指。",
            $"No plan and no entry of a list in force has the code or title {asked}; {candidates} plans and entries "
                + "come near: check which is meant.");

    private static FundingEligibility Unknown(DateOnly on, FundingReasonCode code, string zh, string en) =>
        FundingReview.Of(on, [FundingReason.Of(code, FundingVerdict.Unknown, zh, en)]);
}
