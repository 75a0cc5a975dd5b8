namespace PlanRegistry.Rules.Catalogue;

[Name("CAT-001"), Description("A special, regional or spatial plan that is drafted or approved under the notice stands on an approved directory list.")]
[Basis("开州府办发〔2020〕95号", "三、(一)", From = "2020-09-15"), Severity(Severity.Blocking, Stays = true), RuleVersion(1)]
public sealed class PlanStandsOnADirectoryList : Rule
{
    public override void Define()
    {
        Assessment today = null!;
        PlanOnDay plan = null!;
        IEnumerable<ExemptionOnDay> exemptions = null!;

        When()
            .Match(() => today)
            .Match(() => plan, p => p.IsJudgedBy("CAT-001"), p => p.Kind != PlanKind.Development, p => p.FallsUnderTheNotice, p => !p.IsListed,
                p => !p.MayBeListedUnseen)
            .Query(() => exemptions, q => q.Match<ExemptionOnDay>(e => e.Plan == plan.Key, e => e.Covers("CAT-001")).Collect());

        Then()
            .Yield(c => c.Finding(plan)
                .At(plan.HasListOfItsTrack ? Severity.Blocking : Severity.Warning)
                .Saying(plan.HasListOfItsTrack ? "broken" : "noList")
                .Exempted(exemptions)
                .OnlyForMoneyWhen(plan.Status == PlanStatus.Proposed)
                .Since(plan.DraftingBegan.Last)
                .Remedy(Remedies.ListPlan(plan)));
    }
}
