using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Implementation;

/// <summary>The district's own tasks, assignments and what was said of them, by what they are about. Kept with a view.</summary>
public sealed class AssignmentBook
{
    private readonly RegistryView view;
    private readonly RowIndex<Plan, PlanTask> tasks;
    private readonly RowIndex<Plan, Assignment> assignments;
    private readonly RowIndex<PlanTask, Assignment> byTask;
    private readonly RowIndex<PlanTask, TaskYear> years;
    private readonly RowIndex<PlanTask, TaskProgress> progress;

    private AssignmentBook(RegistryView view)
    {
        this.view = view;
        tasks = new(view.Of<PlanTask>(), t => view.Canonical(t.Plan));
        assignments = new(view.Of<Assignment>(), a => view.Canonical(a.Plan));
        byTask = new(view.Of<Assignment>(), a => a.Task);
        years = new(view.Of<TaskYear>().OrderBy(y => y.Year), y => y.Task);
        progress = new(view.Of<TaskProgress>().OrderByDescending(p => p.Year).ThenByDescending(p => p.On.Last), p => p.Task);
    }

    public static AssignmentBook Of(RegistryView view) => view.Kept(v => new AssignmentBook(v));

    /// <summary>Of an indicator, or of a task by its kind.</summary>
    public AssignmentKind KindOf(Assignment assignment) => assignment.Task is not { } key ? AssignmentKind.Indicator
        : Task(key)?.Kind switch
        {
            TaskKind.Project => AssignmentKind.Project,
            TaskKind.Measure => AssignmentKind.Measure,
            _ => AssignmentKind.Task,
        };

    public PlanTask? Task(Key<PlanTask> key) => (PlanTask?)view.Own.FindByKey(typeof(PlanTask), key.Code);

    public IReadOnlyList<PlanTask> TasksOf(Key<Plan> plan) => tasks[view.Canonical(plan)];

    /// <summary>Those that were made by the day.</summary>
    public IEnumerable<Assignment> AssignmentsOf(Key<Plan> plan, AsOfDay day) =>
        assignments[view.Canonical(plan)].Where(a => a.On.First <= day);

    public Assignment? AssignmentOf(Key<PlanTask> task) => byTask[task] is [var one, ..] ? one : null;

    public Assignment? AssignmentOf(Key<Plan> plan, Key<Indicator> indicator) => assignments[view.Canonical(plan)]
        .FirstOrDefault(a => a.Indicator is { } held && view.Identity(held) == view.Identity(indicator));

    public IReadOnlyList<TaskYear> YearsOf(Key<PlanTask> task) => years[task];

    /// <summary>What was said of it by the day, the latest first; of one year, where one is asked for.</summary>
    public IEnumerable<TaskProgress> ProgressOf(Key<PlanTask> task, AsOfDay day, int? year = null) =>
        progress[task].Where(p => p.On.First <= day && (year is null || p.Year == year));

    /// <summary>Of a task as it was reported; of an indicator of the district's plan it follows from its readings.</summary>
    public ProgressGrade? GradeOf(Assignment assignment, Snapshot on, int? year = null) =>
        assignment.Task is { } task ? WordOn(assignment, [.. ProgressOf(task, on.AsOf, year)])?.Grade
        : assignment.Indicator is { } indicator && on.Plan(view.Canonical(assignment.Plan)) is { IsOwn: true } plan
            && IndicatorGrade.Of(plan, indicator) is { } grade && (year is null || grade.Year == year) ? grade.Grade : null;

    /// <summary>The lead's latest word; before it has spoken, that of who takes part.</summary>
    private TaskProgress? WordOn(Assignment assignment, IReadOnlyList<TaskProgress> told) =>
        told.FirstOrDefault(p => p.Agency == assignment.Lead
            || view.AgencyOn(assignment.Lead, DateOnly.MaxValue)?.Key == view.AgencyOn(p.Agency, DateOnly.MaxValue)?.Key)
        ?? told.FirstOrDefault();

    /// <summary>Whether the agency, or one that it succeeds, leads it or takes part in it.</summary>
    public static bool Concerns(RegistryView view, Assignment assignment, Key<Agency> agency) =>
        (assignment.CoAgencies ?? []).Prepend(assignment.Lead)
            .Any(named => named == agency || view.AgencyOn(named, DateOnly.MaxValue)?.Key == agency);
}
