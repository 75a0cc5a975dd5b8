using GraphQLEngine;
using PlanRegistry.Conformance;
using PlanRegistry.Intake;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Conformance;

[Resolves("Mutation")]
public static class ConformanceMutations
{
    /// <summary>Parameters change by their dates: a row may be set again.</summary>
    public static SetPolicyPayload SetPolicy(SetPolicyInput input, [Service] CommandDesk desk) =>
        new(desk.Run("setPolicy", input, view => RowIntake.Set(view, [InputRows.Of<PolicyValue>(input)]), input.Reason, input.Document));
}

public sealed class SetPolicyPayload(Outcome outcome) : Payload(outcome)
{
    public PolicyValueNode? PolicyValue => Subject<PolicyValueNode>();
}
