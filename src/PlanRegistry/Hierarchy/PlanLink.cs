using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Hierarchy;

/// <summary>服从、服务、协调: a plan's recorded relation to another. OBEYS and SERVES lead upwards.</summary>
[Table("links")]
public sealed record PlanLink : Record
{
    [KeyColumn] public required Key<Plan> Subordinate { get; init; }
    [KeyColumn] public required Key<Plan> Superior { get; init; }
    [KeyColumn] public required PlanLinkKind Kind { get; init; }
    public string? Clause { get; init; }
    public PartialDate? From { get; init; }
    public PartialDate? To { get; init; }

    public bool LeadsUp => Kind is PlanLinkKind.Obeys or PlanLinkKind.Serves;

    public bool HoldsOn(DateOnly day) => !(From?.Last > day) && !(To?.Last < day);
}

public enum PlanLinkKind { Obeys, Serves, Coordinates }
