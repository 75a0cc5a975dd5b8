using GraphQLEngine;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Ledger;

[Resolves("Mutation")]
public static class LedgerMutations
{
    /// <summary>Mends a wrong record under the same record id; without values withdraws it.</summary>
    public static CorrectRecordPayload CorrectRecord(CorrectRecordInput input, [Service] CommandDesk desk)
    {
        if (!NodeId.TryParse(input.Id, out var node) || Capabilities.TableOf(node.Type) is not { } table)
        {
            return new(desk.Run("correctRecord", input, _ => Decision.Refuse(
                new Problem(ProblemCode.UnknownRecord,
                    new Text("该标识不对应任何可更正的记录。", "The id names no record that can be corrected."), ["id"]))), null);
        }
        var id = new RecordId(table, node.Home, node.Code);
        var correction = new Correction(id, input.Reason, input.Document, input.Values?.Select(v => (v.Field, v.Value)).ToList());
        return new(desk.Run("correctRecord", input, view => correction.Decide(view).Held(desk, view, input),
            input.Reason, input.Document), id);
    }
}
