using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Consultation;

/// <summary>意见办理: what came of an opinion, and why. After an objection somebody else handles it once more, and that holds.</summary>
[Table("opinion_handlings", "意见办理")]
public sealed record Handling : Record
{
    [KeyColumn, Column("意见")]
    public required Key<Opinion> Opinion { get; init; }

    [KeyColumn, Column("办理环节", Default = "FIRST")]
    public required HandlingStage Stage { get; init; }

    [Column("规划")]
    public required Key<Plan> Plan { get; init; }

    [Column("采纳情况")]
    public required HandlingResult Result { get; init; }

    [Column("理由", Length = 4000)]
    public string? Reason { get; init; }

    /// <summary>What is written instead, where an opinion is adopted in part.</summary>
    [Column("协商一致的内容", Length = 4000)]
    public string? AgreedValue { get; init; }

    [Column("办理日期", Happened = true)]
    public required PartialDate On { get; init; }

    [Column("办理单位")]
    public Key<Agency>? Agency { get; init; }

    /// <summary>The account that handled it, by its id: whoever reviews it must be another.</summary>
    [Column("经办账户")]
    public string? Handler { get; init; }

    /// <summary>What is not adopted, or not all of it, is answered with a reason.</summary>
    public bool LacksReason => Result != HandlingResult.Adopted && Reason is null;
}
