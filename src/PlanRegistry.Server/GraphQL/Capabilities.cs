using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Alignment;
using PlanRegistry.Server.Amendments;
using PlanRegistry.Server.Applications;
using PlanRegistry.Server.Approval;
using PlanRegistry.Server.Articles;
using PlanRegistry.Server.Backups;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.Consultation;
using PlanRegistry.Server.Experts;
using PlanRegistry.Server.Funding;
using PlanRegistry.Server.Handover;
using PlanRegistry.Server.Hierarchy;
using PlanRegistry.Server.Implementation;
using PlanRegistry.Server.Indicators;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Reviews;
using PlanRegistry.Server.Rectification;
using PlanRegistry.Server.Settlement;
using PlanRegistry.Server.Sweeping;
using PlanRegistry.Server.Trials;
using PlanRegistry.Server.Workbooks;

namespace PlanRegistry.Server.GraphQL;

/// <summary>The capabilities that the schema is made of: the one list.</summary>
internal static class Capabilities
{
    public static IReadOnlyList<Capability> All { get; } =
    [
        CatalogueSchema.Capability,
        ApplicationsSchema.Capability,
        HierarchySchema.Capability,
        AlignmentSchema.Capability,
        IndicatorsSchema.Capability,
        ApprovalSchema.Capability,
        ReviewsSchema.Capability,
        AmendmentsSchema.Capability,
        FundingSchema.Capability,
        SettlementSchema.Capability,
        RectificationSchema.Capability,
        HandoverSchema.Capability,
        ImplementationSchema.Capability,
        ExpertsSchema.Capability,
        ConsultationSchema.Capability,
        ConformanceSchema.Capability,
        SweepingSchema.Capability,
        ArticlesSchema.Capability,
        TrialsSchema.Capability,
        LedgerSchema.Capability,
        AccessSchema.Capability,
        BackupsSchema.Capability,
        WorkbooksSchema.Capability,
    ];

    private static readonly Dictionary<Type, NodeType> Nodes = All.SelectMany(c => c.Nodes).ToDictionary(n => n.Record);

    /// <summary>How records of a type are shown; null for those that are no nodes.</summary>
    public static NodeType? NodeOf(Type record) => Nodes.GetValueOrDefault(record);

    /// <summary>The table of a node type's records; null for types that are no records.</summary>
    public static string? TableOf(string type) =>
        Nodes.Values.FirstOrDefault(n => n.Name == type && n.Record.Name == type) is { } node ? RecordShape.Of(node.Record).Table : null;
}
