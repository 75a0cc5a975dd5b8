using PlanRegistry.Reviews;

namespace PlanRegistry.Rules.Reviews;

[Rule("REV-005")]
[Basis("开州府办发〔2020〕95号", "三、(五)", From = "2020-09-15")]
[Basis("监督法", "第二十三条", From = "2024-11-08")]
[Basis("国家发展规划法", "第三十条", From = "2026-03-12"), Severity(Severity.Blocking, Stays = true)]
[Judges(Expired = true, Secret = true, Ended = true), RuleVersion(2)]
public sealed class MidTermReportIsExaminedThenDeliberated : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        ReportOnDay report = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => report, r => r.Plan == plan.Key, r => r.BreaksProcedure);

        Then()
            .Yield(c => c.Finding(plan).OfReport(report)
                .At(report.Procedure!.LacksConsentOnly ? Severity.Error : Severity.Blocking)
                .OfProcedure(report, report.Procedure!.Failures).DueWith(report.Procedure!)
                .Since(report.Procedure!.Failures.Min(f => f.Since)).Missed(plan));
    }
}

/// <summary>The recorded days leave the order open.</summary>
[CaseOf(typeof(MidTermReportIsExaminedThenDeliberated), "unknown")]
public sealed class MidTermProcedureIsOpen : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        ReportOnDay report = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => report, r => r.Plan == plan.Key, r => r.LeavesProcedureOpen);

        Then()
            .Yield(c => c.Finding(plan).OfReport(report).Unknown()
                .OfProcedure(report, report.Procedure!.Faults));
    }
}
