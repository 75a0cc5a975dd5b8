using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Hierarchy;

/// <summary>
/// 区域规划的对象: a key area of the development plan, an area that reaches across borders, or one with a strategic task of its own (003
/// 一、(三)), and which areas it is of.
/// </summary>
public sealed class RegionOnDay : IFact
{
    private readonly List<Text> gaps = [];

    private RegionOnDay(PlanOnDay plan)
    {
        Of = plan;
        var (region, areas) = (plan.Plan.RegionClass, plan.Plan.Areas?.Distinct().Count() ?? 0);
        if (region == RegionClass.CrossBoundary && areas == 1)
        {
            Fault = new Text($"对象类别为{Terms.Of(RegionClass.CrossBoundary).Zh}，而所涉区域只有{plan.Plan.Areas![0]}一处，应当有两处以上",
                $"it is of a {Terms.Of(RegionClass.CrossBoundary).En}, of which {plan.Plan.Areas[0]} "
                    + "is the only area recorded, not two or more");
        }
        if (region is null)
        {
            gaps.Add(new("对象类别（重点地区、跨行政区连片区域或者承担重大战略任务的特定区域）",
                "its class (key area, cross-boundary area, area with a strategic task)"));
        }
        if (areas == 0)
        {
            gaps.Add(new("所涉区域", "the areas that it is of"));
        }
        if (region == RegionClass.KeyArea && LacksTheClause)
        {
            gaps.Add(new("全区发展规划确定该重点地区的条款", "the clause of the development plan that makes it a key area"));
        }
    }

    public PlanOnDay Of { get; }
    public Key<Plan> Plan => Of.Key;

    /// <summary>What contradicts itself; null where nothing does.</summary>
    public Text? Fault { get; }

    /// <summary>What is not recorded.</summary>
    public Text Gaps => Text.Join(gaps);

    public bool IsBroken => Fault is not null;

    /// <summary>Of a plan from before the registry nothing is asked.</summary>
    public bool IsOpen => !IsBroken && gaps.Count > 0 && Of.History.ExistsFrom >= Of.Snapshot.RecordsFrom;

    /// <summary>The link by whose clause it would be told; null where the plan is not linked, which is another rule's matter.</summary>
    public PlanLink? Link => Of.SuperiorLinks.FirstOrDefault(l => Of.Snapshot.View.Plan(l.Superior) is { Kind: PlanKind.Development } above
        && above.Home == Of.Plan.Home);

    public RecordId Id => new("regions_on_day", Of.Plan.Home, Of.Key.ToString());

    public FactLine Say() => Of.Say();

    public static IEnumerable<RegionOnDay> On(PlanOnDay plan) =>
        plan.Kind == PlanKind.Regional && plan.IsJudgedInFull ? [new(plan)] : [];

    private bool LacksTheClause => Link is { } link && string.IsNullOrWhiteSpace(link.Clause);
}
