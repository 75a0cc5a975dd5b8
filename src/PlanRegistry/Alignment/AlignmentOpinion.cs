using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Alignment;

/// <summary>
/// 衔接意见: what the commission, the spatial bureau or the municipal commission says of how a plan goes with another. Asked for on a day,
/// and given on a later one; the fuller record of what the acts ALIGNED and ALIGNMENT_REPLIED tell.
/// </summary>
[Table("alignment_opinions", "衔接意见")]
public sealed record AlignmentOpinion : Record
{
    [KeyColumn, Column("衔接意见编号", WhenSecret.AsCode)]
    public required string Code { get; init; }

    [Column("规划", WhenSecret.Told)]
    public required Key<Plan> Plan { get; init; }

    [Column("出具单位", WhenSecret.Told)]
    public required Key<Agency> Agency { get; init; }

    /// <summary>The superior plan or the peer with which it is aligned.</summary>
    [Column("衔接规划", WhenSecret.Told)]
    public Key<Plan>? Against { get; init; }

    [Column("提请日期", WhenSecret.Told, Happened = true)]
    public PartialDate? RequestedOn { get; init; }

    [Column("出具日期", WhenSecret.Told, Happened = true, NotBefore = nameof(RequestedOn))]
    public PartialDate? On { get; init; }

    [Column("衔接结果", WhenSecret.Told)]
    public AlignmentResult? Result { get; init; }

    [Column("文件", WhenSecret.Told)]
    public Key<Document>? Document { get; init; }

    [Column("备注", Length = 4000)]
    public string? Note { get; init; }

    public Key<AlignmentOpinion> Key => new(Home, Code);

    public bool WasGivenBy(AsOfDay day) => Result is not null && On?.Last <= day;

    /// <summary>通过、修改后通过.</summary>
    public bool Passes => Result is AlignmentResult.Pass or AlignmentResult.Revised;
}

public enum AlignmentResult { Pass, Revised, Fail }
