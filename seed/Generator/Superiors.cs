using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Generator;

/// <summary>What generated districts find above them: the nation's and the municipality's records, generated or real.</summary>
public sealed class Superiors(IEnumerable<Record> records)
{
    private readonly List<Record> records = [.. records];

    internal Key<Plan>? DevelopmentPlan(DistrictCode district, Horizon horizon) =>
        Of<Plan>(district).FirstOrDefault(p => p.Kind == PlanKind.Development && p.Horizon == horizon)?.Key;

    internal Key<Agency>? Agency(DistrictCode district, AgencyRole role) =>
        Of<Agency>(district).FirstOrDefault(a => a.Is(role, district.Tier))?.Key;

    private IEnumerable<T> Of<T>(DistrictCode district) where T : Record => records.OfType<T>().Where(r => r.Home == district);
}
