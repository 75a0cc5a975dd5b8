using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Reviews;

namespace PlanRegistry.Implementation;

/// <summary>A year's word on the tasks of one plan that a lead agency has not given on all of them.</summary>
public sealed record ProgressDuty(PlanOnDay Of, Agency Lead, int Year, DateOnly Due, DutyState State, IReadOnlyList<PlanTask> Tasks)
{
    public RecordId Id => new("progress_duties", Of.Id.District, $"{Of.Plan.Code}/{Lead.Code}/{Year}");

    public Text Reason => new($"{Year}年度任务进展应不晚于{Due.InWords().Zh}报告。",
        $"The progress of tasks in {Year} is to be told by {Due:yyyy-MM-dd}.");

    public IReadOnlyList<Text> Missing => [.. Tasks.Select(t => new Text($"{Terms.Of(t.Kind).Zh}“{t.Title}”的进展尚无记录",
        $"No progress of the {Terms.Of(t.Kind).En} {t.Title} is recorded"))];

    /// <summary>Of a plan in force, from the year in which a task was assigned; in order of leads and years.</summary>
    public static IEnumerable<ProgressDuty> On(PlanOnDay plan)
    {
        if (!plan.IsOwn || plan.Status != PlanStatus.InForce)
        {
            return [];
        }
        var book = AssignmentBook.Of(plan.Snapshot.View);
        return from assignment in book.AssignmentsOf(plan.Key, plan.AsOf)
               let task = assignment.Task is { } key ? book.Task(key) : null
               where task is not null
               let years = task.YearsWithin(plan.Horizon)
               from year in Enumerable.Range(years.From, years.Years)
               where year >= assignment.On.Last.Year && year <= plan.AsOf.Year
                   && !book.ProgressOf(task.Key, plan.AsOf, year).Any()
               let lead = plan.Snapshot.Agency(assignment.Lead)
               where lead is not null
               group task by (lead, year) into owed
               let due = plan.Snapshot.Policy.Of(PolicyKeys.TaskProgressExpectedBy, plan.AsOf, plan.Kind).In(owed.Key.year + 1)
               orderby owed.Key.lead.Code, owed.Key.year
               select new ProgressDuty(plan, owed.Key.lead, owed.Key.year, due, ReviewDuties.StateOf(plan, due, null), [.. owed]);
    }
}
