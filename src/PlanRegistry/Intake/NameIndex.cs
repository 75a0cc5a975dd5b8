using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>
/// How the rows of a pack name a kind of record: by code, by DISTRICT:CODE,
/// or by a name. The pack's own rows go before recorded ones of the same key.
/// </summary>
/// <param name="recorded">What the view's own rows are called: the rows added here go before them.</param>
public sealed class NameIndex<T>(DistrictCode home, Func<string, string> normalise, NameIndex<T>? recorded = null) where T : Record
{
    private readonly HashSet<Key<T>> keys = [];
    private readonly Dictionary<(int Rank, string Name), List<Key<T>>> names = [];
    private readonly List<DistrictCode> districts = [home];
    private int ranks;

    /// <summary>Bare codes are looked up in superiors too.</summary>
    public bool CodesTravel { get; init; }

    /// <summary>A name that the nearer district knows is not looked up further away.</summary>
    public bool NearestWins { get; init; }

    public bool Has(Key<T> key) => keys.Contains(key) || recorded?.Has(key) == true;

    /// <param name="nameRanks">Names of the first rank go before those of the second.</param>
    public bool Add(Key<T> key, params ReadOnlySpan<IEnumerable<string>> nameRanks)
    {
        if (!keys.Add(key))
        {
            return false;
        }
        if (!districts.Contains(key.District))
        {
            districts.Add(key.District);
        }
        for (var rank = 0; rank < nameRanks.Length; rank++)
        {
            foreach (var name in nameRanks[rank])
            {
                AddName(rank, name, key);
            }
        }
        ranks = Math.Max(ranks, nameRanks.Length);
        return true;
    }

    /// <summary>None: not known. More than one: ambiguous.</summary>
    public IReadOnlyList<Key<T>> Find(string text)
    {
        if (text.Length > 7 && text[6] == ':' && DistrictCode.TryParse(text[..6], out var district))
        {
            return Within([district], text[7..], true);
        }
        if (Within([home], text, true) is { Count: > 0 } own)
        {
            return own;
        }
        var others = districts.Concat(recorded?.districts ?? []).Distinct().Skip(1).ToList();
        return NearestWins
            ? others.Select(d => Within([d], text, CodesTravel)).FirstOrDefault(found => found.Count > 0) ?? []
            : Within(others, text, CodesTravel);
    }

    /// <summary>The district's own that a text means: by code, or by a name of the first ranks.</summary>
    public IEnumerable<Key<T>> OwnCalled(string text, int ofRanks) => Enumerable.Range(0, ofRanks)
        .SelectMany(rank => Named(rank, normalise(text))).Append(new Key<T>(home, text))
        .Where(k => k.District == home && Has(k)).Distinct();

    private List<Key<T>> Within(List<DistrictCode> where, string text, bool byCode)
    {
        if (byCode && where.Select(d => new Key<T>(d, text)).Where(Has).ToList() is { Count: > 0 } coded)
        {
            return coded;
        }
        var name = normalise(text);
        for (var rank = 0; rank < Math.Max(ranks, recorded?.ranks ?? 0); rank++)
        {
            if (Named(rank, name).Where(k => where.Contains(k.District)).Distinct().ToList() is { Count: > 0 } found)
            {
                return found;
            }
        }
        return [];
    }

    private IEnumerable<Key<T>> Named(int rank, string name) =>
        names.GetValueOrDefault((rank, name), []).Concat(recorded?.Named(rank, name).Where(k => !keys.Contains(k)) ?? []);

    private void AddName(int rank, string name, Key<T> key)
    {
        var entry = (rank, normalise(name));
        if (!names.TryGetValue(entry, out var list))
        {
            names[entry] = list = [];
        }
        list.Add(key);
    }
}
