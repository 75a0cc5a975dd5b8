namespace PlanRegistry.Rules.Catalogue;

[Rule("CAT-001")]
[Basis("开州府办发〔2020〕95号", "三、(一)", From = "2020-09-15")]
[Severity(Severity.Blocking, Stays = true), Judges(Secret = true), Exemptible, RuleVersion(2)]
public sealed class PlanStandsOnADirectoryList : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        IEnumerable<ExemptionOnDay> exemptions = null!;

        When()
            .Match(() => plan, Judged, p => p.Kind != PlanKind.Development, p => p.Directory.FallsUnderTheNotice,
                p => !p.IsListed, p => !p.Directory.MayBeListedUnseen)
            .Query(() => exemptions, q => q.Match<ExemptionOnDay>(e => e.Plan == plan.Key, Covering).Collect());

        Then()
            .Yield(c => c.Unlisted(plan)
                .Saying(plan.Directory.WhyUnlisted).With("list", plan.Directory.DroppingListName)
                .Exempted(exemptions)
                .At(plan.Directory.WhyUnlisted == UnlistedReason.NoList ? Severity.Warning : Severity.Blocking)
                .Since(plan.Directory.UnlistedSince)
                .Remedy(plan.Directory.WhyUnlisted == UnlistedReason.NoList
                    ? CatalogueRemedies.HaveAListApproved(plan)
                    : Remedies.ListPlan(plan))
                .Remedy(CatalogueRemedies.ShowTheDemand(plan)));
    }
}

[CaseOf(typeof(PlanStandsOnADirectoryList), "unlinked")]
public sealed class AnUnlinkedEntryMayListThePlan : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        IEnumerable<ExemptionOnDay> exemptions = null!;

        When()
            .Match(() => plan, Judged, p => p.Kind != PlanKind.Development,
                p => p.Directory.FallsUnderTheNotice, p => p.Directory.HasUnlinkedTwin)
            .Query(() => exemptions, q => q.Match<ExemptionOnDay>(e => e.Plan == plan.Key, Covering).Collect());

        Then()
            .Yield(c => c.Unlisted(plan).Unknown()
                .Saying("unlinked").With("entry", CatalogueNames.Entries(plan.Directory.Twins))
                .Exempted(exemptions).At(Severity.Warning)
                .Remedy(CatalogueRemedies.LinkTheEntry(plan)));
    }
}

[CaseOf(typeof(PlanStandsOnADirectoryList), "undated")]
public sealed class ThePlansListMayBeApproved : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        IEnumerable<ExemptionOnDay> exemptions = null!;

        When()
            .Match(() => plan, Judged, p => p.Kind != PlanKind.Development,
                p => p.Directory.FallsUnderTheNotice, p => p.Directory.IsOnAnUndatedList)
            .Query(() => exemptions, q => q.Match<ExemptionOnDay>(e => e.Plan == plan.Key, Covering).Collect());

        Then()
            .Yield(c => c.Unlisted(plan).Unknown()
                .Saying("undated").With("entry", CatalogueNames.Entries(plan.Directory.EntriesOfUndatedLists))
                .Exempted(exemptions).At(Severity.Warning)
                .Remedy(CatalogueRemedies.DateTheList(plan)));
    }
}

[CaseOf(typeof(PlanStandsOnADirectoryList), "earlier")]
public sealed class AnEarlierListMayHaveThePlan : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        IEnumerable<ExemptionOnDay> exemptions = null!;

        When()
            .Match(() => plan, Judged, p => p.Kind != PlanKind.Development, p => p.Directory.FallsUnderTheNotice,
                p => p.Directory.BeganBeforeTheRecordedLists)
            .Query(() => exemptions, q => q.Match<ExemptionOnDay>(e => e.Plan == plan.Key, Covering).Collect());

        Then()
            .Yield(c => c.Unlisted(plan).Unknown()
                .Saying("earlier").With("began", plan.Directory.DraftingBegan).With("earliest", plan.Directory.EarliestListName)
                .Exempted(exemptions).At(Severity.Warning)
                .Remedy(CatalogueRemedies.RecordTheListOfItsTime(plan)));
    }
}

[CaseOf(typeof(PlanStandsOnADirectoryList), "approval")]
public sealed class TheApprovalMayPrecedeTheNotice : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        IEnumerable<ExemptionOnDay> exemptions = null!;

        When()
            .Match(() => plan, Judged, p => p.Kind != PlanKind.Development, p => p.Directory.ApprovalMayPrecedeTheNotice)
            .Query(() => exemptions, q => q.Match<ExemptionOnDay>(e => e.Plan == plan.Key, Covering).Collect());

        Then()
            .Yield(c => c.Unlisted(plan).Unknown()
                .Saying("approval").With("decided", plan.Directory.DecisionDay).With("from", plan.Directory.ListingFrom)
                .Exempted(exemptions).At(Severity.Warning)
                .Remedy(CatalogueRemedies.DateTheApproval(plan)));
    }
}

/// <summary>It was BLOCKING to the last day of the horizon: a day that passes lists no plan.</summary>
[CaseOf(typeof(PlanStandsOnADirectoryList), "ended"), Judges(Expired = true, Secret = true)]
public sealed class PlanWasUnlistedToTheEnd : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        EarlierBlock block = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => block, b => b.Plan == plan.Key, b => b.IsAtTheEnd, OfThisRule);

        Then()
            .Yield(c => c.Finding(plan).At(Severity.Warning)
                .Saying("ended").With("day", block.Day.InWords())
                .Since(block.Day.AddDays(1)).JudgedOn(block.Day)
                .Remedy(CatalogueRemedies.CheckTheListsOfItsTime(plan)));
    }
}
