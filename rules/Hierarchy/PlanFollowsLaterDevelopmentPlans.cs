using PlanRegistry.Hierarchy;

namespace PlanRegistry.Rules.Hierarchy;

[Name("HIE-006"), Description("A plan whose horizon differs from the development plan's follows each district development plan that overlaps it and was published after its own approval, by an amendment or by declaring no change.")]
[Basis("开州府办发〔2020〕95号", "一、(三)", From = "2020-09-15"), Severity(Severity.Error), RuleVersion(1)]
public sealed class PlanFollowsLaterDevelopmentPlans : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        HorizonDuty duty = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("HIE-006"))
            .Match(() => duty, d => d.Of == plan.Key, d => d.IsMissed);

        Then()
            .Yield(c => c.Finding(plan).About(duty.Development)
                .At(duty.IsOverdue ? Severity.Error : Severity.Warning)
                .Saying(duty.IsOverdue ? "broken" : "due")
                .With("development", duty.Development.Title).With("published", duty.PublishedOn).With("due", duty.Due)
                .With("horizon", plan.Horizon.ToString()).With("other", duty.Development.Horizon.ToString())
                .Fact("development", duty.Development).Fact("publication", duty.Development.History.Publication).Fact("approval", plan.History.Approval)
                .Since(duty.Since).JudgedOn(duty.JudgedOn)
                .Remedy(HierarchyRemedies.DeclareNoChange(duty))
                .Remedy(HierarchyRemedies.Amend(duty)));
    }
}

[Name("HIE-006/unknown")]
public sealed class WhetherThePlanFollowedIsOpen : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        HorizonDuty duty = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("HIE-006"))
            .Match(() => duty, d => d.Of == plan.Key, d => d.IsOpen);

        Then()
            .Yield(c => c.Finding(plan).About(duty.Development).Unknown()
                .Saying(duty.WhyOpen)
                .With("development", duty.Development.Title).With("published", duty.PublishedOn)
                .Fact("development", duty.Development).Fact("act", duty.MayBeFollowedBy).Fact("approval", plan.History.Approval)
                .JudgedOn(duty.JudgedOn)
                .Remedy(HierarchyRemedies.SettleTheOrder(duty)));
    }
}
