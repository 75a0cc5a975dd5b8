namespace PlanRegistry.Rules.Approval;

[Rule("APR-010")]
[Basis("开州府办发〔2020〕95号", "一、(一)", From = "2020-09-15")]
[Severity(Severity.Error), Judges(Expired = true, Ended = true), RuleVersion(1)]
public sealed class DevelopmentPlanFollowsThePartyProposal : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        StepFault fault = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => fault, f => f.Plan == plan.Key, f => f.Obligation == Obligation.PartyProposal);

        Then()
            .Yield(c => c.Finding(plan).Departed(fault));
    }
}
