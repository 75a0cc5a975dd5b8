using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Reviews;

/// <summary>
/// 报送、抄送对象: an agency that a report is owed to, known by role and tier (the municipal reform commission may stand in two packs).
/// </summary>
public sealed record Addressee(AgencyRole Role, PlanTier Tier, Agency? Agency)
{
    /// <summary>Who may receive it in its stead: the standing committee for the congress.</summary>
    public Addressee? Deputy { get; init; }

    /// <summary>From when it is owed the report, where that is later than the report.</summary>
    public DateOnly? OwedFrom { get; init; }

    public static Addressee Of(Snapshot snapshot, AgencyRole role, PlanTier tier = PlanTier.District) =>
        new(role, tier, snapshot.Agency(role, tier));

    public static Addressee Of(Agency agency) => new(agency.Role, agency.Tier, agency);

    /// <summary>Departments and townships are many: one of them is known only by its record.</summary>
    public bool Is(Agency? other) =>
        other is not null
            && (Agency?.Key == other.Key || (Role is not (AgencyRole.Department or AgencyRole.Township) && other.Is(Role, Tier))
                || Deputy?.Is(other) == true);

    /// <summary>The same body is meant, whichever record has it.</summary>
    public bool IsSame(Addressee other) => other.Agency is { } agency ? Is(agency) : (Role, Tier) == (other.Role, other.Tier);

    public Text Name => Deputy is { } deputy ? new Text($"{OwnName.Zh}或{deputy.Name.Zh}", $"{OwnName.En} or {deputy.Name.En}") : OwnName;

    private Text OwnName =>
        Agency is { } agency
            ? (Text)agency.Name
            : new Text(Terms.Of(Tier).Zh + Terms.Of(Role).Zh, $"{Terms.Of(Tier).En} {Terms.Of(Role).En}");
}
