using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Workbooks;

internal static class WorkbooksSchema
{
    public static Capability Capability { get; } = new(binding => binding
        .Type<WorkbookSheetNode>("WorkbookSheet").Type<WorkbookColumnNode>("WorkbookColumn").Type<WorkbookRowNode>("WorkbookRow")
        .Type<WorkbookFieldNode>("WorkbookField").Type<WorkbookAgencyNode>("WorkbookAgency")
        .Type<WorkbookValueNode>("WorkbookValue").Type<WorkbookRemark>("WorkbookRemark").Type<WorkbookChangeNode>("WorkbookChange")
        .Payload<InspectWorkbookPayload>().Payload<ImportWorkbookPayload>()
        .Type<ForgetMappingPayload>("ForgetMappingPayload")
        .Resolvers(typeof(WorkbookSheetFields)).Resolvers(typeof(WorkbookColumnFields))
        .Resolvers(typeof(WorkbookRemarkFields)).Resolvers(typeof(WorkbookChangeFields))
        .Resolvers(typeof(InspectWorkbookPayloadFields)).Resolvers(typeof(ImportWorkbookPayloadFields))
        .Resolvers(typeof(WorkbookMutations)));
}
