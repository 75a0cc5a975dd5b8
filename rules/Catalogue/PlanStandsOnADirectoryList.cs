namespace PlanRegistry.Rules.Catalogue;

[Rule("CAT-001")]
[Basis("开州府办发〔2020〕95号", "三、(一)", From = "2020-09-15")]
[Severity(Severity.Blocking, Stays = true), Judges(Secret = true), Exemptible, RuleVersion(3)]
public sealed class PlanStandsOnADirectoryList : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        IEnumerable<ExemptionOnDay> exemptions = null!;

        When()
            .Match(() => plan, Judged, p => p.Kind != PlanKind.Development, p => p.Directory.FallsUnderTheNotice,
                p => !p.IsListed, p => !p.Directory.IsExcepted, p => !p.Directory.MayBeListedUnseen)
            .Query(() => exemptions, q => q.Match<ExemptionOnDay>(e => e.Plan == plan.Key, Covering).Collect());

        Then()
            .Yield(c => c.Unlisted(plan)
                .Saying(plan.Directory.WhyUnlisted).With("list", plan.Directory.DroppingListName)
                .Noting(CatalogueNames.VoidLists(plan))
                .Exempted(exemptions)
                .At(plan.Directory.BreachSeverity)
                .Since(ListingAnswer.Since(plan, Reach))
                .Remedy(plan.Directory.WhyUnlisted == UnlistedReason.NoList
                    ? CatalogueRemedies.HaveAListApproved(plan)
                    : Remedies.ListPlan(plan))
                .Remedy(CatalogueRemedies.ShowTheDemand(plan))
                .Remedy(CatalogueRemedies.EndThePlan(plan)));
    }
}

/// <summary>Something leaves open whether it is listed, or must be: one doubt at a time.</summary>
[CaseOf(typeof(PlanStandsOnADirectoryList), "unknown")]
public sealed class WhetherThePlanIsListedIsOpen : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        IEnumerable<ExemptionOnDay> exemptions = null!;

        When()
            .Match(() => plan, Judged, p => p.Directory.MayBeListedUnseen)
            .Query(() => exemptions, q => q.Match<ExemptionOnDay>(e => e.Plan == plan.Key, Covering).Collect());

        Then()
            .Yield(c => c.Unlisted(plan).Unknown()
                .Doubted(plan.Directory)
                .Exempted(exemptions)
                .At(plan.Directory.DoubtSeverity)
                .Since(ListingAnswer.Since(plan, Reach))
                .Remedies(CatalogueRemedies.Settle(plan)));
    }
}

/// <summary>A municipal body approved it: a person confirms that no list of the district was needed.</summary>
[CaseOf(typeof(PlanStandsOnADirectoryList), "municipal")]
public sealed class PlanWasApprovedByTheMunicipality : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;

        When()
            .Match(() => plan, Judged, p => p.Kind != PlanKind.Development, p => p.Directory.FallsUnderTheNotice,
                p => !p.IsListed, p => !p.Directory.MayBeListedUnseen, p => p.Directory.MunicipalApproval != null);

        Then()
            .Yield(c => c.Unlisted(plan).Conditional().At(Severity.Warning)
                .Saying("municipal").With("approved", plan.Directory.MunicipalApproval!.On.InWords())
                .Fact("approval", plan.Directory.MunicipalApproval)
                .Since(ListingAnswer.Since(plan, Reach)));
    }
}

/// <summary>先编后列: it is listed by now, and was not when drafting began. What was done stays a lead for auditors.</summary>
[CaseOf(typeof(PlanStandsOnADirectoryList), "late"), Judges(Expired = true, Secret = true)]
public sealed class PlanWasListedAfterItWasBegun : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        IEnumerable<ExemptionOnDay> exemptions = null!;

        When()
            .Match(() => plan, Judged, p => p.Kind != PlanKind.Development, p => p.Directory.FallsUnderTheNotice,
                p => p.Directory.ListedLateBy != null)
            .Query(() => exemptions, q => q.Match<ExemptionOnDay>(e => e.Plan == plan.Key, Covering,
                e => e.IsEntitled, e => e.HeldWhenItBegan).Collect())
            .Having(() => !exemptions.Any());

        Then()
            .Yield(c => c.Finding(plan).At(Severity.Warning)
                .Saying("late").With("list", plan.Directory.ListedLateBy!.Code)
                .With("began", plan.Directory.DraftingBeganInWords).With("listed", plan.Directory.ListedLateOn.InWords())
                .Fact("drafting", plan.Directory.DraftingStep).Fact("list", plan.Directory.ListedLateBy)
                .Since(ListingAnswer.Since(plan, Reach)).JudgedOn(plan.Directory.ListedLateOn)
                .Remedy(CatalogueRemedies.CheckTheDays(plan))
                .Remedy(Remedies.FollowTheLead(plan)));
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
                .Remedy(CatalogueRemedies.CheckTheListsOfItsTime(plan))
                .Remedy(Remedies.FollowTheLead(plan)));
    }
}
