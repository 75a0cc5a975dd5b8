using GraphQLEngine;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Settlement;

namespace PlanRegistry.Server.Settlement;

public abstract record SettlementInput : CommandInput
{
    public required string Finding { get; init; }
    public required PartialDate On { get; init; }
    public required string Document { get; init; }
}

public sealed record ConfirmExemptionInput : SettlementInput;

public sealed record SettleFindingInput : SettlementInput;

[Resolves("Mutation")]
public static class SettlementMutations
{
    public static ConfirmExemptionPayload ConfirmExemption(ConfirmExemptionInput input, [Service] CommandDesk desk) =>
        new(Settle(Operation.ConfirmExemption, SettlementKind.Confirmed, input, desk));

    public static SettleFindingPayload SettleFinding(SettleFindingInput input, [Service] CommandDesk desk) =>
        new(Settle(Operation.SettleFinding, SettlementKind.Concluded, input, desk));

    private static Outcome Settle(Operation operation, SettlementKind kind, SettlementInput input, CommandDesk desk)
    {
        var command = Remedies.NameOf(operation);
        var finding = NodeId.TryParse(input.Finding, out var id) && id.Type == nameof(Finding) && id.Viewer.ToString() == input.District
            ? id.Code
            : null;
        var request = new SettlementRequest(kind, command, finding, input.On.First, input.Document);
        return desk.Run(command, input,
            view => Settling.Decide(desk.Judgements.Of(desk.Judgements.Snapshot(view, desk.Judgements.Today)), request));
    }
}

/// <summary>With the finding as it stands then.</summary>
public abstract class SettlementPayload(Outcome outcome) : Payload(outcome)
{
    public FindingNode? Finding => Outcome.Stands && Outcome.Result.Subjects.OfType<FindingSettlement>().FirstOrDefault() is { } settled
        && Outcome.After.Findings.FirstOrDefault(f => f.Key == settled.Finding) is { } finding
            ? Outcome.After.Finding(finding)
            : null;
}

public sealed class ConfirmExemptionPayload(Outcome outcome) : SettlementPayload(outcome);

public sealed class SettleFindingPayload(Outcome outcome) : SettlementPayload(outcome);
