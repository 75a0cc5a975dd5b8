using PlanRegistry.Alignment;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>基期值、目标值、年度目标、监测值、上位规划的要求.</summary>
public enum PathPointKind { Base, Target, AnnualTarget, Reading, Demand }

/// <summary>One value of an indicator for a year, and the record that says so.</summary>
/// <param name="Value">In the path's unit.</param>
public sealed record PathPoint(int Year, PathPointKind Kind, decimal Value, (decimal Value, string Unit) Recorded, Record Source)
{
    public int? Version { get; init; }
    public PlanOnDay? Superior { get; init; }
}

/// <summary>What is drawn of an indicator in a plan: every value in one unit, by year; what cannot be converted is left out.</summary>
public sealed record IndicatorPath(Indicator Indicator, string Unit, IReadOnlyList<PathPoint> Points)
{
    public static IReadOnlyList<IndicatorPath> Of(PlanOnDay plan)
    {
        var demands = DemandSearch.On(plan).OfType<Demand>().ToLookup(d => d.Identity);
        return [.. plan.Indicators.Select(h => Of(h, demands[h.Identity])).Where(p => p.Points.Count > 0)];
    }

    private static IndicatorPath Of(HeldIndicator held, IEnumerable<Demand> demands)
    {
        var (plan, view) = (held.Of, held.Of.Snapshot.View);
        var unit = held.Figures[0].Unit;
        IEnumerable<PathPoint?> points =
        [
            .. held.Figures.Where(f => f.BaseYear is not null).DistinctBy(f => f.BaseYear)
                .Select(f => Point(f.BaseYear!.Value, PathPointKind.Base, f.BaseValue, f.Unit, f.Source)),
            .. view.TargetsOf[plan.Key].Where(t => t.Version <= plan.Targets.Version && view.Identity(t.Indicator) == held.Identity)
                .Select(t => Of(t, Figure.Of(t, held.Indicator, null))),
            .. view.AnnualTargetsOf[plan.Key].Where(t => view.Identity(t.Indicator) == held.Identity)
                .Select(t => Point(t.Year, PathPointKind.AnnualTarget, t.TargetValue, UnitOf(t.Indicator), t)),
            .. plan.Readings[held.Identity].GroupBy(r => r.Year).Select(g => held.Readings[g.Key] ?? g.First())
                .Select(r => Point(r.Year, PathPointKind.Reading, r.Value, r.Unit ?? UnitOf(r.Indicator), r)),
            .. from demand in demands
               from figure in demand.Figures
               select Point(figure.Year, PathPointKind.Demand, figure.Bound, figure.Unit, figure.Source)
                   is { } point ? point with { Superior = demand.Superior } : null,
        ];
        return new(held.Indicator, unit, [.. points.OfType<PathPoint>().OrderBy(p => p.Year).ThenBy(p => p.Kind).ThenBy(p => p.Version)]);

        PathPoint? Of(Target target, Figure figure) =>
            Point(figure.Year, PathPointKind.Target, figure.Bound ?? figure.Value, figure.Unit, target) is { } point
                ? point with { Version = target.Version } : null;

        PathPoint? Point(int year, PathPointKind kind, decimal? value, string of, Record source) =>
            value is { } stated && view.Units.Common(of, unit) is { } common
                ? new(year, kind, of == unit ? stated : Math.Round(stated * common.Left / common.Right, 6), (stated, of), source) : null;

        string UnitOf(Key<Indicator> key) => view.Indicator(key)?.Unit ?? unit;
    }
}
