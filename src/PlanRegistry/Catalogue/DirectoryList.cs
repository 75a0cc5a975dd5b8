using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>规划编制目录清单. 003 三、(一).</summary>
[Table("directory_lists")]
public sealed record DirectoryList : Record
{
    [KeyColumn] public required string Code { get; init; }
    public required ListTrack Track { get; init; }
    public required int Year { get; init; }
    public Key<Agency>? Drafter { get; init; }
    public IReadOnlyList<Key<Agency>>? CoDrafters { get; init; }
    public bool? JointSubmission { get; init; }
    public PartialDate? SubmittedOn { get; init; }
    public Key<Agency>? Approver { get; init; }
    public Key<Document>? ApprovalDocument { get; init; }
    public PartialDate? ApprovedOn { get; init; }
    public Key<DirectoryList>? Replaces { get; init; }
    public Key<Document>? EiaOpinion { get; init; }
    public Key<Document>? WaterOpinion { get; init; }

    public Key<DirectoryList> Key => new(Home, Code);

    public bool Covers(PlanKind kind) => Track switch
    {
        ListTrack.SpecialAndRegional => kind is PlanKind.Special or PlanKind.Regional,
        ListTrack.Spatial => kind is PlanKind.Spatial,
        _ => kind is not PlanKind.Development,
    };
}

public enum ListTrack { SpecialAndRegional, Spatial, Combined }
