using PlanRegistry.Catalogue;
using PlanRegistry.Implementation;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Implementation;

public sealed record SetTasksInput : SettingInput
{
    public string? Document { get; init; }
    public required string Plan { get; init; }
    public required IReadOnlyList<PlanTaskInput> Tasks { get; init; }
}

public sealed record PlanTaskInput : IInputFields
{
    public required string Code { get; init; }
    public TaskKind? Kind { get; init; }
    public required string Title { get; init; }
    public string? Clause { get; init; }
    public int? FromYear { get; init; }
    public int? ToYear { get; init; }
    public string? ProjectCode { get; init; }
    public string? Refines { get; init; }
}

public sealed record DecomposePlanInput : SettingInput
{
    public string? Document { get; init; }
    public required string Plan { get; init; }
    public string? By { get; init; }
    public PartialDate? On { get; init; }
    public required IReadOnlyList<AssignmentInput> Assignments { get; init; }
}

public sealed record AssignmentInput : IInputFields
{
    public string? Indicator { get; init; }
    public string? Task { get; init; }
    public required string Lead { get; init; }
    public IReadOnlyList<string>? CoAgencies { get; init; }
}

public sealed record TakeUpAssignmentsInput : SettingInput
{
    public string? Document { get; init; }
    public required string Plan { get; init; }
    public required string Scheme { get; init; }
    public string? SchemeAgency { get; init; }
    public IReadOnlyList<string>? Indicators { get; init; }
    public IReadOnlyList<string>? Tasks { get; init; }
}

/// <summary>An assignment as it is to stand, as a row of assignments.csv.</summary>
public sealed record AssignmentRow : IInputFields
{
    public Key<Plan>? Plan { get; init; }
    public string? Indicator { get; init; }
    public string? Task { get; init; }
    public string? Lead { get; init; }
    public IReadOnlyList<string>? CoAgencies { get; init; }
    public string? By { get; init; }
    public PartialDate? On { get; init; }
    public string? Document { get; init; }
    public string? Scheme { get; init; }
    public string? SchemeAgency { get; init; }
}

public sealed record SetTaskYearInput : SettingInput
{
    public string? Document { get; init; }
    public required string Task { get; init; }
    public required int Year { get; init; }
    public string? Requirement { get; init; }
    public string? NoneBecause { get; init; }

    /// <summary>What of it is the year's row.</summary>
    internal TaskYearRow Row() =>
        new() { District = District, Task = Task, Year = Year, Requirement = Requirement, NoneBecause = NoneBecause };
}

public sealed record TaskYearRow : CommandInput
{
    public required string Task { get; init; }
    public required int Year { get; init; }
    public string? Requirement { get; init; }
    public string? NoneBecause { get; init; }
}

public sealed record RecordTaskProgressInput : CommandInput
{
    public required string Task { get; init; }
    public required int Year { get; init; }
    public required ProgressGrade Grade { get; init; }
    public PartialDate? On { get; init; }
    public string? Note { get; init; }
    public string? Agency { get; init; }
    public string? Document { get; init; }
}
