using GraphQLEngine;
using PlanRegistry.Conformance;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Conformance;

[Resolves("Mutation")]
public static class ConformanceMutations
{
    private const string Unstated = "本系统默认";

    /// <summary>Parameters change by their dates: a row may be set again.</summary>
    public static SetPolicyPayload SetPolicy(SetPolicyInput input, [Service] CommandDesk desk) =>
        new(desk.Run("setPolicy", input, view => Set(view, input), input.Reason, input.Document));

    /// <summary>What would hold on no day is not set; in a pack it stands, and is told to be without effect.</summary>
    private static Decision Set(RegistryView view, SetPolicyInput input)
    {
        var decision = RowIntake.Set(view, [InputRows.Of<PolicyValue>(input)]);
        var row = decision.Changes.Select(c => c.Recorded).OfType<PolicyValue>().FirstOrDefault();
        return row is null ? decision
            : view.With(decision).Policy.Idle.FirstOrDefault(i => i.Row.Id == row.Id) is { } idle
                ? Decision.Refuse(new Problem(ProblemCode.NotAllowed, new Text(
                    $"参数“{PolicyKeys.Find(row.Key)?.Label.Zh ?? row.Key}”设为“{input.Value}”不生效：{idle.Why.Zh}。",
                    $"{input.Key} = {input.Value} would have no effect: {idle.Why.En}."),
                    [idle.IsOfItsValue ? "value" : "document"], Unstated))
            : input.Key == PolicyKeys.FundingConditionalOn.Name
                && RuleNames.Unknown("value", PolicyKeys.FundingConditionalOn.Read(row.Value)) is { } unknown ? Decision.Refuse(unknown)
            : decision;
    }
}

public sealed class SetPolicyPayload(Outcome outcome) : Payload(outcome)
{
    public PolicyValueNode? PolicyValue => Subject<PolicyValueNode>();
}
