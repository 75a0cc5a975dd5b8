using GraphQLEngine;
using PlanRegistry.Intake;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Indicators;

[Resolves("Mutation")]
public sealed class IndicatorMutations(CommandDesk desk)
{
    public SetTargetsPayload SetTargets(SetTargetsInput input) => new(desk.Take("setTargets", input, Inputs.Targets(input.Fields())));

    public AllocateTargetsPayload AllocateTargets(AllocateTargetsInput input) => new(desk.Take("allocateTargets", input, Inputs.Allocations(input.Fields())));

    public RecordReadingPayload RecordReading(RecordReadingInput input) => new(desk.Take("recordReading", input, Inputs.Single("readings", input.Fields())));
}

public sealed class SetTargetsPayload(Outcome outcome) : Payload(outcome)
{
    public IReadOnlyList<TargetNode>? Targets => Subjects<TargetNode>();
}

public sealed class AllocateTargetsPayload(Outcome outcome) : Payload(outcome)
{
    public IReadOnlyList<AllocationNode>? Allocations => Subjects<AllocationNode>();
}

public sealed class RecordReadingPayload(Outcome outcome) : Payload(outcome)
{
    public ReadingNode? Reading => Subject<ReadingNode>();
}
