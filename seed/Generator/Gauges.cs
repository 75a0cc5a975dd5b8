using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Generator;

/// <summary>The district's indicators, and the value each has in a year when all goes to plan.</summary>
internal sealed class Gauges
{
    private const int BaseYear = 2020;
    private readonly DistrictDraft draft;
    private readonly Dictionary<string, decimal> offsets = [];

    public Gauges(DistrictDraft draft)
    {
        this.draft = draft;
        foreach (var mould in IndicatorMould.Common.Concat(PlanningField.All.SelectMany(IndicatorMould.Of)))
        {
            draft.Add(Indicator(draft.Code, mould));
            // Districts differ in where they start, by up to a fiftieth.
            offsets[mould.Code] = Math.Round(mould.Base * draft.Chance.Between(-20, 20) / 1000m, 1);
        }
    }

    public static Indicator Indicator(DistrictCode district, IndicatorMould mould) => new()
    {
        Home = district, Code = mould.Code, Name = mould.Name, Unit = mould.Unit, Direction = mould.Direction, Measure = mould.Measure,
        Extent = mould.Extent,
        ReadingBasis = mould.Measure == Measure.Cumulative ? ReadingBasis.Year : null,
    };

    public Key<Indicator> Key(IndicatorMould mould) => draft.Key<Indicator>(mould.Code);

    /// <summary>A level on its straight line, a growth rate, or what is to be added up from a year to a year.</summary>
    public decimal Planned(IndicatorMould mould, int from, int to) => mould.Rounded(mould.Measure switch
    {
        Measure.Cumulative => mould.Step * (to - from + 1) / 5m,
        _ => mould.Base + offsets[mould.Code] + (mould.Step * (to - BaseYear) / 5m),
    });

    /// <summary>A value that is better or, below zero, worse by so many thousandths of a five-year step.</summary>
    public static decimal Better(IndicatorMould mould, decimal value, int thousandths) =>
        mould.Rounded(value + (Math.Abs(mould.Step) * (mould.Direction == Direction.Lower ? -thousandths : thousandths) / 1000m));
}
