using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>
/// The tier that an agency's name tells: 示例区林业局 is a district's, 市教委 a municipality's. A name without a place tells none, and neither
/// does a branch (分局), which acts beneath the body that it is named after.
/// </summary>
internal sealed partial class Tiers
{
    private readonly (string Name, PlanTier Tier)[] places;
    private readonly ConcurrentDictionary<Key<Agency>, PlanTier?> known = [];

    /// <summary>A city that is a district (县级市): 市政府 is its own then.</summary>
    private readonly bool isInACity;

    private Tiers(RegistryView view)
    {
        places = [.. view.All<District>().Select(d => (TitleKey.Of(d.Name), d.Tier))];
        isInACity = places.Any(p => p.Tier == PlanTier.District && p.Name.EndsWith('市'));
    }

    public static Tiers Of(RegistryView view) => view.Kept(v => new Tiers(v));

    public PlanTier? ToldBy(Agency agency) =>
        agency.Tier == PlanTier.Township || agency.Role == AgencyRole.Township ? null : known.GetOrAdd(agency.Key, _ => Told(agency));

    private PlanTier? Told(Agency agency)
    {
        var plain = AgencyRoles.Plain(agency.Name);
        if (Branch().IsMatch(plain))
        {
            return null;
        }
        var (at, own) = places.Select(p => (At: plain.LastIndexOf(p.Name, StringComparison.Ordinal), Own: p)).Where(p => p.At >= 0)
            .OrderByDescending(p => p.At + p.Own.Name.Length).FirstOrDefault();
        var rest = own.Name is null ? plain : plain[(at + own.Name.Length)..];
        return County().IsMatch(rest) ? PlanTier.District
            : own.Name is not null ? own.Tier
            : City().IsMatch(rest) && !isInACity ? PlanTier.Municipal
            : Nation().IsMatch(rest) ? PlanTier.National
            : null;
    }

    [GeneratedRegex("分局|分行|分院|分公司|公司|直属|派出|驻")]
    private static partial Regex Branch();

    /// <summary>A county by its name: no 开发区, 新区, 园区 or 自治区, no 区域 and no 管委会.</summary>
    [GeneratedRegex("^(中共|中国共产党)?[^区县旗]{0,8}?(?<![发新园景护库牧林社片矿验范假能聚业作治城街校灾疫特老地市])[区县旗](?!域|划|块|间|位|管委|管理委)")]
    private static partial Regex County();

    [GeneratedRegex("^(中共)?市(政府|人民政府|委|人大|人民代表大会|发展|发改|规划|自然资源|生态|水利|水务|财政|审计|司法|[^场政容民郊区县]{1,12}[局委办]$)")]
    private static partial Regex City();

    [GeneratedRegex("^(国务院|中共中央|党中央)")]
    private static partial Regex Nation();
}
