using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Generator;

/// <summary>
/// 目标值 of each plan, about ten; those that a plan shares with the
/// development plan are as good or better, unless that is its defect.
/// </summary>
internal sealed class Targets(DistrictDraft draft, Gauges gauges, int plans)
{
    private const int LeastAmbition = 20;
    private const int MostAmbition = 90;

    private readonly Dictionary<Key<Plan>, IReadOnlyList<(IndicatorMould Mould, Target Target)>> sets = [];

    public IReadOnlyList<(IndicatorMould Mould, Target Target)> Of(PlanDraft plan) => sets.GetValueOrDefault(plan.Key, []);

    public void Add(PlanDraft plan)
    {
        if (plan.Has(Defect.Secret) || plan.Stage == Stage.Proposed)
        {
            return;
        }
        var set = Moulds(plan).Select(m => (m, Target(plan, m))).ToList();
        Spoil(plan, set);
        sets[plan.Key] = set;
        AddVersion(plan, 1, _ => 0);
    }

    /// <summary>
    /// Records the complete set again as another version, some values
    /// better or worse by thousandths of a five-year step.
    /// </summary>
    public void AddVersion(PlanDraft plan, int version, Func<IndicatorMould, int> better)
    {
        foreach (var (mould, target) in Of(plan))
        {
            var value = better(mould) is not 0 and var thousandths
                ? Gauges.Better(mould, target.TargetValue!.Value, thousandths)
                : target.TargetValue;
            draft.Add(target with { Version = version, TargetValue = value });
        }
    }

    private IEnumerable<IndicatorMould> Moulds(PlanDraft plan)
    {
        // A total of a part cannot be held against the whole's.
        var shared = IndicatorMould.Common.Where(m => m.Extent == Extent.Ratio && m.Measure == Measure.Level)
            .ToLookup(m => m.Nature == IndicatorNature.Binding);
        return plan.Kind switch
        {
            PlanKind.Development => IndicatorMould.Common,
            PlanKind.Spatial => [.. shared[true], .. draft.Chance.Some(shared[false], draft.Chance.Between(2, 5))],
            PlanKind.Regional => [.. draft.Chance.Some(shared[true], 4), .. draft.Chance.Some(shared[false], draft.Chance.Between(3, 7))],
            _ => [.. IndicatorMould.Of(plan.Field), .. draft.Chance.Some(shared[true], 2),
                .. draft.Chance.Some(shared[false], draft.Chance.Between(0, 3))],
        };
    }

    private Target Target(PlanDraft plan, IndicatorMould mould)
    {
        var planned = gauges.Planned(mould, plan.Horizon.From, plan.Horizon.To);
        var hasBase = mould.Measure == Measure.Level;
        return new Target
        {
            Home = draft.Code, Plan = plan.Key, Version = 1, Indicator = gauges.Key(mould), TargetYear = plan.Horizon.To,
            Nature = mould.Nature,
            BaseYear = hasBase ? plan.Horizon.From - 1 : null, BaseValue = hasBase ? gauges.Planned(mould, 0, plan.Horizon.From - 1) : null,
            TargetValue = plan.IsDevelopment ? planned : Gauges.Better(mould, planned, Ambition),
        };
    }

    /// <summary>Later plans aim a little higher: what a plan obeys or serves comes before it, so that none falls short by chance.</summary>
    private int Ambition => LeastAmbition + ((MostAmbition - LeastAmbition) * sets.Count / plans);

    private static void Spoil(PlanDraft plan, List<(IndicatorMould Mould, Target Target)> set)
    {
        var at = set.FindLastIndex(t => t.Mould.Nature == IndicatorNature.Binding);
        var (mould, target) = set[at];
        set[at] = plan.Defect switch
        {
            Defect.WeakerTarget => (mould, target with { TargetValue = Gauges.Better(mould, target.TargetValue!.Value, -300) }),
            Defect.OnlyExpected => (mould, target with { Nature = IndicatorNature.Expected }),
            _ => set[at],
        };
    }
}
