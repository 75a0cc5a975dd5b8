using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>指标.</summary>
[Table("indicators", "指标")]
public sealed record Indicator : Record
{
    [KeyColumn, Column("指标代码")]
    public required string Code { get; init; }

    [Column("名称", IsName = true)]
    public required string Name { get; init; }

    [Column("计量单位", Names = typeof(Unit))]
    public required string Unit { get; init; }

    [Column("别名", Length = 4000, IsName = true)]
    public IReadOnlyList<string>? Aliases { get; init; }

    [Column("方向", Default = "HIGHER")]
    public required Direction Direction { get; init; }

    [Column("计量方式", Default = "LEVEL")]
    public required Measure Measure { get; init; }

    [Column("总量或比率", Default = "RATIO")]
    public required Extent Extent { get; init; }

    [Column("监测口径")]
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
