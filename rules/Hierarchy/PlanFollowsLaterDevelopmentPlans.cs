using PlanRegistry.Hierarchy;

namespace PlanRegistry.Rules.Hierarchy;

[Rule("HIE-006")]
[Basis("开州府办发〔2020〕95号", "一、(三)", From = "2020-09-15"), Severity(Severity.Error), Judges(Expired = true, Ended = true), RuleVersion(3)]
public sealed class PlanFollowsLaterDevelopmentPlans : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        HorizonDuty duty = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => duty, d => d.Of == plan.Key, d => d.IsMissed);

        Then()
            .Yield(c => c.Finding(plan).About(duty.Development)
                .At(duty.IsOverdue ? Severity.Error : Severity.Warning).Missed(plan)
                .Saying(duty.IsOverdue ? "broken" : "due")
                .With("development", duty.Development).With("published", duty.PublishedOn).With("due", duty.Due)
                .With("horizon", plan.Horizon).With("other", duty.Development.Horizon)
                .Fact("development", duty.Development).Fact("publication", duty.Development.History.Publication)
                .Fact("approval", plan.History.Approval)
                .Since(duty.Since).JudgedOn(duty.JudgedOn).MendBy(duty.Due)
                .Remedy(HierarchyRemedies.DeclareNoChange(duty))
                .Remedy(HierarchyRemedies.Amend(duty)));
    }
}

[CaseOf(typeof(PlanFollowsLaterDevelopmentPlans), "unknown")]
public sealed class WhetherThePlanFollowedIsOpen : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        HorizonDuty duty = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => duty, d => d.Of == plan.Key, d => d.IsOpen);

        Then()
            .Yield(c => c.Finding(plan).About(duty.Development).Unknown()
                .Saying(duty.WhyOpen)
                .With("development", duty.Development).With("published", duty.PublishedOn.InWords())
                .With("why", duty.DeclarationDoubt)
                .Fact("development", duty.Development).Fact("act", duty.MayBeFollowedBy).Fact("approval", plan.History.Approval)
                .Since(duty.OpenSince).JudgedOn(duty.JudgedOn)
                .Remedy(HierarchyRemedies.SettleTheOrder(duty)));
    }
}
