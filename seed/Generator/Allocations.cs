using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Generator;

/// <summary>分解下达值: what the municipality hands down to the district; sometimes more than its development plan takes up.</summary>
internal sealed class Allocations(DistrictDraft draft, Roster roster, Gauges gauges)
{
    private const int EasierByThousandths = -60;
    private const int TooHardByThousandths = 250;
    private const int DefectPercent = 20;

    public void Add(PlanDraft development)
    {
        if (roster.MunicipalGovernment is not { } issuer
            || draft.Superiors.DevelopmentPlan(World.Municipality, development.Horizon) is not { } superior)
        {
            return;
        }
        var on = development.ApprovedOn.AddDays(20);
        var document = draft.Document("转发", on, $"关于分解下达{development.Horizon}年约束性指标的通知", issuer);
        var binding = IndicatorMould.Common.Where(m => m.Nature == IndicatorNature.Binding).ToList();
        var tooHard = draft.Chance.Percent(DefectPercent) ? draft.Chance.Of(binding) : null;
        var notTakenUp = draft.Chance.Percent(DefectPercent) ? IndicatorMould.Of(draft.Chance.Of(PlanningField.All)).Take(3).Last() : null;
        foreach (var mould in notTakenUp is null ? binding : [.. binding, notTakenUp])
        {
            var planned = gauges.Planned(mould, development.Horizon.From, development.Horizon.To);
            draft.Add(new Allocation
            {
                Home = draft.Code, Plan = superior, Indicator = gauges.Key(mould), ToDistrict = draft.Code,
                TargetYear = development.Horizon.To,
                TargetValue = Gauges.Better(mould, planned, mould == tooHard ? TooHardByThousandths : EasierByThousandths),
                Nature = IndicatorNature.Binding, Document = document,
            });
        }
    }
}
