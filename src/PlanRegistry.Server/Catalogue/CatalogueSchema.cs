using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Catalogue;

internal static class CatalogueSchema
{
    public static Capability Capability { get; } = new(
        binding => binding
            .Type<DistrictNode>("District").Type<PlanNode>("Plan").Type<AgencyNode>("Agency").Type<DocumentNode>("Document")
            .Type<DirectoryListNode>("DirectoryList").Type<DirectoryEntryNode>("DirectoryEntry")
            .Type<ExemptionNode>("Exemption").Type<Horizon>("Horizon")
            .Type<ListDifferenceNode>("ListDifference").Type<EntryDifferenceNode>("EntryDifference").Resolvers(typeof(ListDifferenceFields))
            .Connection<DistrictNode>("District").Connection<PlanNode>("Plan")
            .Connection<DocumentNode>("Document").Connection<ExemptionNode>("Exemption")
            .Payload<RegisterAgencyPayload>().Payload<RegisterDocumentPayload>().Payload<RegisterPlanPayload>()
            .Payload<ApproveDirectoryListPayload>().Payload<GrantExemptionPayload>()
            .Resolvers(typeof(CatalogueQueries)).Resolvers(typeof(DistrictCatalogueFields)).Resolvers(typeof(DistrictSearch))
            .Resolvers(typeof(CatalogueMutations))
            .District("Query.district(code:)"),
        NodeType.Of<District>("District", (_, scope) => new DistrictNode(scope)),
        NodeType.Of<Plan>("Plan", (plan, scope) => scope.Plan(plan.Key)),
        // A stub shows as a plan of the district that it stands for.
        NodeType.Of<SuperiorPlan>("Plan", (stub, scope) => scope.Plan(stub.Key)),
        NodeType.Of<Agency>("Agency", (row, scope) => new AgencyNode(row, scope)),
        NodeType.Of<Document>("Document", (row, scope) => new DocumentNode(row, scope)),
        NodeType.Of<DirectoryList>("DirectoryList", (row, scope) => new DirectoryListNode(row, scope)),
        NodeType.Of<DirectoryEntry>("DirectoryEntry", (row, scope) => new DirectoryEntryNode(row, scope)),
        NodeType.Of<Exemption>("Exemption", (row, scope) => new ExemptionNode(row, scope)));
}
