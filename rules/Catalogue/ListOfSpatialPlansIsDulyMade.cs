namespace PlanRegistry.Rules.Catalogue;

[Rule("CAT-004")]
[Basis("开州府办发〔2020〕95号", "三、(一)", From = "2020-09-15"), Severity(Severity.Blocking, Stays = true), RuleVersion(2)]
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
            .Match(() => list, l => !l.IsHistory, l => l.SpatialProcedure.AreOpen);

        Then()
            .Yield(c => c.Finding(list.Snapshot, list).Unknown()
                .With("list", list.Name).With("faults", list.SpatialProcedure.GapLine)
                .Fact("gap", list.SpatialProcedure.Gaps)
                .Since(list.Since(l => l.SpatialProcedure.AreOpen)).JudgedOn(list.DecidedOn)
                .Responsible(list.Drafter)
                .Remedy(CatalogueRemedies.CompleteTheList(list)));
    }
}
