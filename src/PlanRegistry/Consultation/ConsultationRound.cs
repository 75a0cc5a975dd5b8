using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Consultation;

/// <summary>征求意见轮次: on which draft of a plan whom is asked, from when until when. Of a secret plan nothing of it is recorded.</summary>
[Table("consultation_rounds", "征求意见")]
public sealed record ConsultationRound : Record
{
    [KeyColumn, Column("轮次编号")]
    public required string Code { get; init; }

    [Column("规划")]
    public required Key<Plan> Plan { get; init; }

    [Column("征求对象")]
    public required Audience Audience { get; init; }

    [Column("征求意见稿")]
    public Key<Document>? Draft { get; init; }

    /// <summary>Those that are asked for a reply, where agencies are.</summary>
    [Column("被征求单位")]
    public IReadOnlyList<Key<Agency>>? Agencies { get; init; }

    [Column("开始日期", Happened = true)]
    public required PartialDate OpenedOn { get; init; }

    [Column("截止日期", NotBefore = nameof(OpenedOn))]
    public PartialDate? DueOn { get; init; }

    /// <summary>Every opinion handled and every objection reviewed.</summary>
    [Column("办结日期", NotBefore = nameof(OpenedOn), Happened = true)]
    public PartialDate? ClosedOn { get; init; }

    [Column("缩短期限的说明", Length = 4000)]
    public string? ShorterBecause { get; init; }

    /// <summary>By which it was asked.</summary>
    [Column("文件")]
    public Key<Document>? Document { get; init; }

    public Key<ConsultationRound> Key => new(Home, Code);

    public bool Asks(Key<Agency> agency) => Agencies?.Contains(agency) == true;

    /// <summary>Whether a word of the agency on the day is a reply: of one that is asked, or of the one that has succeeded it.</summary>
    public bool AsksOn(RegistryView view, Key<Agency> agency, AsOfDay day) =>
        Asks(agency) || Agencies?.Any(a => view.AgencyOn(a, day)?.Key == agency) == true;
}
