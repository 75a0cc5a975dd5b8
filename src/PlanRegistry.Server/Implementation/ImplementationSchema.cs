using PlanRegistry.Implementation;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Implementation;

internal static class ImplementationSchema
{
    public static Capability Capability { get; } = new(
        binding => binding
            .Type<PlanTaskNode>("PlanTask").Type<AssignmentNode>("Assignment").Type<TaskYearNode>("TaskYear")
            .Type<TaskProgressNode>("TaskProgress").Connection<PlanTaskNode>("PlanTask").Connection<AssignmentNode>("Assignment")
            .Payload<SetTasksPayload>().Payload<DecomposePlanPayload>().Payload<TakeUpAssignmentsPayload>()
            .Payload<SetTaskYearPayload>().Payload<RecordTaskProgressPayload>()
            .Resolvers(typeof(PlanImplementationFields)).Resolvers(typeof(DistrictImplementationFields))
            .Resolvers(typeof(AssignmentFields)).Resolvers(typeof(ImplementationMutations)),
        NodeType.Of<PlanTask>("PlanTask", (row, scope) => new PlanTaskNode(row, scope)),
        NodeType.Of<Assignment>("Assignment", (row, scope) => new AssignmentNode(row, scope)),
        NodeType.Of<TaskYear>("TaskYear", (row, scope) => new TaskYearNode(row, scope)),
        NodeType.Of<TaskProgress>("TaskProgress", (row, scope) => new TaskProgressNode(row, scope)));
}
