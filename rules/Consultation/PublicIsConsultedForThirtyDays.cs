using PlanRegistry.Consultation;

namespace PlanRegistry.Rules.Consultation;

[Rule("CON-005")]
[Basis("重大行政决策程序暂行条例", "第十五条", From = "2019-09-01"), Severity(Severity.Error), RuleVersion(1)]
public sealed class PublicIsConsultedForThirtyDays : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        ConsultedRound round = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => round, r => r.Plan == plan.Key, r => r.Audience == Audience.Public, r => r.IsShort == true,
                r => r.ShorterBecause == null);

        Then()
            .Yield(c => c.Finding(plan).Consulted(round).With("lasts", round.OnDay.Lasts!.Value.AtMost).With("days", round.PublicDays)
                .Since(round.OnDay.Round.OpenedOn.Last).JudgedOn(round.OnDay.Round.OpenedOn.Last)
                .Remedy(ConsultationRemedies.SayWhyShorter(round)));
    }
}

/// <summary>Shorter, for a reason that was told.</summary>
[CaseOf(typeof(PublicIsConsultedForThirtyDays), "shortened")]
public sealed class PublicConsultationWasShortened : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        ConsultedRound round = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => round, r => r.Plan == plan.Key, r => r.Audience == Audience.Public, r => r.IsShort == true,
                r => r.ShorterBecause != null);

        Then()
            .Yield(c => c.Finding(plan).Consulted(round).Conditional()
                .With("lasts", round.OnDay.Lasts!.Value.AtMost).With("days", round.PublicDays)
                .With("reason", round.ShorterBecause!.TrimEnd('。'))
                .Since(round.OnDay.Round.OpenedOn.Last).JudgedOn(round.OnDay.Round.OpenedOn.Last));
    }
}

/// <summary>From when until when is not recorded, or not to the day.</summary>
[CaseOf(typeof(PublicIsConsultedForThirtyDays), "unknown")]
public sealed class DaysOfAPublicConsultationAreUnknown : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        ConsultedRound round = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => round, r => r.Plan == plan.Key, r => r.Audience == Audience.Public, r => r.IsShort == null);

        Then()
            .Yield(c => c.Finding(plan).Consulted(round).Unknown().With("days", round.PublicDays)
                .Since(round.OnDay.Round.OpenedOn.Last).JudgedOn(round.OnDay.Round.OpenedOn.Last)
                .Remedy(ConsultationRemedies.RecordTheDays(round)));
    }
}
