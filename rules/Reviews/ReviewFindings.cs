using PlanRegistry.Reviews;

namespace PlanRegistry.Rules.Reviews;

/// <summary>What findings about duties and reports say alike.</summary>
internal static class ReviewFindings
{
    public static FindingDraft Overdue(this FindingDraft draft, ReviewDuty duty) => draft.Overdue([duty]);

    /// <summary>Reports that are missing: since the day after the earliest was due, judged on that day.</summary>
    public static FindingDraft Overdue(this FindingDraft draft, IEnumerable<ReviewDuty> missed)
    {
        var (plan, earliest) = (missed.First().Of, missed.Min(d => d.Due));
        return draft.Remedy(ReviewRemedies.Report(missed)).MendBy(earliest)
            .With("years", YearsOf(missed)).With("due", earliest.InWords())
            .Since(Begun(plan, earliest)).JudgedOn(earliest).Missed(plan);
    }

    public static FindingDraft InDoubt(this FindingDraft draft, ReviewDuty duty) => draft.InDoubt([duty]);

    /// <summary>Reports of which one is recorded that may be it.</summary>
    public static FindingDraft InDoubt(this FindingDraft draft, IEnumerable<ReviewDuty> doubtful)
    {
        var reports = doubtful.Select(d => d.Doubt!).Distinct().ToList();
        return draft.Remedy(ReviewRemedies.SettleDoubt(doubtful.First().Of, reports)).Unknown()
            .JudgedOn(doubtful.Min(d => d.Due)).Since(Begun(doubtful.First().Of, doubtful.Min(d => d.Due)))
            .Fact("report", reports)
            .With("years", YearsOf(doubtful)).With("recorded", Text.Join(reports.Select(r => r.On.InWords())))
            .Missed(doubtful.First().Of);
    }

    /// <summary>A spatial plan has a mid-term evaluation in every cycle: there the year is a subject of its own.</summary>
    public static FindingDraft AboutCycleOf(this FindingDraft draft, ReviewDuty duty) =>
        duty.Of.Kind == PlanKind.Spatial ? draft.About(duty.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)) : draft;

    public static FindingDraft OfReport(this FindingDraft draft, ReportOnDay report) =>
        draft.About(report).With("report", report.Name).With("on", report.Act.On.InWords()).JudgedOn(report.Act.On.Last);

    /// <summary>Whom a report goes to: where the notice is silent on it, what this asks is the registry's default, and a notice.</summary>
    public static FindingDraft ByRouteOf(this FindingDraft draft, ReportOnDay report, Severity severity) => report.Route.IsDefault
        ? draft.At(Severity.Notice).ByDefault("年度监测分析报告的报送对象")
        : draft.At(severity);

    /// <summary>It came before such a report counts.</summary>
    public static FindingDraft Early(this FindingDraft draft, ReportOnDay report) =>
        draft.With("from", report.CountsFrom!.Value.InWords()).ByDefault(report.CountsKey, report.Act.On.Last)
            .Fact("counts from", report.CountsFrom!.Value.InWords());

    /// <summary>Steps that are missing were due on a day; a wrong order was none of a day's.</summary>
    public static FindingDraft DueWith(this FindingDraft draft, MidTermProcedure procedure) =>
        procedure.Failures.All(f => f.IsMissing) && procedure.IsPastDeadline ? draft.MendBy(procedure.Deadline) : draft;

    public static FindingDraft OfProcedure(this FindingDraft draft, ReportOnDay report, IReadOnlyList<ProcedureFault> faults)
    {
        foreach (var fault in faults)
        {
            draft.Remedy(ReviewRemedies.MendStep(report, fault));
        }
        return draft.Fact("step", report.Procedure!.Recorded).Fact("fault", faults.Select(f => f.Text))
            .With("faults", Wording.Clauses(faults.Select(f => f.Text)));
    }

    public static FindingDraft FollowedUp(this FindingDraft draft, MidTermFollowUp owed)
    {
        foreach (var step in owed.Missing)
        {
            draft.Fact("missing", step.Name).Remedy(ReviewRemedies.FollowUp(step, owed.Deliberated));
        }
        return draft.Fact("deliberated", owed.Deliberated).Fact("taken", owed.Steps.Select(s => s.Act).OfType<Act>())
            .With("deliberated", owed.Deliberated.On).With("due", owed.Due.InWords())
            .With("missing", Text.Join(owed.Missing.Select(s => s.Name)))
            .ByPolicyOf(owed.Deliberated.On.Last).JudgedOn(owed.Due).Since(owed.Due.AddDays(1)).MendBy(owed.Due);
    }

    /// <summary>The day after it was due; of a plan approved or published later than that, the day from which it owes reports.</summary>
    private static DateOnly Begun(PlanOnDay plan, DateOnly due) =>
        ReviewCalendar.OwesFrom(plan) is { } from && from > due ? from : due.AddDays(1);

    private static Text YearsOf(IEnumerable<ReviewDuty> duties) => Text.Join(duties.Select(d =>
        new Text(d.Kind == ReviewKind.Annual ? $"{d.Year}年度" : $"{d.Year}年", $"{d.Year}")));
}
