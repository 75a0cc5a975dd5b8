using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Ledger;

internal static class LedgerSchema
{
    public static Capability Capability { get; } = new(binding => binding
        .Type<LedgerEntryNode>("LedgerEntry").Type<RecordChangeNode>("RecordChange")
        .Type<CorrectionNode>("Correction").Type<OverwrittenValueNode>("OverwrittenValue").Connection<CorrectionNode>("Correction")
        .Connection<LedgerEntryNode>("LedgerEntry").Connection<RecordChangeNode>("RecordChange")
        .Payload<CorrectRecordPayload>()
        .Resolvers(typeof(DistrictLedgerFields)).Resolvers(typeof(DistrictCorrectionFields)).Resolvers(typeof(LedgerMutations)));
}
