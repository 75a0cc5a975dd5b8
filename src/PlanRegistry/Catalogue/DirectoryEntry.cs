using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>目录清单条目.</summary>
[Table("directory_entries")]
public sealed record DirectoryEntry : Record
{
    [KeyColumn] public required Key<DirectoryList> List { get; init; }
    [KeyColumn] public required string Code { get; init; }
    public required string Title { get; init; }
    public required PlanKind Kind { get; init; }
    public Key<Agency>? LeadAgency { get; init; }
    public IReadOnlyList<Key<Agency>>? CoLeadAgencies { get; init; }
    public int? HorizonFrom { get; init; }
    public int? HorizonTo { get; init; }
    public string? Category { get; init; }
    public PartialDate? Due { get; init; }
    public Key<Plan>? Plan { get; init; }
    public bool? EiaNeeded { get; init; }
    public Key<Document>? EiaOpinion { get; init; }
    public bool? WaterNeeded { get; init; }
    public Key<Document>? WaterOpinion { get; init; }
    public bool? Dropped { get; init; }
    public string? DroppedReason { get; init; }

    /// <summary>Null where no year, or (refused by intake) only one, is recorded.</summary>
    public Horizon? Horizon => HorizonFrom is { } from && HorizonTo is { } to ? new Horizon(from, to) : null;
}
