namespace PlanRegistry.Rules.Catalogue;

[Name("CAT-005"), Description("For every entry of a submitted or approved list it is said whether EIA and water-resources argumentation are needed, on the word of the ecology and the water bureau.")]
[Basis("开州府办发〔2020〕95号", "三、(一)", From = "2020-09-15"), Severity(Severity.Error), RuleVersion(1)]
public sealed class ListSaysWhichPlansNeedEiaAndWaterArgumentation : Rule
{
    public override void Define()
    {
        ListOnDay list = null!;

        When()
            .Match(() => list, l => !l.IsHistory, l => l.Opinions.AreBreaches);

        Then()
            .Yield(c => c.Finding(list.Snapshot, list)
                .With("list", list.Name).With("faults", list.Opinions.DefectLine)
                .Fact("defect", list.Opinions.Defects).Fact("gap", list.Opinions.Gaps)
                .Since(list.DecidedOn).JudgedOn(list.DecidedOn)
                .Responsible(list.Drafter)
                .Remedies(CatalogueRemedies.GiveOpinions(list)));
    }
}

[Name("CAT-005/unknown")]
public sealed class NeedForEiaAndWaterArgumentationIsOpen : Rule
{
    public override void Define()
    {
        ListOnDay list = null!;

        When()
            .Match(() => list, l => !l.IsHistory, l => l.Opinions.AreOpen);

        Then()
            .Yield(c => c.Finding(list.Snapshot, list).Unknown().At(Severity.Error)
                .With("list", list.Name).With("faults", list.Opinions.GapLine)
                .Fact("gap", list.Opinions.Gaps)
                .Since(list.OpenSince).JudgedOn(list.DecidedOn)
                .Responsible(list.Drafter)
                .Remedies(CatalogueRemedies.GiveOpinions(list)));
    }
}
