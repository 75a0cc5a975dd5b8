using PlanRegistry.Reviews;

namespace PlanRegistry.Rules.Reviews;

[Rule("REV-007")]
[Basis("国家发展规划法", "第三十条、第三十六条(参照)", From = "2026-03-12")]
[Basis("本系统默认", "review.mid_term.follow_up.days", From = "2026-03-12")]
[Severity(Severity.Warning), Judges(Expired = true), RuleVersion(1)]
public sealed class OpinionsOnTheMidTermReportAreFollowedUp : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        ReportOnDay report = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => report, r => r.Plan == plan.Key, r => r.LacksFollowUp);

        Then()
            .Yield(c => c.Finding(plan).OfReport(report).FollowedUp(report.Procedure!.FollowUp!).Missed(plan));
    }
}
