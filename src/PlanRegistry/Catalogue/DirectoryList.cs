using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>规划编制目录清单. 003 三、(一).</summary>
[Table("directory_lists", "目录清单")]
public sealed record DirectoryList : Record
{
    [KeyColumn, Column("目录清单代码")]
    public required string Code { get; init; }

    [Column("清单类别")]
    public required ListTrack Track { get; init; }

    [Column("年度", IsYear = true)]
    public required int Year { get; init; }

    [Column("制定单位")]
    public Key<Agency>? Drafter { get; init; }

    [Column("会同单位")]
    public IReadOnlyList<Key<Agency>>? CoDrafters { get; init; }

    [Column("联合报送")]
    public bool? JointSubmission { get; init; }

    [Column("报送日期", Happened = true)]
    public PartialDate? SubmittedOn { get; init; }

    [Column("审批单位")]
    public Key<Agency>? Approver { get; init; }

    [Column("批准文件")]
    public Key<Document>? ApprovalDocument { get; init; }

    [Column("批准日期", Happened = true, NotBefore = nameof(SubmittedOn))]
    public PartialDate? ApprovedOn { get; init; }

    [Column("替代清单")]
    public Key<DirectoryList>? Replaces { get; init; }

    [Column("环评意见")]
    public Key<Document>? EiaOpinion { get; init; }

    [Column("水资源论证意见")]
    public Key<Document>? WaterOpinion { get; init; }

    public Key<DirectoryList> Key => new(Home, Code);

    public Text Name => new($"{Year}年度{Terms.Of(Track).Zh}编制目录清单（{Code}）", $"the {Year} directory list of {Terms.Of(Track).En} ({Code})");

    public bool Covers(PlanKind kind) => Track switch
    {
        ListTrack.SpecialAndRegional => kind is PlanKind.Special or PlanKind.Regional,
        ListTrack.Spatial => kind is PlanKind.Spatial,
        _ => kind is not PlanKind.Development,
    };
}

public enum ListTrack { SpecialAndRegional, Spatial, Combined }
