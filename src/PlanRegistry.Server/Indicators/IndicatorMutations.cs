using GraphQLEngine;
using PlanRegistry.Indicators;
using PlanRegistry.Intake;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Indicators;

[Resolves("Mutation")]
public static class IndicatorMutations
{
    /// <summary>Targets of a draft are set again and again; those that the input does not name stay.</summary>
    public static SetTargetsPayload SetTargets(SetTargetsInput input, [Service] CommandDesk desk) =>
        new(desk.Run("setTargets", input,
            view => RowIntake.Set(view, Targets(input.Targets, input.Plan, input.Version), document: input.Document),
            input.Reason, input.Document));

    public static AllocateTargetsPayload AllocateTargets(AllocateTargetsInput input, [Service] CommandDesk desk) =>
        new(desk.Run("allocateTargets", input,
            view => RowIntake.Set(view, [.. InputRows.Of<Allocation>(input.Allocations, "allocations")], document: input.Document),
            input.Reason, input.Document));

    public static RecordReadingPayload RecordReading(RecordReadingInput input, [Service] CommandDesk desk) =>
        new(desk.Run("recordReading", input, view => RowIntake.Add(view, [InputRows.Of<Reading>(input)])));

    /// <summary>Rows of one plan and version.</summary>
    internal static IReadOnlyList<Sheet> Targets(IReadOnlyList<TargetInput>? targets, string plan, int? version) =>
        [.. InputRows.Of<Target>(targets, "targets", (nameof(Target.Plan), plan), (nameof(Target.Version), version))];
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
