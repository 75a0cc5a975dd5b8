using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Workbooks;

/// <summary>An agency that a cell names and nobody knows, or that was said by hand: who may be meant, and who was said to be.</summary>
/// <param name="Text">As it stands in the cell.</param>
public sealed record AgencyAsked(string Text, IReadOnlyList<Agency> Candidates, Agency? Said = null);

/// <summary>
/// Agencies as offices write them: by code, name or alias; as their sender says, or said of the last workbook of its shape; by a short form
/// that only one has, which is to be confirmed; else nobody, and three that may be meant.
/// </summary>
internal sealed class AgencyFinder
{
    private const int Candidates = 3;
    private static readonly char[] Separators = ['、', '，', ',', ';', '；', '\n', '/'];

    private readonly List<(Agency Agency, string[] Names)> agencies;
    private readonly Dictionary<string, Agency> known = new(StringComparer.Ordinal);
    private readonly DistrictCode home;
    private readonly PlanTier tier;
    private readonly Dictionary<string, string> said;
    private readonly List<string> unused;
    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Formed Formed, AgencyAsked? Asked)> found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AgencyAsked> asked = new(StringComparer.Ordinal);

    /// <param name="said">By hand: the agency of a cell's text, by code, name or alias.</param>
    public AgencyFinder(RegistryView view, IReadOnlyDictionary<string, string>? said = null)
    {
        (home, tier) = (view.Code, view.District?.Tier ?? view.Code.Tier);
        agencies = [.. view.All<Agency>().Select(a => (a, (string[])[.. (a.Aliases ?? []).Prepend(a.Name).Select(TitleKey.Of)]))];
        foreach (var (agency, names) in agencies)
        {
            foreach (var name in names.Append(TitleKey.Of(agency.Code)).Append(TitleKey.Of(agency.Key.ToString())))
            {
                known.TryAdd(name, agency);
            }
        }
        said ??= new Dictionary<string, string>();
        this.said = said.GroupBy(s => TitleKey.Of(s.Key)).ToDictionary(g => g.Key, g => g.Last().Value);
        unused = [.. said.Keys];
    }

    /// <summary>What is not known, and what was said, in the order of the cells.</summary>
    public IEnumerable<AgencyAsked> Asked => asked.Values;

    /// <summary>What was said by hand and stands in no cell, or in one whose agency is known by its own name.</summary>
    public IEnumerable<string> Unused => unused.Where(t => !used.Contains(TitleKey.Of(t)));

    /// <summary>By code, name or alias; null where nobody has it.</summary>
    public Agency? Named(string text) => known.GetValueOrDefault(TitleKey.Of(text));

    /// <summary>Of a cell that names one, or several (<paramref name="many"/>).</summary>
    public Formed Find(SheetRead sheet, string text, bool many)
    {
        if (known.ContainsKey(TitleKey.Of(text)))
        {
            return text;
        }
        var names = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (!many)
        {
            // Not asked after: whichever were chosen, the others would be dropped.
            return names.Length > 1 && names.Any(IsOne) ? new Formed(text, false, Many(names)) : One(sheet, text);
        }
        var all = names.Select(t => One(sheet, t)).ToList();
        return all.Exists(f => f.Refusal is not null) ? all.Find(f => f.Refusal is not null)
            : new Formed(string.Join(';', all.Select(f => f.Text)), all.Exists(f => f.IsInferred),
                Shown: Text.Join(all.Select(f => f.Shown ?? (Text)f.Text!)), By: all.Find(f => f.By is not null).By);
    }

    private bool IsOne(string text) => known.ContainsKey(TitleKey.Of(text)) || Short(text).Asked is null;

    private static Text Many(string[] names)
    {
        var listed = names.Select(n => SheetWalk.Short(n)).Take(5).ToList();
        return new($"写有{names.Length}个单位（{string.Join('、', listed)}），只能写一个；请留下一个，牵头单位以外的写入“配合单位”。",
            $"{names.Length} agencies are written ({string.Join(", ", listed)}) where one can be: leave one; "
                + "who helps the lead agency belongs under 配合单位 and not here.");
    }

    private Formed One(SheetRead sheet, string text)
    {
        var key = TitleKey.Of(text);
        if (known.ContainsKey(key))
        {
            return text;
        }
        if (said.TryGetValue(key, out var byHand))
        {
            used.Add(key);
            return Said(sheet, text, byHand, new("按指定", "as was said"));
        }
        if (sheet.Remembered?.Agencies.GetValueOrDefault(text) is { } before && Named(before) is not null)
        {
            return Said(sheet, text, before, new("按上次的指定", "as it was said to be the last time"), isRemembered: true);
        }
        var (formed, unknown) = found.TryGetValue(text, out var kept) ? kept : found[text] = Short(text);
        if (unknown is not null)
        {
            asked.TryAdd(text, unknown);
        }
        return formed;
    }

    private Formed Said(SheetRead sheet, string text, string code, Text by, bool isRemembered = false)
    {
        var near = found.TryGetValue(text, out var kept) ? kept : found[text] = Short(text);
        var candidates = near.Asked?.Candidates ?? [];
        if (Named(code) is not { } agency)
        {
            asked.TryAdd(text, new AgencyAsked(text, candidates));
            return new Formed(text, false, new($"指定为“{text}”的单位“{code}”未登记，请从已登记的单位中选择。",
                $"The agency \"{code}\", which \"{text}\" was said to be, is not known: choose one that is registered."));
        }
        asked.TryAdd(text, new AgencyAsked(text, [.. candidates.Where(c => c != agency).Prepend(agency)], agency));
        sheet.SayAgency(text, agency, isRemembered);
        return new Formed(CodeOf(agency), true, Shown: agency.Name, By: by);
    }

    private string CodeOf(Agency agency) => agency.Home == home ? agency.Code : agency.Key.ToString();

    private (Formed Formed, AgencyAsked? Asked) Short(string text)
    {
        var key = TitleKey.Of(text);
        var own = agencies.Where(a => a.Agency.Home == home && a.Agency.Tier == tier && key.Length >= 2
            && a.Names.Any(n => IsShort(key, n))).ToList();
        if (own.Count == 1)
        {
            return (new Formed(own[0].Agency.Code, true, Shown: own[0].Agency.Name), null);
        }
        var near = (own.Count > 1 ? own : agencies).Select(a => (a.Agency, Share: a.Names.Max(n => Share(key, n))))
            .Where(a => a.Share > 0).OrderByDescending(a => a.Share).ThenBy(a => a.Agency.Home == home ? 0 : 1)
            .ThenBy(a => a.Agency.Code, StringComparer.Ordinal).Take(Candidates).Select(a => a.Agency).ToList();
        return (new Formed(text, false, near.Count == 0
            ? new($"单位“{text}”未登记，请先登记该单位，或写其全称。", $"The agency \"{text}\" is not known: register it, or write its full name.")
            : new($"单位“{text}”未登记，可能是{string.Join("、", near.Select(a => a.Name))}；请写其全称。",
                $"The agency \"{text}\" is not known; it may be {string.Join(" or ", near.Select(a => a.Name))}: write its full name.")),
            new AgencyAsked(text, near));
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
