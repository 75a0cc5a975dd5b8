namespace PlanRegistry.Rules.Catalogue;

[Rule("CAT-003")]
[Basis("开州府办发〔2020〕95号", "三、(一)", From = "2020-09-15"), Severity(Severity.Blocking, Stays = true), RuleVersion(3)]
public sealed class ListOfSpecialAndRegionalPlansIsDulyMade : DistrictRule
{
    protected override void State()
    {
        ListOnDay list = null!;

        When()
            .Match(() => list, l => l.SpecialAndRegionalProcedure.AreBreaches);

        Then()
            .Yield(c => c.Finding(list.Snapshot, list)
                .With("list", list.Name).With("faults", list.SpecialAndRegionalProcedure.DefectLine)
                .Fact("defect", list.SpecialAndRegionalProcedure.Defects).Fact("gap", list.SpecialAndRegionalProcedure.Gaps)
                .Since(list.Since(l => l.SpecialAndRegionalProcedure.AreBreaches)).JudgedOn(list.DecidedOn)
                .Responsible(list.Drafter)
                .Remedy(CatalogueRemedies.RedoTheList(list, AgencyRole.ReformCommission)));
    }
}

[CaseOf(typeof(ListOfSpecialAndRegionalPlansIsDulyMade), "unknown")]
public sealed class MakingOfAListOfSpecialAndRegionalPlansIsOpen : DistrictRule
{
    protected override void State()
    {
        ListOnDay list = null!;

        When()
            .Match(() => list, l => !l.IsHistory, l => !l.IsDemandOfTheParty, l => l.SpecialAndRegionalProcedure.AreOpen);

        Then()
            .Yield(c => c.Finding(list.Snapshot, list).Unknown()
                .With("list", list.Name).With("faults", list.SpecialAndRegionalProcedure.GapLine)
                .Fact("gap", list.SpecialAndRegionalProcedure.Gaps)
                .InTheLightsOf(list.PlansItAloneLists)
                .Since(list.Since(l => l.SpecialAndRegionalProcedure.AreOpen)).JudgedOn(list.DecidedOn)
                .Responsible(list.Drafter)
                .Remedy(CatalogueRemedies.CompleteTheList(list)));
    }
}

/// <summary>The Party committee approved it: its entries are 明确要求, which a person confirms.</summary>
[CaseOf(typeof(ListOfSpecialAndRegionalPlansIsDulyMade), "demand")]
public sealed class ListOfSpecialAndRegionalPlansIsADemandOfTheParty : DistrictRule
{
    protected override void State()
    {
        ListOnDay list = null!;

        When()
            .Match(() => list, l => l.IsDemandOfTheParty, l => l.HasSpecialAndRegionalPlans,
                l => !l.SpecialAndRegionalProcedure.AreBreaches);

        Then()
            .Yield(c => c.Finding(list.Snapshot, list).Conditional()
                .With("list", list.Name).With("approver", list.ApproverName)
                .Fact("gap", list.SpecialAndRegionalProcedure.Gaps)
                .InTheLightsOf(list.PlansItAloneLists)
                .Since(list.DecidedOn).JudgedOn(list.DecidedOn)
                .Responsible(list.Drafter));
    }
}
