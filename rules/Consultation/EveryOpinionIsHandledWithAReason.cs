using PlanRegistry.Consultation;

namespace PlanRegistry.Rules.Consultation;

[Rule("CON-002")]
[Basis("开州府办发〔2020〕95号", "三、(三)", From = "2020-09-15")]
[Basis("本系统默认", "consultation.integration_days", From = "2020-09-15"), Severity(Severity.Error), RuleVersion(1)]
public sealed class EveryOpinionIsHandledWithAReason : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        ConsultedRound round = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => round, r => r.Plan == plan.Key, r => r.Submitted.Count > 0);

        Then()
            .Yield(c => c.Finding(plan).Consulted(round).Naming(round.Submitted)
                .With("submitted", round.Submission!.On).Fact("submission", round.Submission)
                .Since(round.Submission!.On.Last).Remedies(ConsultationRemedies.Handle(round)));
    }
}

/// <summary>Not submitted yet: they are only overdue.</summary>
[CaseOf(typeof(EveryOpinionIsHandledWithAReason), "overdue")]
public sealed class OpinionsAreNotHandledInTime : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        ConsultedRound round = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => round, r => r.Plan == plan.Key, r => r.Submitted.Count == 0, r => r.Overdue.Count > 0);

        Then()
            .Yield(c => c.Finding(plan).Consulted(round).Naming(round.Overdue).At(Severity.Warning).Saying("overdue")
                .With("due", round.HandlingDue!.Value).Since(round.HandlingDue!.Value.AddDays(1))
                .Remedies(ConsultationRemedies.Handle(round)));
    }
}
