using PlanRegistry.Funding;

namespace PlanRegistry.Rules.Funding;

[Rule("FUN-001")]
[Basis("开州府办发〔2020〕95号", "三、(一)", From = "2020-09-15")]
[Severity(Severity.Blocking, Stays = true), Judges(Expired = true, Secret = true, Ended = true), Exemptible, RuleVersion(3)]
public sealed class NoDistrictMoneyForAnUnlistedPlan : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        MoneyDay money = null!;
        IEnumerable<ExemptionOnDay> exemptions = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => money, m => m.Plan == plan.Key, m => m.IsDistrictMoney, m => m.IsBroken)
            .Query(() => exemptions, q => q.Match<ExemptionOnDay>(
                e => e.Plan == plan.Key, Covering, e => !e.IsEntitled, e => !e.IsOpen).Collect());

        Then()
            .Yield(c => c.OfMoney(plan, money)
                .Exempted(exemptions)
                .At(money.IsListedByNow ? Severity.Warning : Severity.Blocking)
                .Saying(money.IsListedByNow ? "listedLater" : "broken")
                .Since(money.Day.Last)
                .Remedy(money.IsListedByNow ? FundingRemedies.FollowUp(plan)
                    : money.IsSpent ? FundingRemedies.Recover(plan)
                    : FundingRemedies.Stop(plan)));
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
            .Match(() => money, m => m.Plan == plan.Key, m => m.IsDistrictMoney, m => m.IsExempted);

        Then()
            .Yield(c => c.OfMoney(plan, money).Conditional()
                .Fact("exemption", money.Exemptions)
                .Since(money.Day.Last));
    }
}

/// <summary>By policy funding.preliminary_study: before drafting began.</summary>
[CaseOf(typeof(NoDistrictMoneyForAnUnlistedPlan), "study")]
public sealed class DistrictMoneyForAPreliminaryStudy : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        MoneyDay money = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => money, m => m.Plan == plan.Key, m => m.IsDistrictMoney, m => m.IsStudy);

        Then()
            .Yield(c => c.OfMoney(plan, money).Conditional()
                .Saying("study")
                .Since(money.Day.Last));
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
            .Match(() => money, m => m.Plan == plan.Key, m => m.IsDistrictMoney, m => m.IsListingOpen);

        Then()
            .Yield(c => c.OfMoney(plan, money).Unknown()
                .Saying(money.Standing == ListingStanding.NoListYet ? "noList" : "unknown").With("doubt", money.Doubt)
                .Remedy(FundingRemedies.RecordTheListOfItsTime(plan)));
    }
}

[CaseOf(typeof(NoDistrictMoneyForAnUnlistedPlan), "source")]
public sealed class MoneyOfUnknownSourceForAnUnlistedPlan : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        MoneyDay money = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => money, m => m.Plan == plan.Key, m => m.IsOfUnknownSource, m => m.IsBroken);

        Then()
            .Yield(c => c.OfMoney(plan, money).Unknown()
                .Saying("source")
                .Remedy(FundingRemedies.RecordTheSource(plan, money)));
    }
}

[CaseOf(typeof(NoDistrictMoneyForAnUnlistedPlan), "rough")]
public sealed class MoneyOnADayTooRoughToJudge : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        MoneyDay money = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => money, m => m.Plan == plan.Key, m => m.IsDistrictMoney || m.IsOfUnknownSource, m => m.IsTooRough);

        Then()
            .Yield(c => c.OfMoney(plan, money).Unknown()
                .Saying("rough")
                .Remedy(FundingRemedies.RecordTheDay(plan, money)));
    }
}

/// <summary>Days that cannot all be right are told before the listing is read on them.</summary>
[CaseOf(typeof(NoDistrictMoneyForAnUnlistedPlan), "order")]
public sealed class DaysOfMoneyContradictEachOther : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        MoneyDay money = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => money, m => m.Plan == plan.Key, m => m.IsDistrictMoney || m.IsOfUnknownSource, m => m.Contradiction != null);

        Then()
            .Yield(c => c.OfMoney(plan, money).About("days").Unknown()
                .Saying("order").With("why", money.Contradiction!.Why)
                .Since(money.Contradiction!.Since).JudgedOn(money.Contradiction!.Since)
                .Remedy(FundingRemedies.CheckTheDays(plan, money))
                .Remedy(FundingRemedies.LookIntoTheOrder(plan)));
    }
}
