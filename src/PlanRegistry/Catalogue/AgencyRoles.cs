using System.Text.RegularExpressions;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>The role that an agency's name tells, where its row does not say. The first pattern that fits wins.</summary>
internal static partial class AgencyRoles
{
    private static readonly (AgencyRole Role, Regex Name)[] Patterns =
    [
        Of(AgencyRole.ReformCommission, "发展改革委|发展和改革委|发展与改革委|发改委|发改局|发展和改革局|发展改革局"),
        Of(AgencyRole.NaturalResources, "规划和自然资源|规划与自然资源|规划自然资源|自然资源和规划|自然资源与规划|规资局|自规局|自然资源局|自然资源部|自然资源厅"),
        Of(AgencyRole.Ecology, "生态环境(局|部|厅)|环境保护(局|部|厅)|环保局"),
        Of(AgencyRole.Water, "水利(局|部|厅)|水务局"),
        Of(AgencyRole.Finance, "财政(局|部|厅)"),
        Of(AgencyRole.Audit, "审计(局|署|厅)"),
        Of(AgencyRole.Justice, "司法(局|部|厅)"),
        Of(AgencyRole.StandingCommittee, "(人大常委会|人大常务委员会|人民代表大会常务委员会)$"),
        Of(AgencyRole.Congress, "(人民代表大会|人大)$"),
        Of(AgencyRole.Township, "(街道|街道办|街道办事处|[镇乡]|[镇乡]人民政府|[镇乡]政府)$"),
        Of(AgencyRole.PartyOffice, "([区县市州]委|^中共中央|^中共.*委员会|^中国共产党.*委员会)办(公室|公厅)?$"),
        // 委员会 is said of many bodies (the CPPCC's among them), so the long form must say whose it is.
        Of(AgencyRole.PartyCommittee, "([区县市州]委|^中共中央|^党中央|^(中共|中国共产党).*[区县市州]委员会|^中国共产党中央委员会)$"),
        Of(AgencyRole.GovernmentOffice, "([区县市州]政府|人民政府|国务院)办(公室|公厅)?$"),
        Of(AgencyRole.Government, "([区县市州]政府|人民政府|^国务院)$"),
    ];

    private static readonly HashSet<AgencyRole> Bureaus =
    [
        AgencyRole.ReformCommission, AgencyRole.NaturalResources, AgencyRole.Ecology, AgencyRole.Water, AgencyRole.Finance,
        AgencyRole.Audit, AgencyRole.Justice,
    ];

    private static readonly Dictionary<AgencyRole, Regex> Words = new[]
    {
        Of(AgencyRole.ReformCommission, "发展(和|与)?改革|发改"),
        Of(AgencyRole.NaturalResources, "(规划(和|与)?)?自然资源|规资|自规"),
        Of(AgencyRole.Ecology, "生态环境|环境保护|环保"),
        Of(AgencyRole.Water, "水利|水务"),
        Of(AgencyRole.Finance, "财政"),
        Of(AgencyRole.Audit, "审计"),
        Of(AgencyRole.Justice, "司法"),
        Of(AgencyRole.StandingCommittee, "(人民代表大会|人大)(常务委员会|常委会)$"),
        Of(AgencyRole.Congress, "(人民代表大会|人大)$"),
        Of(AgencyRole.PartyOffice, "委(员会)?办(公室|公厅)?$"),
        Of(AgencyRole.PartyCommittee, "委(员会)?$"),
        Of(AgencyRole.GovernmentOffice, "((人民)?政府|国务院)办(公室|公厅)?$"),
        Of(AgencyRole.Government, "((人民)?政府|国务院)$"),
    }.ToDictionary(w => w.Item1, w => w.Item2);

    /// <summary>A body's name as it is compared: 示例区人民政府（本级） is that government.</summary>
    public static string Plain(string name) =>
        TitleKey.Of(name) is var plain && Itself().Match(plain) is { Success: true, Index: > 0 and var at } ? plain[..at] : plain;

    [GeneratedRegex(@"(\((本级|机关|本部|机关本级)\)|本级)$", RegexOptions.CultureInvariant)]
    private static partial Regex Itself();

    public static AgencyRole Of(string name)
    {
        var plain = Plain(name);
        return Patterns.Where(p => p.Name.IsMatch(plain)).Select(p => p.Role).DefaultIfEmpty(AgencyRole.Department).First();
    }

    /// <summary>
    /// Whether a name may be that of a body with the role. Bureaus are merged and called in many ways (发展改革和科技局); what is no bureau has
    /// one name.
    /// </summary>
    public static bool Tells(AgencyRole role, string name) => Of(name) is var told && (told == role
        || (told == AgencyRole.Department && Bureaus.Contains(role) && Words[role].IsMatch(Plain(name))));

    /// <summary>What a name says before the words of the role: 重庆市开州区 of 重庆市开州区人民政府.</summary>
    public static string Before(AgencyRole role, string name) => Plain(name) is var plain
        && Words.TryGetValue(role, out var words) && words.Match(plain) is { Success: true, Index: var at } ? plain[..at] : "";

    private static (AgencyRole, Regex) Of(AgencyRole role, string pattern) => (role, new Regex(pattern, RegexOptions.CultureInvariant));
}
