using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>指标.</summary>
[Table("indicators")]
public sealed record Indicator : Record
{
    [KeyColumn] public required string Code { get; init; }
    public required string Name { get; init; }
    public required string Unit { get; init; }
    public IReadOnlyList<string>? Aliases { get; init; }
    public required Direction Direction { get; init; }
    public required Measure Measure { get; init; }
    public required Extent Extent { get; init; }
    public ReadingBasis? ReadingBasis { get; init; }

    public Key<Indicator> Key => new(Home, Code);
}

/// <summary>Which side is better: more, less, or between two bounds.</summary>
public enum Direction { Higher, Lower, Range }

public enum Measure { Level, AnnualGrowth, Cumulative, Qualitative }

/// <summary>A ratio can be compared between a whole and its part, a total cannot.</summary>
public enum Extent { Ratio, Total }

public enum ReadingBasis { Year, ToDate }

/// <summary>约束性 / 预期性.</summary>
public enum IndicatorNature { Binding, Expected }
