using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Experts;

public enum ExpertForm { Person, Institute }

/// <summary>规划咨询专家库和研究机构库: one of those who may be asked for their word on a plan. 003 三、(六).</summary>
[Table("experts", "专家与机构")]
public sealed record Expert : Record
{
    [KeyColumn, Column("代码")]
    public required string Code { get; init; }

    [Column("姓名或者名称", IsName = true)]
    public required string Name { get; init; }

    [Column("类别", Default = "PERSON")]
    public required ExpertForm Form { get; init; }

    /// <summary>Of a person: by whom employed. Of an institute: of whom it is part.</summary>
    [Column("所在单位", IsName = true)]
    public string? Employer { get; init; }

    [Column("专业领域")]
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>Bodies whose plans are no matter of this one's word: paid by them, related to them.</summary>
    [Column("利害关系单位")]
    public IReadOnlyList<Key<Agency>>? InterestedIn { get; init; }

    [Column("参与编制的规划")]
    public IReadOnlyList<Key<Plan>>? Drafted { get; init; }

    [Column("入库日期", Happened = true)]
    public required PartialDate From { get; init; }

    [Column("出库日期", NotBefore = nameof(From))]
    public PartialDate? To { get; init; }

    public Key<Expert> Key => new(Home, Code);

    public bool IsInPoolOn(AsOfDay day) => From.Last <= day && !(To?.Last < day);
}
