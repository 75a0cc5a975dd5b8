using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>
/// Which record is the body that it says it is. Each role of a tier but DEPARTMENT and TOWNSHIP is one body at a time, however often and in
/// whatever words it is recorded; a second one, or one whose name tells another role, is none.
/// </summary>
internal sealed partial class Bodies(RegistryView view)
{
    private readonly ILookup<(AgencyRole, PlanTier), Agency> byRole = view.All<Agency>().ToLookup(a => (a.Role, a.Tier));
    private readonly ConcurrentDictionary<Key<Agency>, string> places = [];
    private readonly Tiers tiers = Tiers.Of(view);
    private readonly string[] ownNames = [.. view.All<District>().Select(d => TitleKey.Of(d.Name)).OrderByDescending(n => n.Length)];

    public static Bodies Of(RegistryView view) => view.Kept(v => new Bodies(v));

    public static bool IsOneOfMany(AgencyRole role) => role is AgencyRole.Department or AgencyRole.Township;

    /// <summary>The body for which an office may act.</summary>
    public static AgencyRole? PrincipalOf(AgencyRole role) => role switch
    {
        AgencyRole.GovernmentOffice => AgencyRole.Government,
        AgencyRole.PartyOffice => AgencyRole.PartyCommittee,
        _ => null,
    };

    /// <summary>What speaks against its being that body on the day; null when nothing does.</summary>
    public Text? DoubtAbout(Agency agency, PartialDate? on) =>
        on is { } day && !agency.ExistedIn(day)
            ? new Text($"{agency.Name}在{day.InWords().Zh}尚未设立或者已经撤销", $"{agency.Name} did not exist on {day}")
        : tiers.ToldBy(agency) is { } told && told != agency.Tier
            ? new Text($"{agency.Name}的名称与所录层级（{Terms.Of(agency.Tier).Zh}）不符",
                $"the name of {agency.Name} does not tell the tier recorded for it, {Terms.Of(agency.Tier).En}")
        : IsOneOfMany(agency.Role) ? null
        : !AgencyRoles.Tells(agency.Role, agency.Name)
            ? new Text($"{agency.Name}的名称与所录职能（{Terms.Of(agency.Role).Zh}）不符",
                $"the name of {agency.Name} does not tell the role recorded for it, {Terms.Of(agency.Role).En}")
        : IsOfAnotherDistrict(agency) ? new Text($"{agency.Name}不是本行政区的单位", $"{agency.Name} is no body of this district")
        : FirstBefore(agency, on) is { } first
            ? new Text($"同一时期已有{first.Name}履行{Body.At(agency.Tier, agency.Role)}职能，{agency.Name}的办理不生效",
                $"the {Terms.Of(agency.Tier).En} {Terms.Of(agency.Role).En} of that time is {first.Name}, so {agency.Name} has no say")
        : (Text?)null;

    /// <summary>One record, one name in two records, or two records of the one body of a role.</summary>
    public bool AreOne(Agency one, Agency other) => one.Key == other.Key
        || (one.Role == other.Role && one.Tier == other.Tier
            && (Names(one).Intersect(Names(other)).Any()
                || (!IsOneOfMany(one.Role) && !IsOdd(one) && !IsOdd(other) && PlaceOf(one) == PlaceOf(other))));

    /// <summary>
    /// Whether a paper is one of that body: its issuer is the body, its office, or what its office acted for. One that says that it is
    /// another body's is not.
    /// </summary>
    public bool SpeaksFor(Document paper, Agency body) =>
        (paper.OnBehalfOf is not { Count: > 0 } named || Known(named).Any(p => AreOne(p, body) || IsOfficeOf(body, p)))
        && Known(paper.Issuers).Any(issuer => issuer.Key == body.Key || (DoubtAbout(issuer, paper.IssuedOn) is null
            && (AreOne(issuer, body) || IsOfficeOf(issuer, body) || IsOfficeOf(body, issuer))));

    /// <summary>Who acted, where all who did are of a lower tier; null else.</summary>
    public Agency? Beneath(Act act, PlanTier tier)
    {
        var bodies = Known(act.Agencies).ToList();
        return bodies.TrueForAll(b => b.Tier > tier) ? bodies.FirstOrDefault() : null;
    }

