using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Reviews;

/// <summary>
/// 报送、抄送对象: an agency that a report is owed to, known by role and tier (the municipal reform commission may stand in two packs).
/// </summary>
public sealed record Addressee(AgencyRole Role, PlanTier Tier, Agency? Agency)
{
    public static Addressee Of(Snapshot snapshot, AgencyRole role, PlanTier tier = PlanTier.District) =>
        new(role, tier, snapshot.Agency(role, tier));

    public static Addressee Of(Agency agency) => new(agency.Role, agency.Tier, agency);

    /// <summary>Departments and townships are many: one of them is known only by its record.</summary>
    public bool Is(Agency? other) =>
        other is not null
            && (Agency?.Key == other.Key || (Role is not (AgencyRole.Department or AgencyRole.Township) && other.Is(Role, Tier)));

    public Text Name =>
        Agency is { } agency
            ? (Text)agency.Name
            : new Text(Terms.Of(Tier).Zh + Terms.Of(Role).Zh, $"{Terms.Of(Tier).En} {Terms.Of(Role).En}");
}
