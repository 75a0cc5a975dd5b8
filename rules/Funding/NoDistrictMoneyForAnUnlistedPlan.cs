using PlanRegistry.Funding;

namespace PlanRegistry.Rules.Funding;

[Rule("FUN-001")]
[Basis("开州府办发〔2020〕95号", "三、(一)", From = "2020-09-15")]
[Severity(Severity.Blocking, Stays = true), Judges(Expired = true, Secret = true), Exemptible, RuleVersion(2)]
public sealed class NoDistrictMoneyForAnUnlistedPlan : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        MoneyDay money = null!;
        IEnumerable<ExemptionOnDay> exemptions = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => money, m => m.Plan == plan.Key, m => m.IsDistrictMoneyForThePlan, m => m.IsBroken)
            .Query(() => exemptions, q => q.Match<ExemptionOnDay>(e => e.Plan == plan.Key, Covering, e => !e.IsEntitled).Collect());

        Then()
            .Yield(c => c.Finding(plan).About(money.Line)
                .Exempted(exemptions)
                .At(money.IsListedByNow || money.Standing == ListingStanding.NoListYet ? Severity.Warning : Severity.Blocking)
                .Saying(money.IsListedByNow ? "listedLater" : money.Standing == ListingStanding.NoListYet ? "noList" : "broken")
                .With("project", money.Line.Project).With("day", money.Day.ToString())
                .JudgedOn(money.Day.Last).Since(money.Day.Last)
                .Responsible(plan.Snapshot.Agency(AgencyRole.Finance))
                .Remedy(FundingRemedies.StopAndList(plan, money)));
    }
}

[CaseOf(typeof(NoDistrictMoneyForAnUnlistedPlan), "exempted")]
public sealed class DistrictMoneyForAnExemptedPlan : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        MoneyDay money = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => money, m => m.Plan == plan.Key, m => m.IsDistrictMoneyForThePlan, m => m.Standing == ListingStanding.Exempted);

        Then()
            .Yield(c => c.Finding(plan).About(money.Line).Conditional()
                .With("project", money.Line.Project).With("day", money.Day.ToString())
                .JudgedOn(money.Day.Last).Since(money.Day.Last)
                .Responsible(plan.Snapshot.Agency(AgencyRole.Finance))
                .Remedy(FundingRemedies.ConfirmExemption(plan)));
    }
}

[CaseOf(typeof(NoDistrictMoneyForAnUnlistedPlan), "unknown")]
public sealed class DistrictMoneyForAPlanWhoseListingIsUnknown : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        MoneyDay money = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => money, m => m.Plan == plan.Key, m => m.IsDistrictMoneyForThePlan, m => m.Standing == ListingStanding.Unknown);

        Then()
            .Yield(c => c.Finding(plan).About(money.Line).Unknown()
                .With("project", money.Line.Project).With("day", money.Day.ToString())
                .JudgedOn(money.Day.Last).Since(money.Day.Last)
                .Responsible(plan.Snapshot.Agency(AgencyRole.Finance))
                .Remedy(FundingRemedies.RecordTheListOfItsTime(plan)));
    }
}
