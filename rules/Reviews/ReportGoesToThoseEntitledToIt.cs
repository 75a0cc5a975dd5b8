using PlanRegistry.Reviews;

namespace PlanRegistry.Rules.Reviews;

[Rule("REV-004")]
[Basis("开州府办发〔2020〕95号", "三、(五)", From = "2020-09-15"), Severity(Severity.Error)]
[Judges(Expired = true, Secret = true, Ended = true), RuleVersion(2)]
public sealed class ReportGoesToThoseEntitledToIt : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        ReportOnDay report = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => report, r => r.Plan == plan.Key, r => r.IsOfRecord, r => r.Counts, r => r.IsIncomplete);

        Then()
            .Yield(c => c.Finding(plan).OfReport(report)
                .ByRouteOf(report, Severity.Error)
                .With("missing", report.LackingText)
                .Since(report.LackingSince)
                .Remedy(ReviewRemedies.Send(report)));
    }
}

/// <summary>Every name is there, but the copies went out after report.copy.max_days.</summary>
[CaseOf(typeof(ReportGoesToThoseEntitledToIt), "late")]
public sealed class ReportIsCopiedLate : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        ReportOnDay report = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => report, r => r.Plan == plan.Key, r => r.IsOfRecord, r => r.Counts,
                r => !r.IsIncomplete, r => r.IsCopiedLate);

        Then()
            .Yield(c => c.Finding(plan).OfReport(report)
                .ByRouteOf(report, Severity.Warning)
                .Saying("late")
                .With("copied", report.CopiedOn).With("due", report.CopiesDue.InWords()).With("days", report.CopyDays)
                .Since(report.CopiesDue.AddDays(1))
                .Remedy(ReviewRemedies.ExplainLateCopy(report))
                .Remedy(ReviewRemedies.LookIntoLateCopy(report)));
    }
}

/// <summary>A cell that would tell is empty, or too rough.</summary>
[CaseOf(typeof(ReportGoesToThoseEntitledToIt), "unknown")]
public sealed class ReportsAddresseesAreNotRecorded : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        ReportOnDay report = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => report, r => r.Plan == plan.Key, r => r.IsOfRecord, r => r.Counts,
                r => !r.IsIncomplete, r => !r.IsCopiedLate, r => r.Unrecorded.Any());

        Then()
            .Yield(c => c.Finding(plan).OfReport(report).Unknown()
                .With("cells", Text.Join(report.Unrecorded))
                .Since(report.Act.On.Last)
                .Remedy(ReviewRemedies.CompleteReport(report)));
    }
}

/// <summary>It came so early that it can tell little of its time: it answers no duty, and its year or its day may be wrong.</summary>
[CaseOf(typeof(ReportGoesToThoseEntitledToIt), "early")]
public sealed class ReportCameBeforeItsTime : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        ReportOnDay report = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => report, r => r.Plan == plan.Key, r => r.IsOfRecord, r => r.IsEarly);

        Then()
            .Yield(c => c.Finding(plan).OfReport(report).Unknown()
                .Saying("early").Early(report)
                .Since(report.Act.On.Last)
                .Remedy(ReviewRemedies.ReportInTime(report)));
    }
}

/// <summary>Another body than those whose report it is sent it: it answers no duty.</summary>
[CaseOf(typeof(ReportGoesToThoseEntitledToIt), "another")]
public sealed class ReportIsAnotherBodys : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        ReportOnDay report = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => report, r => r.Plan == plan.Key, r => r.IsOfRecord, r => !r.IsEarly, r => r.IsAnothers);

        Then()
            .Yield(c => c.Finding(plan).OfReport(report).Unknown()
                .Saying("another").With("why", report.Word.Why)
                .Since(report.Act.On.Last)
                .Remedy(ReviewRemedies.ReportByThoseEntitled(report)));
    }
}

/// <summary>An annual report that does not say which year it is about.</summary>
[CaseOf(typeof(ReportGoesToThoseEntitledToIt), "year")]
public sealed class AnnualReportLacksItsYear : DistrictRule
{
    protected override void State()
    {
        PlanOnDay plan = null!;
        ReportOnDay report = null!;

        When()
            .Match(() => plan, Judged)
            .Match(() => report, r => r.Plan == plan.Key, r => r.IsOfRecord, r => r.Counts, r => r.LacksItsYear);

        Then()
            .Yield(c => c.Finding(plan).OfReport(report).About("year").Unknown()
                .Saying("year")
                .Since(report.Act.On.Last)
                .Remedy(ReviewRemedies.RecordItsYear(report)));
    }
}
