using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>
/// A stub of another district's plan, kept here while that district's pack is not at hand. The real plan hides it in the view.
/// </summary>
[Table("superior_plans", "上级规划存根")]
public sealed record SuperiorPlan : Record
{
    [KeyColumn, Column("行政区", WhenSecret.Told)]
    public required DistrictCode District { get; init; }

    [KeyColumn, Column("代码", WhenSecret.Told)]
    public required string Code { get; init; }

    [Column("名称", WhenSecret.Told, IsName = true)]
    public required string Title { get; init; }

    [Column("类型", WhenSecret.Told)]
    public required PlanKind Kind { get; init; }

    [Column("规划期起年", WhenSecret.Told, IsYear = true)]
    public required int HorizonFrom { get; init; }

    [Column("规划期止年", WhenSecret.Told, IsYear = true, NotBefore = nameof(HorizonFrom))]
    public required int HorizonTo { get; init; }

    [Column("印发单位", WhenSecret.Told)]
    public Key<Agency>? Issuer { get; init; }

    [Column("文件", WhenSecret.Told)]
    public Key<Document>? Document { get; init; }

    [Column("批准日期", WhenSecret.Told, Happened = true)]
    public PartialDate? ApprovedOn { get; init; }

    public Key<Plan> Key => new(District, Code);

    public Horizon Horizon => new(HorizonFrom, HorizonTo);
}
