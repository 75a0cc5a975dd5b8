using PlanRegistry.Alignment;
using PlanRegistry.Amendments;
using PlanRegistry.Applications;
using PlanRegistry.Approval;
using PlanRegistry.Backups;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Consultation;
using PlanRegistry.Experts;
using PlanRegistry.Funding;
using PlanRegistry.Hierarchy;
using PlanRegistry.Implementation;
using PlanRegistry.Indicators;
using PlanRegistry.Intake;
using PlanRegistry.Records;
using PlanRegistry.Rectification;
using PlanRegistry.Settlement;

namespace PlanRegistry;

/// <summary>Every table of the registry: the one list to which a capability adds its own.</summary>
public static class Tables
{
    /// <summary>Those that a district pack holds, in the order in which later ones may name earlier ones.</summary>
    public static IReadOnlyList<PackTable> Packs { get; } =
    [
        DistrictRows.Table,
        AgencyRows.Table,
        DocumentRows.Table,
        DirectoryListRows.Table,
        PlanRows.Table,
        SuperiorPlanRows.Table,
        DirectoryEntryRows.Table,
        EntryApplicationRows.Table,
        ApplicationDecisionRows.Table,
        new(RecordShape.Of<PlanLink>()),
        ExemptionRows.Table,
        UnitRows.Table,
        IndicatorRows.Table,
        TargetRows.Table,
        new(RecordShape.Of<Allocation>()),
        new(RecordShape.Of<AnnualTarget>()),
        ReadingRows.Table,
        new(RecordShape.Of<ReadingSettlement>()),
        ActRows.Table,
        SubmissionRows.Table,
        AlignmentRows.Opinions,
        AlignmentRows.Answers,
        AmendmentRows.Table,
        FundingRows.Table,
        PolicyRows.Table,
        SettlementRows.Table,
        WaiverRows.Table,
        HandOutRows.Table,
        ExpertRows.Table,
        ExpertRows.Draws,
        ExpertRows.Opinions,
        ImplementationRows.Tasks,
        ImplementationRows.Assignments,
        ImplementationRows.Years,
        ImplementationRows.Progress,
        InvestmentPlanRows.Table,
        ConsultationRows.Rounds,
        ConsultationRows.Opinions,
        ConsultationRows.Handlings,
        ConsultationRows.Objections,
        ConsultationRows.Disputes,
        ConsultationRows.Steps,
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RecordShape> All { get; } =
        [.. Packs.Select(t => t.Shape), RecordShape.Of<FundingCertificate>(), RecordShape.Of<CertificateRevocation>(),
            RecordShape.Of<CertificateReview>(), RecordShape.Of<Restoration>()];

    private static readonly Dictionary<Type, PackTable> ByType = Packs.ToDictionary(t => t.Shape.Type);

    private static readonly Dictionary<PackTable, int> Order = Packs.Select((t, i) => (t, i)).ToDictionary(p => p.t, p => p.i);

    public static PackTable? ByName(string table) => Packs.FirstOrDefault(t => t.Table == table);

    public static PackTable? ByFile(string? file) => Packs.FirstOrDefault(t => t.File == file);

    /// <summary>The pack's table of a record; null for one that is in no pack.</summary>
    public static PackTable? Of(Record record) => Of(record.GetType());

    public static PackTable? Of(Type record) => ByType.GetValueOrDefault(record);

    /// <summary>As a sentence names a table; a table that is none as it is written.</summary>
    public static Text NameOf(string table) => All.FirstOrDefault(t => t.Table == table)?.Named ?? table;

    /// <summary>Where a table stands in a pack; before all of them what is none.</summary>
    internal static int OrderOf(PackTable? table) => table is null ? -1 : Order[table];

    public static RecordShape? Shape(string table) => All.FirstOrDefault(s => s.Table == table);
}
