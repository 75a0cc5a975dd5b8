namespace PlanRegistry.Rules.Catalogue;

[Rule("CAT-002")]
[Basis("开州府办发〔2020〕95号", "三、(一)", From = "2020-09-15"), Severity(Severity.Error), Judges(Secret = true), Exemptible, RuleVersion(3)]
public sealed class PlanIsNeitherDailyWorkNorShort : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        PlanWorth worth = null!;
        IEnumerable<ExemptionOnDay> exemptions = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => worth, w => w.Of == plan.Key, w => w.IsDailyWork || w.IsShort)
            .Query(() => exemptions, q => q.Match<ExemptionOnDay>(e => e.Plan == plan.Key, Covering).Collect());

        Then()
            .Yield(c => c.Finding(plan)
                .Saying(worth.WhyNone)
                .With("horizon", plan.Horizon).With("years", plan.Horizon.Years).With("minimum", worth.MinimumYears)
                .Exempted(exemptions)
                .At(plan.IsListed ? Severity.Warning : Severity.Error)
                .Fact("entry", plan.Entry)
                .Since(plan.History.ExistsFrom).JudgedOn(worth.MadeOn)
                .Remedy(CatalogueRemedies.MakeAWorkPlan(plan))
                .Remedy(CatalogueRemedies.ShowTheDemand(plan)));
    }
}
