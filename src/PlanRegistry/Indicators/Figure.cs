using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>A value stated for one indicator and one year: a plan's own target, or what a superior plan allocated.</summary>
public sealed record Figure : IFact
{
    public required Record Source { get; init; }
    public required Indicator Indicator { get; init; }
    public required IndicatorNature Nature { get; init; }
    public required int Year { get; init; }
    public required string Unit { get; init; }
    public decimal? Value { get; init; }
    public decimal? Low { get; init; }
    public decimal? High { get; init; }
    public int? BaseYear { get; init; }
    public decimal? BaseValue { get; init; }

    /// <summary>From when it holds; null for a draft's.</summary>
    public PartialDate? Since { get; init; }

    public RecordId Id => Source.Id;

    public bool IsBinding => Nature == IndicatorNature.Binding;

    public bool IsAllocated => Source is Allocation;

    /// <summary>The value that must at least be reached: of a target written as ≥ or ≤, its one bound. A range has none.</summary>
    public decimal? Bound => Indicator.Direction switch
    {
        Direction.Higher => Value ?? Low,
        Direction.Lower => Value ?? High,
        _ => null,
    };

    public static Figure Of(Target target, Indicator indicator, PartialDate? since) => new()
    {
        Source = target, Indicator = indicator, Nature = target.Nature, Year = target.TargetYear, Unit = target.Unit ?? indicator.Unit,
        Value = target.TargetValue, Low = target.TargetLow, High = target.TargetHigh,
        BaseYear = target.BaseYear, BaseValue = target.BaseValue, Since = since,
    };

    public static Figure Of(Allocation allocation, Indicator indicator, PartialDate? since) => new()
    {
        Source = allocation, Indicator = indicator, Nature = allocation.Nature, Year = allocation.TargetYear, Unit = indicator.Unit,
        Value = allocation.TargetValue, Since = since,
    };

    /// <summary>The same in another unit.</summary>
    internal Figure In(string unit, (string BaseUnit, decimal Left, decimal Right) common) => this with
    {
        Unit = unit, Value = Value * common.Left / common.Right,
        Low = Low * common.Left / common.Right, High = High * common.Left / common.Right,
    };

    /// <summary>23.8%, 10%—12%, or 未录入.</summary>
    public Text Amount =>
        (Bound ?? Value) is { } value ? Quantity.InWords(value, Unit)
        : Low is not null || High is not null ? Quantity.Range(Low, High, Unit)
        : new Text("（未录入）", "(not recorded)");

    public Text Line
    {
        get
        {
            var start = BaseYear is { } year ? new Text($"，基期{year}年{Start.Zh}", $", from {Start.En} in {year}") : default;
            return new Text(
                $"“{Indicator.Name}”{Year}年{Amount.Zh}（{Terms.Of(Nature).Zh}{start.Zh}）",
                $"{Indicator.Name}, {Year}: {Amount.En} ({Terms.Of(Nature).En}{start.En})");
        }
    }

    public FactLine Say() => new(Source.GetType().Name, Id, Line);

    private Text Start => BaseValue is { } value ? Quantity.InWords(value, Unit) : new Text("未录入", "a value not recorded");
}
