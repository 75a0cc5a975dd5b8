using PlanRegistry.Reviews;

namespace PlanRegistry.Rules.Reviews;

[Rule("REV-001")]
[Basis("开州府办发〔2020〕95号", "三、(五)", From = "2020-09-15"), Severity(Severity.Error), Judges(Expired = true, Ended = true), RuleVersion(2)]
public sealed class EachYearHasAMonitoringReport : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        IEnumerable<ReviewDuty> missed = null!;

        When()
            .Match(() => plan, Judged)
            .Query(() => missed, q => q
                .Match<ReviewDuty>(d => d.Plan == plan.Key, d => d.Kind == ReviewKind.Annual, d => d.IsMissed)
                .Collect().OrderBy(d => d.Year))
            .Having(() => missed.Any());

        Then()
            .Yield(c => c.Finding(plan)
                .At(plan.Kind == PlanKind.Development ? Severity.Error : Severity.Warning)
                .Overdue(missed).Saying(missed.Count() == 1 ? "one" : "broken"));
    }
}

/// <summary>Years are overdue, and for each of them a report is recorded that may be it.</summary>
[CaseOf(typeof(EachYearHasAMonitoringReport), "unknown")]
public sealed class MonitoringReportIsInDoubt : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        IEnumerable<ReviewDuty> doubtful = null!;

        When()
            .Match(() => plan, Judged)
            .Not<ReviewDuty>(d => d.Plan == plan.Key, d => d.Kind == ReviewKind.Annual, d => d.IsMissed)
            .Query(() => doubtful, q => q
                .Match<ReviewDuty>(d => d.Plan == plan.Key, d => d.Kind == ReviewKind.Annual, d => d.IsDoubtful)
                .Collect().OrderBy(d => d.Year))
            .Having(() => doubtful.Any());

        Then()
            .Yield(c => c.Finding(plan).InDoubt(doubtful));
    }
}
