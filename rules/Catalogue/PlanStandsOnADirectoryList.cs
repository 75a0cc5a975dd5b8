namespace PlanRegistry.Rules.Catalogue;

[Name("CAT-001"), Description("A special, regional or spatial plan that is drafted or approved under the notice stands on an approved directory list.")]
[Basis("开州府办发〔2020〕95号", "三、(一)", From = "2020-09-15"), Severity(Severity.Blocking, Stays = true), RuleVersion(1)]
public sealed class PlanStandsOnADirectoryList : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        IEnumerable<ExemptionOnDay> exemptions = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("CAT-001"), p => p.Kind != PlanKind.Development, p => p.Directory.FallsUnderTheNotice,
                p => !p.IsListed, p => !p.Directory.MayBeListedUnseen)
            .Query(() => exemptions, q => q.Match<ExemptionOnDay>(e => e.Plan == plan.Key, e => e.Covers("CAT-001")).Collect());

        Then()
            .Yield(c => c.Unlisted(plan)
                .Saying(plan.Directory.WhyUnlisted).With("list", plan.Directory.DroppingListName)
                .Exempted(exemptions)
                .At(plan.Directory.WhyUnlisted == "noList" ? Severity.Warning : Severity.Blocking)
                .Since(plan.Directory.UnlistedSince)
                .Remedy(plan.Directory.WhyUnlisted == "noList" ? CatalogueRemedies.HaveAListApproved(plan) : Remedies.ListPlan(plan))
                .Remedy(CatalogueRemedies.ShowTheDemand(plan)));
    }
}

[Name("CAT-001/unlinked")]
public sealed class AnUnlinkedEntryMayListThePlan : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        IEnumerable<ExemptionOnDay> exemptions = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("CAT-001"), p => p.Kind != PlanKind.Development, p => p.Directory.FallsUnderTheNotice, p => p.Directory.HasUnlinkedTwin)
            .Query(() => exemptions, q => q.Match<ExemptionOnDay>(e => e.Plan == plan.Key, e => e.Covers("CAT-001")).Collect());

        Then()
            .Yield(c => c.Unlisted(plan).Unknown()
                .Saying("unlinked").With("entry", CatalogueNames.Entries(plan.Directory.Twins))
                .Exempted(exemptions).At(Severity.Warning)
                .Remedy(CatalogueRemedies.LinkTheEntry(plan)));
    }
}

[Name("CAT-001/undated")]
public sealed class ThePlansListMayBeApproved : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        IEnumerable<ExemptionOnDay> exemptions = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("CAT-001"), p => p.Kind != PlanKind.Development, p => p.Directory.FallsUnderTheNotice, p => p.Directory.IsOnAnUndatedList)
            .Query(() => exemptions, q => q.Match<ExemptionOnDay>(e => e.Plan == plan.Key, e => e.Covers("CAT-001")).Collect());

        Then()
            .Yield(c => c.Unlisted(plan).Unknown()
                .Saying("undated").With("entry", CatalogueNames.Entries(plan.Directory.EntriesOfUndatedLists))
                .Exempted(exemptions).At(Severity.Warning)
                .Remedy(CatalogueRemedies.DateTheList(plan)));
    }
}

[Name("CAT-001/earlier")]
public sealed class AnEarlierListMayHaveThePlan : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        IEnumerable<ExemptionOnDay> exemptions = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("CAT-001"), p => p.Kind != PlanKind.Development, p => p.Directory.FallsUnderTheNotice,
                p => p.Directory.BeganBeforeTheRecordedLists)
            .Query(() => exemptions, q => q.Match<ExemptionOnDay>(e => e.Plan == plan.Key, e => e.Covers("CAT-001")).Collect());

        Then()
            .Yield(c => c.Unlisted(plan).Unknown()
                .Saying("earlier").With("began", plan.Directory.DraftingBegan).With("earliest", plan.Directory.EarliestListName)
                .Exempted(exemptions).At(Severity.Warning)
                .Remedy(CatalogueRemedies.RecordTheListOfItsTime(plan)));
    }
}

[Name("CAT-001/approval")]
public sealed class TheApprovalMayPrecedeTheNotice : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        IEnumerable<ExemptionOnDay> exemptions = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("CAT-001"), p => p.Kind != PlanKind.Development, p => p.Directory.ApprovalMayPrecedeTheNotice)
            .Query(() => exemptions, q => q.Match<ExemptionOnDay>(e => e.Plan == plan.Key, e => e.Covers("CAT-001")).Collect());

        Then()
            .Yield(c => c.Unlisted(plan).Unknown()
                .Saying("approval").With("decided", plan.Directory.DecisionDay).With("from", plan.Directory.ListingFrom)
                .Exempted(exemptions).At(Severity.Warning)
                .Remedy(CatalogueRemedies.DateTheApproval(plan)));
    }
}
