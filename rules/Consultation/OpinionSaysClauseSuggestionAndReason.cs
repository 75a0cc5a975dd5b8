using PlanRegistry.Consultation;

namespace PlanRegistry.Rules.Consultation;

/// <summary>A mutation refuses such an opinion; an import brings it as it was written.</summary>
[Rule("CON-001")]
[Basis("本系统默认", "意见模板：针对条款、具体建议、理由依据"), Severity(Severity.Notice), RuleVersion(1)]
public sealed class OpinionSaysClauseSuggestionAndReason : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        ConsultedRound round = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => round, r => r.Plan == plan.Key, r => r.Incomplete.Count > 0);

        Then()
            .Yield(c => c.Finding(plan).Consulted(round).Naming(round.Incomplete)
                .Since(round.Incomplete.Min(o => o.Opinion.On.Last)).Remedy(ConsultationRemedies.Complete(round)));
    }
}
