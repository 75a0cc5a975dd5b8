using PlanRegistry.Conformance;
using PlanRegistry.Rules;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Conformance;

internal static class ConformanceSchema
{
    public static Capability Capability { get; } = new(
        binding => binding
            .Type<FindingNode>("Finding").Type<PolicyValueNode>("PolicyValue").Type<RuleCard>("Rule").Type<Basis>("Basis")
            .Resolvers(typeof(BasisFields))
            .Type<MatchedFactNode>("MatchedFact").Type<RemedyNode>("Remedy").Type<RemedyInputNode>("RemedyInput")
            .Type<RemedyTargetNode>("RemedyTarget").Type<RemedyAllocationNode>("RemedyAllocation").Type<RemedyEntryNode>("RemedyEntry")
            .Type<FindingChange>("FindingChange")
            .Type<ConformanceSummary>("ConformanceSummary").Type<SeverityCount>("SeverityCount").Type<FundingCount>("FundingCount")
            .Type<CapabilityCount>("CapabilityCount").Type<AgencyCount>("AgencyCount")
            .Connection<FindingNode>("Finding")
            .Type<FindingChanges>("FindingChanges").Type<FindingMonth>("FindingMonth").Resolvers(typeof(FindingHistoryFields))
            .Payload<SetPolicyPayload>()
            .Resolvers(typeof(ConformanceQueries)).Resolvers(typeof(DistrictConformanceFields))
            .Resolvers(typeof(PlanConformanceFields)).Resolvers(typeof(ListConformanceFields))
            .Resolvers(typeof(ConformanceSummaryFields)).Resolvers(typeof(FindingFields)).Resolvers(typeof(MatchedFactFields))
            .Resolvers(typeof(PolicyValueFields)).Resolvers(typeof(RemedyFields)).Resolvers(typeof(WhyNotReasonFields))
            .Resolvers(typeof(RuleFields)).Resolvers(typeof(FindingSubscription)).Resolvers(typeof(ConformanceMutations))
            .District("Rule.whyNot(district:)")
            .District("Subscription.findingChanged(district:)").District("Subscription.findingChanged(under:)"),
        NodeType.Of<PolicyValue>("PolicyValue", (row, scope) => new PolicyValueNode(row, scope)));
}
