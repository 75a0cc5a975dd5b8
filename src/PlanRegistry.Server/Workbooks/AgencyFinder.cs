using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Workbooks;

/// <summary>
/// Agencies as offices write them: by code, name or alias; by a short form that only one has, which is to be confirmed; else nobody, and
/// three that may be meant.
/// </summary>
internal sealed class AgencyFinder
{
    private const int Candidates = 3;
    private static readonly char[] Separators = ['、', '，', ',', ';', '；', '\n', '/'];

    private readonly List<(Agency Agency, string[] Names)> agencies;
    private readonly HashSet<string> known;
    private readonly DistrictCode home;
    private readonly PlanTier tier;
    private readonly Dictionary<string, Formed> found = new(StringComparer.Ordinal);

    public AgencyFinder(RegistryView view)
    {
        (home, tier) = (view.Code, view.District?.Tier ?? view.Code.Tier);
        agencies = [.. view.All<Agency>().Select(a => (a, (string[])[.. (a.Aliases ?? []).Prepend(a.Name).Select(TitleKey.Of)]))];
        known = [.. agencies.SelectMany(a => a.Names), .. agencies.Select(a => TitleKey.Of(a.Agency.Code))];
    }

    /// <summary>Of a cell that names one, or several (<paramref name="many"/>).</summary>
    public Formed Find(string text, bool many)
    {
        if (known.Contains(TitleKey.Of(text)))
        {
            return text;
        }
        if (!many)
        {
            return One(text);
        }
        var all = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(One).ToList();
        return all.Exists(f => f.Refusal is not null) ? all.Find(f => f.Refusal is not null)
            : new Formed(string.Join(';', all.Select(f => f.Text)), all.Exists(f => f.IsInferred));
    }

    private Formed One(string text)
    {
        if (!found.TryGetValue(text, out var formed))
        {
            found[text] = formed = known.Contains(TitleKey.Of(text)) ? text : Short(text);
        }
        return formed;
    }

    private Formed Short(string text)
    {
        var key = TitleKey.Of(text);
        var own = agencies.Where(a => a.Agency.Home == home && a.Agency.Tier == tier && key.Length >= 2
            && a.Names.Any(n => IsShort(key, n))).ToList();
        if (own.Count == 1)
        {
            return new Formed(own[0].Agency.Code, true, Shown: own[0].Agency.Name);
        }
        var near = (own.Count > 1 ? own : agencies).Select(a => (a.Agency, Share: a.Names.Max(n => Share(key, n))))
            .Where(a => a.Share > 0).OrderByDescending(a => a.Share).ThenBy(a => a.Agency.Home == home ? 0 : 1)
            .ThenBy(a => a.Agency.Code, StringComparer.Ordinal).Take(Candidates).Select(a => a.Agency.Name).ToList();
        return new Formed(text, false, near.Count == 0
            ? new($"单位“{text}”未登记，请先登记该单位，或写其全称。", $"The agency \"{text}\" is not known: register it, or write its full name.")
            : new($"单位“{text}”未登记，可能是{string.Join("、", near)}；请写其全称。",
                $"The agency \"{text}\" is not known; it may be {string.Join(" or ", near)}: write its full name."));
    }

    /// <summary>水利局 of 重庆市开州区水利局; 发改委 of 重庆市开州区发展和改革委员会.</summary>
    private static bool IsShort(string text, string name)
    {
        if (name.EndsWith(text, StringComparison.Ordinal))
        {
            return true;
        }
        var body = name[(name.LastIndexOfAny(['区', '县', '市'], Math.Max(0, name.Length - 3)) + 1)..];
        return body.Length > text.Length && body[0] == text[0] && IsWithin(text, body);
    }

    /// <summary>All its characters in their order.</summary>
    private static bool IsWithin(string text, string name)
    {
        var at = 0;
        foreach (var character in name)
        {
            at += at < text.Length && text[at] == character ? 1 : 0;
        }
        return at == text.Length;
    }

    private static double Share(string left, string right) =>
        2.0 * left.Distinct().Count(c => right.Contains(c)) / (left.Distinct().Count() + right.Distinct().Count());
}
