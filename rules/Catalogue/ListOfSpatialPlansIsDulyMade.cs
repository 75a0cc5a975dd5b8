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
            .Yield(c => c.Defective(list, l => l.SpatialProcedure)
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
            .Yield(c => c.Unproven(list, l => l.SpatialProcedure));
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
            .Yield(c => c.Demanded(list, l => l.SpatialProcedure));
    }
}
