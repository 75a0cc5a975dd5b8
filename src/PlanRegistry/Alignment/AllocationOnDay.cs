using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Alignment;

/// <summary>分解下达值: what a municipal plan has handed down to this district, as it stands on the day.</summary>
public sealed record AllocationOnDay(Allocation Allocation, PlanOnDay From,
    Indicator Indicator, string Identity, PartialDate? Since) : IFact
{
    public RecordId Id => Allocation.Id;

    public int Year => Allocation.TargetYear;

    public bool IsBinding => Allocation.Nature == IndicatorNature.Binding;

    /// <summary>From its document's day, else from the superior's approval, until the superior ends.</summary>
    public bool Holds =>
        Since?.Last <= From.AsOf
            && From.Status is not (Approval.PlanStatus.Expired or Approval.PlanStatus.Superseded or Approval.PlanStatus.Withdrawn);

    public Figure Figure => Figure.Of(Allocation, Indicator, Since);

    public FactLine Say() => new("Allocation", Id, new Text(
        $"{From.Named.Zh}分解下达本区：{Figure.Line.Zh}{(Since is { } since ? $"，自{since.InWords().Zh}起" : "，下达日期未录入")}",
        $"{From.Title} allocated to the district: {Figure.Line.En}{(Since is { } from ? $", since {from}" : ", its day not recorded")}"));

    /// <summary>
    /// All that municipal plans allocated to the district; one recorded in both ledgers counts once, the municipality's own record first.
    /// </summary>
    public static IEnumerable<AllocationOnDay> On(Snapshot snapshot) =>
        snapshot.View.All<Allocation>().Select(a => snapshot.View.Canonical(a.Plan)).Distinct().SelectMany(plan => By(snapshot, plan));

    /// <summary>What one of them allocated.</summary>
    public static IEnumerable<AllocationOnDay> By(Snapshot snapshot, Key<Plan> plan) =>
        snapshot.View.AllocationsOf[plan]
            .Where(a => a.ToDistrict == snapshot.View.Code)
            .OrderBy(a => a.Home == a.Plan.District ? 0 : 1).ThenBy(a => a.RecordCode, StringComparer.Ordinal)
            .Select(a => Of(snapshot, a)).OfType<AllocationOnDay>()
            .DistinctBy(a => (a.Identity, a.Year));

    private static AllocationOnDay? Of(Snapshot snapshot, Allocation allocation) =>
        snapshot.Plan(allocation.Plan) is { Tier: PlanTier.Municipal } superior
            && snapshot.View.Indicator(allocation.Indicator) is { } indicator
            ? new AllocationOnDay(allocation, superior, indicator, snapshot.View.Identity(allocation.Indicator),
                snapshot.View.Document(allocation.Document)?.IssuedOn ?? superior.History.ApprovedOn ?? superior.History.PublishedOn)
            : null;
}
