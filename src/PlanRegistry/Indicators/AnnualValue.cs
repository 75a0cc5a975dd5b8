using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>What a plan aims at in one year for an indicator: the figure of its annual target, or that it states none and why.</summary>
public sealed record AnnualValue(int Year, IReadOnlyList<AnnualTarget> Rows, Figure? Figure)
{
    /// <summary>A value, or the reason why there is none.</summary>
    public bool IsTold => Figure is not null || Rows.Any(r => !string.IsNullOrWhiteSpace(r.Reason));

    /// <summary>Rows under several names of the indicator say several things.</summary>
    public bool IsTwofold { get; private init; }

    /// <summary>By year; rows under any name of the indicator are of it.</summary>
    public static IReadOnlyDictionary<int, AnnualValue> Of(HeldIndicator held)
    {
        var view = held.Of.Snapshot.View;
        return view.AnnualTargetsOf[held.Plan].Where(t => view.Identity(t.Indicator) == held.Identity)
            .OrderBy(t => t.Indicator.ToString(), StringComparer.Ordinal).GroupBy(t => t.Year)
            .ToDictionary(g => g.Key, g => Of(view, held, [.. g]));
    }

    private static AnnualValue Of(RegistryView view, HeldIndicator held, IReadOnlyList<AnnualTarget> rows)
    {
        var figures = rows.Where(r => r.TargetValue is not null || r.TargetLow is not null || r.TargetHigh is not null)
            .Select(r => FigureOf(r, view.Indicator(r.Indicator) ?? held.Indicator, held)).ToList();
        return new(rows[0].Year, rows, figures.FirstOrDefault())
        {
            IsTwofold = figures.Skip(1).Any(f => !IsSame(view, figures[0], f)),
        };
    }

    private static Figure FigureOf(AnnualTarget row, Indicator indicator, HeldIndicator held) => new()
    {
        Source = row, Indicator = held.Indicator, Nature = held.Figures[^1].Nature, Year = row.Year, Unit = indicator.Unit,
        Value = row.TargetValue, Low = row.TargetLow, High = row.TargetHigh,
    };

    private static bool IsSame(RegistryView view, Figure one, Figure other) => view.Units.Common(one.Unit, other.Unit) is { } common
        && one.Value * common.Left == other.Value * common.Right && one.Low * common.Left == other.Low * common.Right
        && one.High * common.Left == other.High * common.Right;
}
