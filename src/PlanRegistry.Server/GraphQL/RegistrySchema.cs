using System.Reflection;
using GraphQLEngine;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using PlanRegistry.Server.Amendments;
using PlanRegistry.Server.Approval;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.Funding;
using PlanRegistry.Server.Hierarchy;
using PlanRegistry.Server.Indicators;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Reviews;

namespace PlanRegistry.Server.GraphQL;

/// <summary>Binds the contract in schema/graphql to the nodes and fields of the capabilities.</summary>
public static class RegistrySchema
{
    public static Schema Build(EngineOptions? options = null) => Schema.Build(Documents(), Bind, options);

    /// <summary>The files of schema/graphql, embedded.</summary>
    public static IReadOnlyList<SdlDocument> Documents()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames().Where(n => n.EndsWith(".graphql", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return new SdlDocument(name, reader.ReadToEnd());
        })];
    }

    private static void Bind(SchemaBinding binding)
    {
        binding.Scalar(new DateScalar()).Scalar(new DateTimeScalar()).Scalar(new DecimalScalar());
        BindNodes(binding);
        BindValues(binding);
        binding.ResolversOf(typeof(RegistrySchema).Assembly);
        foreach (var district in new[] { "Query.district(code:)", "Rule.whyNot(district:)", "Subscription.findingChanged(district:)" })
        {
            binding.Argument<string>(district, code => DistrictCode.TryParse(code, out _) ? null : $"\"{code}\" is no district code: six digits of GB/T 2260, like \"500154\".");
        }
        binding.Argument<string>("Query.fundingCertificate(number:)", number => CertificateNumber.IsWellFormed(number) ? null : $"\"{number}\" is no certificate number: write it as \"500154-2026-000012\".");
    }

    private static void BindNodes(SchemaBinding binding) => binding
        .Type<DistrictNode>("District").Type<PlanNode>("Plan").Type<AgencyNode>("Agency").Type<DocumentNode>("Document")
        .Type<DirectoryListNode>("DirectoryList").Type<DirectoryEntryNode>("DirectoryEntry").Type<ExemptionNode>("Exemption").Type<PlanLinkNode>("PlanLink")
        .Type<IndicatorNode>("Indicator").Type<TargetNode>("Target").Type<AllocationNode>("Allocation").Type<AnnualTargetNode>("AnnualTarget").Type<ReadingNode>("Reading")
        .Type<ActNode>("Act").Type<AmendmentNode>("Amendment").Type<FundingLineNode>("FundingLine").Type<FundingCertificateNode>("FundingCertificate")
        .Type<FindingNode>("Finding").Type<PolicyValueNode>("PolicyValue").Type<INode>("Node");

    private static void BindValues(SchemaBinding binding)
    {
        binding
            .Type<Horizon>("Horizon").Type<ReviewDutyNode>("ReviewDuty").Type<AmendmentDutyNode>("AmendmentDuty")
            .Type<RuleCard>("Rule").Type<Basis>("Basis").Type<MatchedFactNode>("MatchedFact").Type<RemedyNode>("Remedy").Type<FindingChange>("FindingChange")
            .Type<ConformanceSummary>("ConformanceSummary").Type<SeverityCount>("SeverityCount").Type<CapabilityCount>("CapabilityCount").Type<AgencyCount>("AgencyCount")
            .Type<FundingEligibilityNode>("FundingEligibility").Type<FundingReasonNode>("FundingReason").Type<FundingCheckNode>("FundingCheck")
            .Type<LedgerEntryNode>("LedgerEntry").Type<RecordChangeNode>("RecordChange").Type<Problem>("Problem").Type<PageInfo>("PageInfo");
        BindConnection<DistrictNode>(binding, "District");
        BindConnection<PlanNode>(binding, "Plan");
        BindConnection<FindingNode>(binding, "Finding");
        BindConnection<ReviewDutyNode>(binding, "ReviewDuty");
        BindConnection<FundingCertificateNode>(binding, "FundingCertificate");
        BindConnection<LedgerEntryNode>(binding, "LedgerEntry");
        BindConnection<RecordChangeNode>(binding, "RecordChange");
        foreach (var payload in typeof(RegistrySchema).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Payload)) && !t.IsAbstract))
        {
            binding.Type(payload.Name, payload);
        }
    }

    private static void BindConnection<T>(SchemaBinding binding, string type) =>
        binding.Type<Connection<T>>(type + "Connection").Type<Edge<T>>(type + "Edge");
}
