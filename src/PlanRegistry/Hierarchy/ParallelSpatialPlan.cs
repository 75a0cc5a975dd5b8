using System.Text.RegularExpressions;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Hierarchy;

/// <summary>
/// Another spatial plan of the whole district in force beside the plan: told of the first of the two by code. It is a fact of that plan;
/// the other has its own.
/// </summary>
public sealed partial record ParallelSpatialPlan(PlanOnDay First, PlanOnDay Plan) : IFact
{
    private static readonly HashSet<string> Whole = ["全区", "全域", "全区域"];

    public Key<Plan> Of => First.Key;

    public RecordId Id => Plan.Id;

    /// <summary>The one that was approved first, which the other takes the place of.</summary>
    public PlanOnDay Older => First.StatusSince > Plan.StatusSince ? Plan : First;

    public PlanOnDay Newer => Older.Is(First) ? Plan : First;

    public static IEnumerable<ParallelSpatialPlan> On(PlanOnDay plan) => !Counts(plan) ? [] :
        plan.Snapshot.OwnPlans
            .Where(p => p.Kind == PlanKind.Spatial && string.CompareOrdinal(plan.Plan.Code, p.Plan.Code) < 0 && Counts(p))
            .Select(p => new ParallelSpatialPlan(plan, p));

    /// <summary>
    /// Said by its areas, else by its title: what the law calls an overall plan (总体规划) of territory, land use, or town and country, of the
    /// district by name and of no part of it.
    /// </summary>
    public static bool CoversTheDistrict(Plan plan, RegistryView view) => plan is { Kind: PlanKind.Spatial, Tier: PlanTier.District }
        && (plan.Areas is { Count: > 0 } areas
            ? areas.Any(a => Whole.Contains(a) || a == view.Code.Value || a == view.District?.Name)
            : Overall().IsMatch(TitleNearness.Words(plan.Title, view.DistrictNames)));

    public FactLine Say() => Plan.Say();

    private static bool Counts(PlanOnDay plan) =>
        plan.IsJudgedInFull && plan.Status == PlanStatus.InForce && CoversTheDistrict(plan.Plan, plan.Snapshot.View);

    [GeneratedRegex("^(国土空间|土地利用|城乡)总体规划$")]
    private static partial Regex Overall();
}
