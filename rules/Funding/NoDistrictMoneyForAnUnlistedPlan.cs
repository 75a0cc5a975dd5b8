using PlanRegistry.Funding;

namespace PlanRegistry.Rules.Funding;

[Name("FUN-001"), Description("District money is neither arranged for nor used on an unlisted plan.")]
[Basis("开州府办发〔2020〕95号", "三、(一)", From = "2020-09-15"), Severity(Severity.Blocking, Stays = true), RuleVersion(1)]
public sealed class NoDistrictMoneyForAnUnlistedPlan : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        MoneyDay money = null!;
        IEnumerable<ExemptionOnDay> exemptions = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("FUN-001"))
            .Match(() => money, m => m.Plan == plan.Key, m => m.IsDistrictMoneyForThePlan, m => m.IsBroken)
            .Query(() => exemptions, q => q.Match<ExemptionOnDay>(e => e.Plan == plan.Key, e => e.Covers("FUN-001"), e => !e.IsEntitled).Collect());

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

[Name("FUN-001/exempted")]
public sealed class DistrictMoneyForAnExemptedPlan : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        MoneyDay money = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("FUN-001"))
            .Match(() => money, m => m.Plan == plan.Key, m => m.IsDistrictMoneyForThePlan, m => m.Standing == ListingStanding.Exempted);

        Then()
            .Yield(c => c.Finding(plan).About(money.Line).Conditional()
                .With("project", money.Line.Project).With("day", money.Day.ToString())
                .JudgedOn(money.Day.Last).Since(money.Day.Last)
                .Responsible(plan.Snapshot.Agency(AgencyRole.Finance))
                .Remedy(FundingRemedies.ConfirmExemption(plan)));
    }
}

[Name("FUN-001/unknown")]
public sealed class DistrictMoneyForAPlanWhoseListingIsUnknown : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        MoneyDay money = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("FUN-001"))
            .Match(() => money, m => m.Plan == plan.Key, m => m.IsDistrictMoneyForThePlan, m => m.Standing == ListingStanding.Unknown);

        Then()
            .Yield(c => c.Finding(plan).About(money.Line).Unknown()
                .With("project", money.Line.Project).With("day", money.Day.ToString())
                .JudgedOn(money.Day.Last)
                .Responsible(plan.Snapshot.Agency(AgencyRole.Finance))
                .Remedy(FundingRemedies.RecordTheListOfItsTime(plan)));
    }
}
