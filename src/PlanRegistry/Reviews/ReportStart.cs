using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Reviews;

/// <summary>From when a report counts (本系统默认): what is made earlier says too little of its time, and answers no duty.</summary>
internal static class ReportStart
{
    /// <summary>Surely before its time.</summary>
    public static bool IsEarly(PlanOnDay plan, Act report) => Of(plan, report) is { } start && report.On.Last < start;

    /// <summary>Null where nothing recorded tells which year the report is about.</summary>
    public static DateOnly? Of(PlanOnDay plan, Act report) => report.About switch
    {
        ActAbout.Annual => report.Year is { } year ? OfAnnual(plan, report, year) : null,
        ActAbout.MidTerm => MidTermYear(plan, report) is { } year
            ? plan.Snapshot.Policy.Of(PolicyKeys.MidTermCountsFrom, report.On.Last, plan.Kind).In(plan.Horizon, year) : null,
        _ => plan.Snapshot.Policy.Of(PolicyKeys.FinalCountsFrom, report.On.Last, plan.Kind).In(plan.Horizon.To),
    };

    /// <summary>If it were about that year.</summary>
    public static DateOnly OfAnnual(PlanOnDay plan, Act report, int year) =>
        plan.Snapshot.Policy.Of(PolicyKeys.AnnualCountsFrom, report.On.Last, plan.Kind).In(year);

    /// <summary>The parameter that says it.</summary>
    public static PolicyKey KeyOf(ReviewKind kind) => kind switch
    {
        ReviewKind.Annual => PolicyKeys.AnnualCountsFrom,
        ReviewKind.MidTerm => PolicyKeys.MidTermCountsFrom,
        _ => PolicyKeys.FinalCountsFrom,
    };

    /// <summary>A spatial plan has several mid-term evaluations: a report, early or late, is that of the nearest cycle.</summary>
    public static int? NearestCycle(PlanOnDay plan, Act report) =>
        ReviewCalendar.CycleYears(plan) is { Count: > 0 } cycles ? cycles.MinBy(c => Math.Abs(c - (report.Year ?? report.On.Year))) : null;

    private static int? MidTermYear(PlanOnDay plan, Act report) => plan.Kind == PlanKind.Spatial
        ? NearestCycle(plan, report)
        : plan.Snapshot.Policy.MidTermYear(plan.Horizon, report.On.Last, plan.Kind);
}
