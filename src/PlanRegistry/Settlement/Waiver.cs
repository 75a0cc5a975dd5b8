using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Settlement;

/// <summary>
/// 暂缓整改: by which document the mending of a finding is put off, from when until when: of one finding, or of all that a rule says of a
/// plan or a list.
/// </summary>
[Table("waivers", "暂缓整改")]
public sealed record Waiver : Record
{
    [KeyColumn, Column("暂缓代码", WhenSecret.AsCode, Length = 2000)]
    public required string Code { get; init; }

    [Column("规则")]
    public required string Rule { get; init; }

    [Column("规划")]
    public Key<Plan>? Plan { get; init; }

    [Column("目录清单")]
    public Key<DirectoryList>? List { get; init; }

    /// <summary>The one finding, by its key; not recorded: all that the rule says of the plan or the list.</summary>
    [Column("问题", Length = 1000)]
    public string? Finding { get; init; }

    [Column("批准文件")]
    public required Key<Document> Document { get; init; }

    [Column("起日")]
    public required PartialDate From { get; init; }

    /// <summary>
    /// The last day; not recorded: until it is revoked, and as long as the policy lets it. Before the first: revoked before it began.
    /// </summary>
    [Column("止日")]
    public PartialDate? To { get; init; }

    [Column("理由", Length = 4000)]
    public string? Reason { get; init; }

    /// <summary>By which it was ended before its time.</summary>
    [Column("撤销文件")]
    public Key<Document>? Revocation { get; init; }

    /// <summary>One paper gives leave once: what it says of the same, in whole or in part, under another code is the same leave.</summary>
    internal bool IsOfOneLeaveWith(Waiver other) =>
        Document == other.Document && Rule == other.Rule && Plan == other.Plan && List == other.List
        && (Finding is null || other.Finding is null || Finding == other.Finding);

    public bool Covers(Finding finding) => finding.Rule == Rule && (Finding is { } key ? finding.Key == key
        : Plan is { } plan ? finding.Plans.Contains(plan)
        : List is not null && finding.Subjects.Any(s => s.Record is { Table: "directory_lists" } list
            && list.District == List.Value.District && list.Code == List.Value.Code));
}
