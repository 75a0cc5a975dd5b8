using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Indicators;

namespace PlanRegistry.Server.Indicators;

public sealed record SetTargetsInput : SettingInput
{
    public string? Document { get; init; }
    public required string Plan { get; init; }
    public int? Version { get; init; }
    public required IReadOnlyList<TargetInput> Targets { get; init; }
}

public sealed record TargetInput : IInputFields
{
    public required string Indicator { get; init; }
    public required IndicatorNature Nature { get; init; }
    public int? TargetYear { get; init; }
    public decimal? TargetValue { get; init; }
    public decimal? TargetLow { get; init; }
    public decimal? TargetHigh { get; init; }
    public int? BaseYear { get; init; }
    public decimal? BaseValue { get; init; }
    public string? Unit { get; init; }
    public string? Wording { get; init; }
}

public sealed record AllocateTargetsInput : SettingInput
{
    public string? Document { get; init; }
    public required IReadOnlyList<AllocationInput> Allocations { get; init; }
}

public sealed record AllocationInput : IInputFields
{
    public required string Plan { get; init; }
    public required string Indicator { get; init; }
    public required string ToDistrict { get; init; }
    public required int TargetYear { get; init; }
    public decimal? TargetValue { get; init; }
    public IndicatorNature? Nature { get; init; }
    public string? Document { get; init; }
}

public sealed record RecordReadingInput : CommandInput
{
    public required string Plan { get; init; }
    public required string Indicator { get; init; }
    public required int Year { get; init; }
    public required decimal Value { get; init; }
    public ReadingSource? Source { get; init; }
    public PartialDate? CutoffOn { get; init; }
    public string? Agency { get; init; }
    public string? Unit { get; init; }
}

public sealed record SetAnnualTargetsInput : SettingInput
{
    public string? Document { get; init; }
    public required string Plan { get; init; }
    public required IReadOnlyList<AnnualTargetInput> AnnualTargets { get; init; }
}

public sealed record AnnualTargetInput : IInputFields
{
    public required string Indicator { get; init; }
    public required int Year { get; init; }
    public decimal? TargetValue { get; init; }
    public decimal? TargetLow { get; init; }
    public decimal? TargetHigh { get; init; }
    public string? Reason { get; init; }
}

public sealed record SettleReadingsInput : CommandInput
{
    public required string Plan { get; init; }
    public required string Indicator { get; init; }
    public required int Year { get; init; }
    public required ReadingSource Source { get; init; }
    public required string Reason { get; init; }
    public string? Agency { get; init; }
    public PartialDate? On { get; init; }
    public string? Document { get; init; }
}
