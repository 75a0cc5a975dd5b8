using PlanRegistry.Alignment;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Alignment;

public sealed record RequestAlignmentInput : CommandInput
{
    public required string Plan { get; init; }
    public string? Against { get; init; }
    public string? Agency { get; init; }
    public required PartialDate RequestedOn { get; init; }
    public string? Note { get; init; }
}

public sealed record RecordAlignmentOpinionInput : CommandInput
{
    public required string Plan { get; init; }
    public string? Against { get; init; }
    public string? Agency { get; init; }
    public required PartialDate On { get; init; }
    public AlignmentResult? Result { get; init; }
    public string? Document { get; init; }
    public IReadOnlyList<PointAnswerInput>? Answers { get; init; }
    public string? Note { get; init; }
}

public sealed record PointAnswerInput : IInputFields
{
    public required AlignmentPoint Point { get; init; }
    public required PointAnswer Answer { get; init; }
    public string? Reason { get; init; }
    public string? OurClause { get; init; }
    public string? TheirClause { get; init; }
}
