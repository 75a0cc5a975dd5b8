using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Consultation;

/// <summary>意见: one thing said in reply to a round, by an agency or by somebody of whom no more is kept than which kind or unit.</summary>
[Table("opinions", "意见")]
public sealed record Opinion : Record
{
    [KeyColumn, Column("意见编号")]
    public required string Code { get; init; }

    [Column("征求意见")]
    public required Key<ConsultationRound> Round { get; init; }

    [Column("规划")]
    public required Key<Plan> Plan { get; init; }

    [Column("提出单位")]
    public Key<Agency>? Agency { get; init; }

    /// <summary>Who is no agency: the unit of an expert, an enterprise, 公众. Never a person.</summary>
    [Column("提出方")]
    public string? Participant { get; init; }

    [Column("日期", Happened = true)]
    public required PartialDate On { get; init; }

    [Column("针对条款")]
    public string? Clause { get; init; }

    /// <summary>What should be changed; 无意见 and the like are a reply without an opinion.</summary>
    [Column("具体建议", Length = 4000, MayBeNone = true)]
    public string? Suggestion { get; init; }

    [Column("理由依据", Length = 4000)]
    public string? Reason { get; init; }

    [Column("文件")]
    public Key<Document>? Document { get; init; }

    public Key<Opinion> Key => new(Home, Code);

    /// <summary>Computed from what it says, never typed.</summary>
    public ReplyKind Kind => Replies.KindOf(this);
}
