using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Ledger;

public sealed class CorrectRecordPayload(Outcome outcome, RecordId? id) : Payload(outcome)
{
    /// <summary>The record as it now stands; null when it was withdrawn.</summary>
    public INode? Record => Outcome.Subjects.FirstOrDefault(r => r.Id == id) is { } record ? Outcome.After.Node(record) : null;
}
