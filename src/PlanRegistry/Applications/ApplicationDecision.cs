using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Applications;

/// <summary>列入、不列入、退回补正; 撤回 by who applied.</summary>
public enum ApplicationOutcome { Listed, Declined, Returned, Withdrawn }

/// <summary>申报处理: what the body that drafts the list made of an application, and the entry that it became.</summary>
[Table("application_decisions", "申报处理")]
public sealed record ApplicationDecision : Record
{
    [KeyColumn, Column("申报", WhenSecret.Told)]
    public required Key<EntryApplication> Application { get; init; }

    [KeyColumn, Column("处理日期", WhenSecret.Told, Happened = true)]
    public required PartialDate On { get; init; }

    [KeyColumn, Column("处理结果", WhenSecret.Told)]
    public required ApplicationOutcome Outcome { get; init; }

    [Column("处理单位", WhenSecret.Told)]
    public required Key<Agency> Agency { get; init; }

    [Column("理由", Length = 4000)]
    public string? Reason { get; init; }

    [Column("文件", WhenSecret.Told)]
    public Key<Document>? Document { get; init; }

    /// <summary>明确要求编制的文件: by which it was listed though the screening speaks against it.</summary>
    [Column("明确要求的文件", WhenSecret.Told)]
    public Key<Document>? Demand { get; init; }

    [Column("列入清单", WhenSecret.Told)]
    public Key<DirectoryList>? List { get; init; }

    /// <summary>Its code within the list.</summary>
    [Column("列入条目编号", WhenSecret.AsCode)]
    public string? Entry { get; init; }

    public bool Closes => Outcome != ApplicationOutcome.Returned;
}
