using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>
/// 报区发展改革委备案 (003 三、(三)): what is still owed of a plan that its department published since records are complete, within
/// filing.due_days; a department that is the commission files with itself.
/// </summary>
internal sealed record Filing(PlanOnDay Of, Act Published, DateOnly Due)
{
    /// <summary>As it is told once its day is over.</summary>
    public StepFault Fault => new(Of, Obligation.DepartmentRoute, FaultState.Broken, Terms.Of(Published.Type), Due.AddDays(1),
        new($"未见报区发展改革委备案的记录，应不晚于{Due.InWords().Zh}备案",
            $"no filing with the district commission is recorded; it was due by {Due:yyyy-MM-dd}"),
        IsLesser: true) { About = [Published] };

    /// <summary>Null where it is filed, or owed to nobody.</summary>
    public static Filing? Owed(PlanOnDay plan)
    {
        if (ProcedureForms.RouteOf(plan.Plan) != ProcedureRoute.Department || plan.History.Publication is not { } published
            || published.On.First < plan.Snapshot.RecordsFrom || !published.HappenedBy(plan.AsOf)
            || plan.LeadAgency?.Role == AgencyRole.ReformCommission || !Procedure.Of(plan).IsTold)
        {
            return null;
        }
        var due = published.On.Last.AddDays(plan.Snapshot.Policy.Of(PolicyKeys.FilingDueDays, published.On.Last, plan.Kind));
        return due >= plan.EndedOn || plan.ActsAbout(ActAbout.Plan).Any(a => IsFiling(plan, a)) ? null : new(plan, published, due);
    }

    private static bool IsFiling(PlanOnDay plan, Act act) => act.Type == ActType.Filed && (act.Recipients is not { Count: > 0 } to
        || to.Any(r => plan.Snapshot.View.Agency(r)?.Role == AgencyRole.ReformCommission));
}
