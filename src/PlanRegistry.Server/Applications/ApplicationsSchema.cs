using PlanRegistry.Applications;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Applications;

internal static class ApplicationsSchema
{
    public static Capability Capability { get; } = new(
        binding => binding
            .Type<EntryApplicationNode>("EntryApplication").Type<ApplicationDecisionNode>("ApplicationDecision")
            .Type<ScreeningDoubtNode>("ScreeningDoubt").Type<OpinionSuggestion>("OpinionSuggestion")
            .Connection<EntryApplicationNode>("EntryApplication")
            .Payload<ApplyForEntryPayload>().Payload<DecideApplicationPayload>().Payload<RecordListOpinionPayload>()
            .Resolvers(typeof(ApplicationFields)).Resolvers(typeof(OpinionMatterFields))
            .Resolvers(typeof(ScreeningDoubtFields)).Resolvers(typeof(OpinionSuggestionFields))
            .Resolvers(typeof(ApplicationsMutations)),
        NodeType.Of<EntryApplication>("EntryApplication", (row, scope) => new EntryApplicationNode(row, scope)),
        NodeType.Of<ApplicationDecision>("ApplicationDecision", (row, scope) => new ApplicationDecisionNode(row, scope)));
}
