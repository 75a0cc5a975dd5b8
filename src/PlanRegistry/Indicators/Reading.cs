using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>监测值: what was measured for a year, and by whom.</summary>
[Table("readings")]
public sealed record Reading : Record
{
    [KeyColumn] public required Key<Plan> Plan { get; init; }
    [KeyColumn] public required Key<Indicator> Indicator { get; init; }
    [KeyColumn] public required int Year { get; init; }
    [KeyColumn] public required ReadingSource Source { get; init; }
    public required decimal Value { get; init; }
    public PartialDate? CutoffOn { get; init; }
    public Key<Agency>? Agency { get; init; }

    /// <summary>The day it stands for: 31 December of its year where none is recorded.</summary>
    public PartialDate Day => CutoffOn ?? new DateOnly(Year, 12, 31);
}

public enum ReadingSource { Department, Spatial, Web, Survey }
