using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>
/// 纳入年度指标体系: the annual targets of a development plan in force, once they are due. Before that day nothing is said; and nothing of a
/// plan from before the registry of which no annual target is recorded.
/// </summary>
public sealed record AnnualTargetsOnDay(PlanOnDay Of, IReadOnlyList<AnnualPath> Paths) : IFact
{
    /// <summary>The first day by which any are due.</summary>
    public DateOnly Due => Paths.Min(p => p.Due);

    public Key<Plan> Plan => Of.Key;

    /// <summary>No annual target is recorded at all: whether there are any is to be looked up, and is no breach.</summary>
    public bool IsUntold => !Of.Snapshot.View.AnnualTargetsOf[Of.Key].Any();

    public RecordId Id => new("annual_targets_on_day", Of.Plan.Home, Of.Key.ToString());

    public FactLine Say() => new("AnnualTargetsOnDay", Of.Id, new Text($"年度目标应当在{Due.InWords().Zh}前设置",
        $"annual targets are due by {Due:yyyy-MM-dd}"));

    /// <summary>The plan's, and those of each indicator where there are any; none before they are due.</summary>
    public static IEnumerable<IFact> On(PlanOnDay plan) =>
        Owed(plan) is not { } day || plan.AsOf <= day.Due ? [] : day.IsUntold ? [day] : [day, .. day.Paths.Where(p => plan.AsOf > p.Due)];

    /// <summary>The same whether the day has come or not; null where none are owed.</summary>
    internal static AnnualTargetsOnDay? Owed(PlanOnDay plan)
    {
        if (plan.Kind != PlanKind.Development || !plan.IsJudgedInFull || plan.Status != PlanStatus.InForce
            || plan.History.PublishedOn is not { } published)
        {
            return null;
        }
        var day = new AnnualTargetsOnDay(plan, [.. AnnualPath.Of(plan)]);
        return day.Paths.Count == 0 || (day.IsUntold && published.Last < plan.Snapshot.RecordsFrom) ? null : day;
    }
}
