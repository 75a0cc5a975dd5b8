using System.Text.RegularExpressions;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Experts;

/// <summary>无关、可能属于、属于: how an employer, as it is written, stands to a body.</summary>
internal enum Belonging { No, Likely, Sure }

/// <summary>
/// Whether an employer is a body of the district or part of it: 开州水利局, 区水利局规划科. What only bears its name, was left, or names no
/// district is likely and not sure; schools, hospitals and associations are bodies of their own.
/// </summary>
internal static partial class Employment
{
    public static Belonging Of(RegistryView view, string employer, Agency body)
    {
        if (Names(body).Any(name => TitleKey.Same(name, employer)))
        {
            return Belonging.Sure;
        }
        var (text, former) = Plain(employer);
        return body.Tier != PlanTier.District || view.Of<Agency>().Any(a => a.Key != body.Key && Names(a).Any(n => TitleKey.Same(n, text)))
            ? Belonging.No
            : Names(body).Select(n => Of(text, former, Strip(view, TitleKey.Of(n)).Core, body, view)).Max();
    }

    private static Belonging Of(string text, bool former, string name, Agency body, RegistryView view)
    {
        var (place, core) = Strip(view, text);
        if (place == Place.Other || name.Length < 2 || !core.StartsWith(name, StringComparison.Ordinal)
            || (place == Place.Unsaid && name.Length < 3))
        {
            return Belonging.No;
        }
        var rest = core[name.Length..];
        return rest.Length > 0 && (Independent().IsMatch(rest) || (IsOverAll(body) && !Section().IsMatch(rest))) ? Belonging.No
            : !former && place == Place.Own && (rest.Length == 0 || Section().IsMatch(rest)) ? Belonging.Sure
            : Belonging.Likely;
    }

    /// <summary>Without what is remarked in brackets and 原; and whether it is said that they work there no more.</summary>
    private static (string Text, bool Former) Plain(string employer)
    {
        var folded = TitleKey.Of(employer);
        var text = Remark().Replace(folded, "");
        return (Left().Replace(text, ""), Left().IsMatch(text) || Remark().Matches(folded).Any(m => Former().IsMatch(m.Value)));
    }

    /// <summary>What is left of a name when the district's is taken off, in full, in short or as 区; another place's stays on.</summary>
    private static (Place Place, string Core) Strip(RegistryView view, string name)
    {
        var own = TitleKey.Of(view.District?.Name ?? "");
        foreach (var above in view.DistrictNames.Select(TitleKey.Of).Where(n => n != own && n.Length > 0))
        {
            name = name.StartsWith(above + own, StringComparison.Ordinal) ? name[above.Length..] : name;
        }
        var shorter = County().Replace(own, "");
        return own.Length > 0 && name.StartsWith(own, StringComparison.Ordinal) ? (Place.Own, name[own.Length..])
            : shorter.Length > 1 && name.StartsWith(shorter, StringComparison.Ordinal) ? (Place.Own, name[shorter.Length..])
            : Ours().Match(name) is { Success: true } ours ? (Place.Own, name[ours.Length..])
            : Elsewhere().IsMatch(name) ? (Place.Other, name)
            : (Place.Unsaid, name);
    }

    private static IEnumerable<string> Names(Agency agency) => (agency.Aliases ?? []).Prepend(agency.Name);

    /// <summary>Every body of the district is in some way its government's or its Party committee's.</summary>
    private static bool IsOverAll(Agency body) =>
        body.Role is AgencyRole.PartyCommittee or AgencyRole.Government or AgencyRole.Congress or AgencyRole.StandingCommittee;

    private enum Place { Unsaid, Own, Other }

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Remark();

    [GeneratedRegex("退休|离休|离岗|退养|离职|调离|原|曾|前")]
    private static partial Regex Former();

    [GeneratedRegex("^(原|曾任职于|曾任)|(离?退休|离职)(人员|干部|职工)?$")]
    private static partial Regex Left();

    [GeneratedRegex("[区县旗市]$")]
    private static partial Regex County();

    [GeneratedRegex("^[全我本]?[区县旗]")]
    private static partial Regex Ours();

    [GeneratedRegex(@"^(市|省|国家|\p{L}{2,6}?(自治区|自治县|[省市区县旗州]))")]
    private static partial Regex Elsewhere();

    [GeneratedRegex("^(机关|本级|党组|党委|[\\p{L}]{0,10}(科|室|处|股|办公室|办|机关党委|大队|支队))$")]
    private static partial Regex Section();

    [GeneratedRegex("(大学|学院|学校|中学|小学|幼儿园|党校|医院|学会|协会|商会|联合会)$")]
    private static partial Regex Independent();
}
