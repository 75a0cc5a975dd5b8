using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Consultation;

/// <summary>对办理结果的异议: by who gave the opinion, once.</summary>
[Table("opinion_objections", "对办理结果的异议")]
public sealed record Objection : Record
{
    [KeyColumn, Column("意见")]
    public required Key<Opinion> Opinion { get; init; }

    [Column("规划")]
    public required Key<Plan> Plan { get; init; }

    [Column("异议单位")]
    public required Key<Agency> Agency { get; init; }

    [Column("异议日期", Happened = true)]
    public required PartialDate On { get; init; }

    [Column("异议理由", Length = 4000)]
    public required string Reason { get; init; }
}
