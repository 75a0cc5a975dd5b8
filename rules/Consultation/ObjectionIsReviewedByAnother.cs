using PlanRegistry.Consultation;

namespace PlanRegistry.Rules.Consultation;

[Rule("CON-003")]
[Basis("本系统默认", "异议复核由初次经办人以外的人员办理"), Severity(Severity.Warning), RuleVersion(1)]
public sealed class ObjectionIsReviewedByAnother : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        ConsultedRound round = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => round, r => r.Plan == plan.Key, r => r.ReviewedByTheFirst.Count > 0);

        Then()
            .Yield(c => c.Finding(plan).Consulted(round).Naming(round.ReviewedByTheFirst)
                .Since(round.ReviewedByTheFirst.Min(o => o.Review!.On.Last)).Remedy(ConsultationRemedies.ReviewAgain(round)));
    }
}

/// <summary>Who handled it first, or who reviewed it, is not recorded.</summary>
[CaseOf(typeof(ObjectionIsReviewedByAnother), "unknown")]
public sealed class WhoReviewedAnObjectionIsUnknown : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        ConsultedRound round = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => round, r => r.Plan == plan.Key, r => r.ReviewedByTheFirst.Count == 0, r => r.ReviewedByNobodyKnown.Count > 0);

        Then()
            .Yield(c => c.Finding(plan).Consulted(round).Naming(round.ReviewedByNobodyKnown).Unknown().At(Severity.Notice)
                .Since(round.ReviewedByNobodyKnown.Min(o => o.Review!.On.Last)).Remedy(ConsultationRemedies.SayWho(round)));
    }
}
