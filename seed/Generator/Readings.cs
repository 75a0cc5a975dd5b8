using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Generator;

/// <summary>监测值 of the binding indicators of plans in force, year by year, and the annual targets of development plans.</summary>
internal sealed class Readings(DistrictDraft draft, Gauges gauges, Targets targets)
{
    private const int WatchedPercent = 94;
    private static readonly int LastFullYear = World.LastDay.Year - 1;

    public void Add(PlanDraft plan)
    {
        if (plan.IsDevelopment && plan.IsPublished)
        {
            AddAnnualTargets(plan);
        }
        if (!plan.IsPublished || plan.Wave.List is null || !(plan.IsDevelopment || draft.Chance.Percent(WatchedPercent)))
        {
            return;
        }
        foreach (var (mould, _) in targets.Of(plan).Where(t => t.Mould.Nature == IndicatorNature.Binding))
        {
            for (var year = plan.Horizon.From; year <= Math.Min(plan.Horizon.To, LastFullYear); year++)
            {
                AddYear(plan, mould, year);
            }
        }
    }

    private void AddYear(PlanDraft plan, IndicatorMould mould, int year)
    {
        var isCumulative = mould.Measure == Measure.Cumulative;
        var planned = gauges.Planned(mould, year, isCumulative || !plan.Has(Defect.BehindItsPath) ? year : plan.Horizon.From - 1);
        draft.Add(new Reading
        {
            Home = draft.Code, Plan = plan.Key, Indicator = gauges.Key(mould), Year = year, Source = ReadingSource.Department,
            Agency = plan.Lead,
            Value = plan.Has(Defect.BehindItsPath) ? planned : Gauges.Better(mould, planned, draft.Chance.Between(10, 60)),
        });
    }

    /// <summary>Of every year: on the straight line, or a fifth of what is to be added up.</summary>
    private void AddAnnualTargets(PlanDraft plan)
    {
        foreach (var (mould, _) in targets.Of(plan))
        {
            for (var year = plan.Horizon.From; year <= plan.Horizon.To; year++)
            {
                draft.Add(new AnnualTarget
                {
                    Home = draft.Code, Plan = plan.Key, Indicator = gauges.Key(mould), Year = year,
                    TargetValue = gauges.Planned(mould, year, year),
                });
            }
        }
    }
}
