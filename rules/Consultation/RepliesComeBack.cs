using PlanRegistry.Consultation;

namespace PlanRegistry.Rules.Consultation;

/// <summary>A reference and no measure of right and wrong: said while the round is open, and gone when it is closed.</summary>
[Rule("CON-007")]
[Basis("本系统默认", "consultation.recovery"), Severity(Severity.Notice), RuleVersion(1)]
public sealed class RepliesComeBack : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        ConsultedRound round = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => round, r => r.Plan == plan.Key, r => r.LacksReplies);

        Then()
            .Yield(c => c.Finding(plan).Consulted(round)
                .With("asked", round.OnDay.Statistics.Asked).With("replied", round.OnDay.Statistics.Replied)
                .With("silent", round.Silent)
                .Since(round.OnDay.CollectedOn!.Value.AddDays(1)).Remedy(ConsultationRemedies.AskAgain(round)));
    }
}