    /// <summary>What speaks against a paper's being of one of these bodies: it is nobody's, or another's. Null when nothing does.</summary>
    /// <param name="bodies">None: whose it should be is not known, and anybody's will do.</param>
    /// <param name="of">Whose paper it should be, in a word.</param>
    public Text? DoubtAbout(Document paper, IEnumerable<Key<Agency>> bodies, Text name, Text of)
    {
        var known = Known(bodies).ToList();
        return !paper.Issuers.Any() ? new Text($"{name.Zh}的印发单位未录入", $"the issuer of {name.En} is not recorded")
            : known.Count == 0 || known.Exists(body => SpeaksFor(paper, body)) ? (Text?)null
            : Others(paper, name, of);
    }

    private Text Others(Document paper, Text name, Text of)
    {
        var issuers = string.Join('、', Known(paper.Issuers).Select(a => a.Name));
        return paper.OnBehalfOf is { Count: > 0 } named && string.Join('、', Known(named).Select(a => a.Name)) is var principals
            ? new($"{name.Zh}由{issuers}代{principals}印发，不是{of.Zh}的文件",
                $"{name.En} was issued by {issuers} on behalf of {principals}, and is no paper of {of.En}")
            : new($"{name.Zh}由{issuers}印发，既不是{of.Zh}也不是其办公室",
                $"{name.En} was issued by {issuers}, neither {of.En} nor its office");
    }

    /// <summary>Of those for whom a paper was issued, the one whose office it is: an office speaks for its own body alone.</summary>
    public Agency? PrincipalIn(Document? paper, Agency office) => PrincipalOf(office.Role) is { } role
        ? Known(paper?.OnBehalfOf ?? []).FirstOrDefault(p => p.Is(role, office.Tier)) : null;

    private IEnumerable<Agency> Known(IEnumerable<Key<Agency>> keys) => keys.Select(k => view.Agency(k)).OfType<Agency>();

    private static bool IsOfficeOf(Agency office, Agency body) => PrincipalOf(office.Role) is { } role && body.Is(role, office.Tier);

    /// <summary>The body of that role, where this record is a second one.</summary>
    private Agency? FirstBefore(Agency agency, PartialDate? on)
    {
        if (!IsOdd(agency))
        {
            return null;
        }
        var first = byRole[(agency.Role, agency.Tier)]
            .Where(a => (on is not { } day || a.ExistedIn(day)) && AgencyRoles.Tells(a.Role, a.Name) && !IsOfAnotherDistrict(a))
            .OrderBy(IsOdd).ThenBy(a => a.Seq).ThenBy(a => a.RecordCode, StringComparer.Ordinal).FirstOrDefault();
        return first is not null && !AreOne(first, agency) ? first : null;
    }

    /// <summary>Its name says neither the district's own name nor that of another place: 第二人民政府.</summary>
    private bool IsOdd(Agency agency) => PlaceOf(agency) is { Length: > 0 } place && !Place().IsMatch(place);

    private bool IsOfAnotherDistrict(Agency agency) =>
        agency.Tier == PlanTier.District && County().IsMatch(PlaceOf(agency)) && ownNames.Any(County().IsMatch);

    /// <summary>What stands before the words of its role, when the names of this district and those above it are taken off.</summary>
    private string PlaceOf(Agency agency) => places.GetOrAdd(agency.Key, _ =>
    {
        var place = Prefix().Replace(AgencyRoles.Before(agency.Role, agency.Name), "");
        foreach (var name in ownNames)
        {
            var at = place.LastIndexOf(name, StringComparison.Ordinal);
            place = at < 0 ? place : place[(at + name.Length)..];
        }
        return Generic().Replace(place, "");
    });

    private static IEnumerable<string> Names(Agency agency) => (agency.Aliases ?? []).Prepend(agency.Name).Select(AgencyRoles.Plain);

    [GeneratedRegex("^(中共|中国共产党|中华人民共和国)")]
    private static partial Regex Prefix();

    [GeneratedRegex("^(全?国家?|中央|[全本]?[省市区县州旗])$")]
    private static partial Regex Generic();

    [GeneratedRegex(".[省市区县州旗盟]$")]
    private static partial Regex Place();

    [GeneratedRegex(".[区县旗]$")]
    private static partial Regex County();
}
