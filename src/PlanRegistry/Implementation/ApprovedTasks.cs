using PlanRegistry.Amendments;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Implementation;

/// <summary>
/// 批准内容 holds the tasks too: one that stood when the plan's approval was recorded is what was approved, and is changed or withdrawn by
/// an amendment, or with a document that says why. What was recorded later is no change, nor is what is mended in the first days of an
/// approval from before the records began; a project's code comes when it comes.
/// </summary>
public static class ApprovedTasks
{
    /// <summary>What a command without a document would overwrite of them.</summary>
    public static IEnumerable<Problem> WithoutDocument(RegistryView view, IEnumerable<Overwriting> overwritten, DateOnly today)
    {
        var snapshot = new Snapshot(view, today);
        return from overwriting in overwritten
               where overwriting.Old is PlanTask && IsOfTheTask(overwriting)
               let task = (PlanTask)overwriting.Old
               where snapshot.Plan(view.Canonical(task.Plan)) is { } plan && BoundContent.OfPlan(plan) is { } bound
                   && view.FirstRecordedAt(task) <= bound.BoundAt
                   && (bound.Approval.On.Last >= snapshot.RecordsFrom || overwriting.IsOld(view, today))
               select overwriting.At(null, Refusals.ApprovedTask(task.Code));
    }

    private static bool IsOfTheTask(Overwriting overwriting) =>
        overwriting.Columns.Count == 0 || overwriting.Columns.Any(c => c.Property != nameof(PlanTask.ProjectCode));
}
