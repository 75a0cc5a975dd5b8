namespace PlanRegistry.Rules.Catalogue;

[Rule("CAT-004")]
[Basis("开州府办发〔2020〕95号", "三、(一)", From = "2020-09-15"), Severity(Severity.Blocking, Stays = true), RuleVersion(3)]
public sealed class ListOfSpatialPlansIsDulyMade : DistrictRule
{
    protected override void State()
    {
        ListOnDay list = null!;

        When()
            .Match(() => list, l => l.SpatialProcedure.AreBreaches);

        Then()
            .Yield(c => c.Finding(list.Snapshot, list)
                .With("list", list.Name).With("faults", list.SpatialProcedure.DefectLine)
                .Fact("defect", list.SpatialProcedure.Defects).Fact("gap", list.SpatialProcedure.Gaps)
                .Since(list.Since(l => l.SpatialProcedure.AreBreaches)).JudgedOn(list.DecidedOn)
                .Responsible(list.Drafter)
                .Remedy(CatalogueRemedies.RedoTheList(list, AgencyRole.NaturalResources)));
    }
}

[CaseOf(typeof(ListOfSpatialPlansIsDulyMade), "unknown")]
public sealed class MakingOfAListOfSpatialPlansIsOpen : DistrictRule
{
    protected override void State()
    {
        ListOnDay list = null!;

        When()
            .Match(() => list, l => !l.IsHistory, l => !l.IsDemandOfTheParty, l => l.SpatialProcedure.AreOpen);

        Then()
            .Yield(c => c.Finding(list.Snapshot, list).Unknown()
                .With("list", list.Name).With("faults", list.SpatialProcedure.GapLine)
                .Fact("gap", list.SpatialProcedure.Gaps)
                .InTheLightsOf(list.PlansItAloneLists)
                .Since(list.Since(l => l.SpatialProcedure.AreOpen)).JudgedOn(list.DecidedOn)
                .Responsible(list.Drafter)
                .Remedy(CatalogueRemedies.CompleteTheList(list)));
    }
}

/// <summary>The Party committee approved it: its entries are 明确要求, which a person confirms.</summary>
[CaseOf(typeof(ListOfSpatialPlansIsDulyMade), "demand")]
public sealed class ListOfSpatialPlansIsADemandOfTheParty : DistrictRule
{
    protected override void State()
    {
        ListOnDay list = null!;

        When()
            .Match(() => list, l => l.IsDemandOfTheParty, l => l.HasSpatialPlans, l => !l.SpatialProcedure.AreBreaches);

        Then()
            .Yield(c => c.Finding(list.Snapshot, list).Conditional()
                .With("list", list.Name).With("approver", list.ApproverName)
                .Fact("gap", list.SpatialProcedure.Gaps)
                .InTheLightsOf(list.PlansItAloneLists)
                .Since(list.DecidedOn).JudgedOn(list.DecidedOn)
                .Responsible(list.Drafter));
    }
}
