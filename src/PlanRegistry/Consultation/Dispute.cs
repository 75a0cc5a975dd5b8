using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Consultation;

/// <summary>争议: opinions on which no agreement was reached, with the four parts by which the decision maker is told of it.</summary>
[Table("disputes", "争议")]
public sealed record Dispute : Record
{
    [KeyColumn, Column("争议编号")]
    public required string Code { get; init; }

    [Column("规划")]
    public required Key<Plan> Plan { get; init; }

    [Column("涉及的意见")]
    public IReadOnlyList<Key<Opinion>>? Opinions { get; init; }

    [Column("提出日期", Happened = true)]
    public required PartialDate OpenedOn { get; init; }

    [Column("争议的主要问题", Length = 4000)]
    public string? Issue { get; init; }

    [Column("有关单位的意见", Length = 4000)]
    public string? Positions { get; init; }

    [Column("承办单位的意见", Length = 4000)]
    public string? HostPosition { get; init; }

    [Column("理由和依据", Length = 4000)]
    public string? Grounds { get; init; }

    public Key<Dispute> Key => new(Home, Code);
}
