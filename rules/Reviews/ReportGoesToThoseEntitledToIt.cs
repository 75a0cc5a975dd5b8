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
            .Match(() => report, r => r.Plan == plan.Key, r => r.IsOfRecord, r => r.IsIncomplete);

        Then()
            .Yield(c => c.Finding(plan).OfReport(report)
                .At(report.Route.IsDefault ? Severity.Notice : Severity.Error)
                .With("missing", report.LackingText)
                .Since(report.Act.On.Last)
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
            .Match(() => report, r => r.Plan == plan.Key, r => r.IsOfRecord, r => !r.IsIncomplete, r => r.IsCopiedLate);

        Then()
            .Yield(c => c.Finding(plan).OfReport(report)
                .At(report.Route.IsDefault ? Severity.Notice : Severity.Warning)
                .Saying("late")
                .With("copied", report.CopiedOn).With("due", report.CopiesDue).With("days", report.CopyDays)
                .Since(report.CopiesDue.AddDays(1))
                .Remedy(ReviewRemedies.ExplainLateCopy(report)));
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
            .Match(() => report, r => r.Plan == plan.Key, r => r.IsOfRecord,
                r => !r.IsIncomplete, r => !r.IsCopiedLate, r => r.Unrecorded.Any());

        Then()
            .Yield(c => c.Finding(plan).OfReport(report).Unknown()
                .At(report.Route.IsDefault ? Severity.Notice : Severity.Warning)
                .With("cells", Text.Join(report.Unrecorded))
                .Remedy(ReviewRemedies.CompleteReport(report)));
    }
}
