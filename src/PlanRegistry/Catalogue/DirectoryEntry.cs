using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>目录清单条目.</summary>
[Table("directory_entries", "清单条目")]
public sealed record DirectoryEntry : Record
{
    [KeyColumn, Column("目录清单", WhenSecret.Told)]
    public required Key<DirectoryList> List { get; init; }

    [KeyColumn, Column("条目编号", WhenSecret.AsCode)]
    public required string Code { get; init; }

    [Column("名称", WhenSecret.TitleOnly, IsName = true)]
    public required string Title { get; init; }

    /// <summary>As a sentence names it.</summary>
    public Text Named => Wording.Title(Title);

    /// <summary>Where it stands, as a sentence names it.</summary>
    public Text Place => new($"目录清单{List.Code}第{Code}项", $"entry {Code} of list {List.Code}");

    public static Text Places(IEnumerable<DirectoryEntry> entries) => Text.Join(entries.Select(e => e.Place));

    [Column("类型", WhenSecret.Told)]
    public required PlanKind Kind { get; init; }

    [Column("牵头单位", WhenSecret.Told)]
    public Key<Agency>? LeadAgency { get; init; }

    [Column("会同单位", WhenSecret.Told)]
    public IReadOnlyList<Key<Agency>>? CoLeadAgencies { get; init; }

    [Column("规划期起年", WhenSecret.Told, IsYear = true)]
    public int? HorizonFrom { get; init; }

    [Column("规划期止年", WhenSecret.Told, IsYear = true, NotBefore = nameof(HorizonFrom))]
    public int? HorizonTo { get; init; }

    [Column("类别")]
    public string? Category { get; init; }

    [Column("计划完成时间", WhenSecret.Told)]
    public PartialDate? Due { get; init; }

    [Column("规划", WhenSecret.Told)]
    public Key<Plan>? Plan { get; init; }

    [Column("是否需要环评", WhenSecret.Told)]
    public bool? EiaNeeded { get; init; }

    [Column("环评意见", WhenSecret.Told)]
    public Key<Document>? EiaOpinion { get; init; }

    [Column("是否需要水资源论证", WhenSecret.Told)]
    public bool? WaterNeeded { get; init; }

    [Column("水资源论证意见", WhenSecret.Told)]
    public Key<Document>? WaterOpinion { get; init; }

    [Column("是否移出", WhenSecret.Told)]
    public bool? Dropped { get; init; }

    [Column("移出理由", Length = 4000)]
    public string? DroppedReason { get; init; }

    /// <summary>Null where no year, or (refused by intake) only one, is recorded.</summary>
    public Horizon? Horizon => HorizonFrom is { } from && HorizonTo is { } to ? new Horizon(from, to) : null;
}
