using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Hierarchy;

/// <summary>服从、服务、协调: a plan's recorded relation to another. OBEYS and SERVES lead upwards.</summary>
[Table("links", "规划间关系")]
public sealed record PlanLink : Record
{
    [KeyColumn, Column("下位规划")]
    public required Key<Plan> Subordinate { get; init; }

    [KeyColumn, Column("上级（上位）")]
    public required Key<Plan> Superior { get; init; }

    [KeyColumn, Column("类型", Default = "OBEYS")]
    public required PlanLinkKind Kind { get; init; }

    [Column("条款")]
    public string? Clause { get; init; }

    [Column("起日")]
    public PartialDate? From { get; init; }

    [Column("止日", NotBefore = nameof(From))]
    public PartialDate? To { get; init; }

    public bool LeadsUp => Kind is PlanLinkKind.Obeys or PlanLinkKind.Serves;

    /// <summary>The days on which it begins to hold, or holds no more.</summary>
    public IEnumerable<DateOnly> Turns => new[] { From?.Last, To?.Last.AddDays(1) }.OfType<DateOnly>();

    public bool HoldsOn(AsOfDay day) => !(From?.Last > day) && !(To?.Last < day);
}

public enum PlanLinkKind { Obeys, Serves, Coordinates }
