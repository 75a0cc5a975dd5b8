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
            .Yield(c => c.Defective(list, l => l.SpecialAndRegionalProcedure)
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
            .Yield(c => c.Unproven(list, l => l.SpecialAndRegionalProcedure));
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
            .Yield(c => c.Demanded(list, l => l.SpecialAndRegionalProcedure));
    }
}
