using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Ledger;

internal static class LedgerSchema
{
    public static Capability Capability { get; } = new(binding => binding
        .Type<LedgerEntryNode>("LedgerEntry").Type<RecordChangeNode>("RecordChange")
        .Type<CorrectionNode>("Correction").Type<OverwrittenValueNode>("OverwrittenValue").Connection<CorrectionNode>("Correction")
        .Connection<LedgerEntryNode>("LedgerEntry").Connection<RecordChangeNode>("RecordChange")
        .Type<EntryChangeNode>("EntryChange").Type<FieldChangeNode>("FieldChange").Type<FieldForm>("FieldForm")
        .Connection<EntryChangeNode>("EntryChange")
        .Type<RecordHistoryNode>("RecordHistory").Resolvers(typeof(DistrictRecordFields)).Resolvers(typeof(RecordHistoryFields))
        .Payload<CorrectRecordPayload>()
        .Resolvers(typeof(LedgerEntryFields)).Resolvers(typeof(EntryChangeFields)).Resolvers(typeof(FieldChangeFields))
        .Resolvers(typeof(DistrictLedgerFields)).Resolvers(typeof(DistrictCorrectionFields)).Resolvers(typeof(LedgerMutations)));
}
