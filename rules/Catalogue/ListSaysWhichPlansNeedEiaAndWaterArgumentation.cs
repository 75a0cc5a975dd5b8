namespace PlanRegistry.Rules.Catalogue;

[Rule("CAT-005")]
[Basis("开州府办发〔2020〕95号", "三、(一)", From = "2020-09-15"), Severity(Severity.Error), RuleVersion(3)]
public sealed class ListSaysWhichPlansNeedEiaAndWaterArgumentation : DistrictRule
{
    protected override void State()
    {
        ListOnDay list = null!;

        When()
            .Match(() => list, l => !l.IsHistory, l => l.Opinions.AreBreaches);

        Then()
            .Yield(c => c.Finding(list.Snapshot, list)
                .With("list", list.Name).With("faults", list.Opinions.DefectLine)
                .Fact("defect", list.Opinions.Defects).Fact("gap", list.Opinions.Gaps)
                .Since(list.Since(l => l.Opinions.AreBreaches)).JudgedOn(list.DecidedOn)
                .Responsible(list.Drafter)
                .Remedies(CatalogueRemedies.GiveOpinions(list)));
    }
}

[CaseOf(typeof(ListSaysWhichPlansNeedEiaAndWaterArgumentation), "unknown")]
public sealed class NeedForEiaAndWaterArgumentationIsOpen : DistrictRule
{
    protected override void State()
    {
        ListOnDay list = null!;

        When()
            .Match(() => list, l => !l.IsHistory, l => l.Opinions.AreOpen);

        Then()
            .Yield(c => c.Finding(list.Snapshot, list).Unknown().At(Severity.Error)
                .With("list", list.Name).With("faults", list.Opinions.GapLine)
                .Fact("gap", list.Opinions.Gaps)
                .Since(list.Since(l => l.Opinions.AreOpen)).JudgedOn(list.DecidedOn)
                .Responsible(list.Drafter)
                .Remedies(CatalogueRemedies.GiveOpinions(list)));
    }
}
