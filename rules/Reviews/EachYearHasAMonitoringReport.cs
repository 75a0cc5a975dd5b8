using PlanRegistry.Reviews;

namespace PlanRegistry.Rules.Reviews;

[Name("REV-001"), Description("Each year of implementation has a monitoring report by its due day.")]
[Basis("开州府办发〔2020〕95号", "三、(五)", From = "2020-09-15"), Severity(Severity.Error), RuleVersion(1)]
public sealed class EachYearHasAMonitoringReport : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        IEnumerable<ReviewDuty> missed = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("REV-001"))
            .Query(() => missed, q => q
                .Match<ReviewDuty>(d => d.Plan == plan.Key, d => d.Kind == ReviewKind.Annual, d => d.IsMissed)
                .Collect().OrderBy(d => d.Year))
            .Having(() => missed.Any());

        Then()
            .Yield(c => c.Finding(plan)
                .At(plan.Kind == PlanKind.Development ? Severity.Error : Severity.Warning)
                .Overdue(missed));
    }
}

/// <summary>Years are overdue, and for each of them a report is recorded that may be it.</summary>
[Name("REV-001/unknown")]
public sealed class MonitoringReportIsInDoubt : Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        IEnumerable<ReviewDuty> doubtful = null!;

        When()
            .Match(() => plan, p => p.IsJudgedBy("REV-001"))
            .Not<ReviewDuty>(d => d.Plan == plan.Key, d => d.Kind == ReviewKind.Annual, d => d.IsMissed)
            .Query(() => doubtful, q => q
                .Match<ReviewDuty>(d => d.Plan == plan.Key, d => d.Kind == ReviewKind.Annual, d => d.IsDoubtful)
                .Collect().OrderBy(d => d.Year))
            .Having(() => doubtful.Any());

        Then()
            .Yield(c => c.Finding(plan).InDoubt(doubtful));
    }
}
