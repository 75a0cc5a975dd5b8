using GraphQLEngine;
using PlanRegistry.Intake;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Conformance;

[Resolves("Mutation")]
public sealed class ConformanceMutations(CommandDesk desk)
{
    public SetPolicyPayload SetPolicy(SetPolicyInput input) => new(desk.Take("setPolicy", input, Inputs.Single("policy", input.Fields())));
}

public sealed class SetPolicyPayload(Outcome outcome) : Payload(outcome)
{
    public PolicyValueNode? PolicyValue => Subject<PolicyValueNode>();
}
