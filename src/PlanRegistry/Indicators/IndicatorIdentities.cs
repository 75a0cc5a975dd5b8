using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>Which indicators of several packs are one: equal codes, else equal names or aliases after normalising.</summary>
public sealed class IndicatorIdentities
{
    private readonly Dictionary<string, string> parent = [];

    public IndicatorIdentities(IEnumerable<Indicator> indicators)
    {
        foreach (var indicator in indicators)
        {
            var code = "code:" + indicator.Code;
            Join(code, "name:" + TitleKey.Of(indicator.Name));
            foreach (var alias in indicator.Aliases ?? [])
            {
                Join(code, "name:" + TitleKey.Of(alias));
            }
        }
    }

    public string Of(Key<Indicator> key) => Root("code:" + key.Code);

    private void Join(string a, string b)
    {
        var (x, y) = (Root(a), Root(b));
        if (x != y)
        {
            // The smaller token stays the root, so that the identity does not depend on the order of the rows.
            var (root, child) = string.CompareOrdinal(x, y) < 0 ? (x, y) : (y, x);
            parent[child] = root;
        }
    }

    private string Root(string token)
    {
        while (parent.TryGetValue(token, out var up))
        {
            token = up;
        }
        return token;
    }
}
