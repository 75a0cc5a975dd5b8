using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>Which indicators of several packs are one: equal codes, else equal names or aliases after normalising.</summary>
public sealed class IndicatorIdentities
{
    private readonly Dictionary<string, string> parent = [];
    private readonly Dictionary<string, string> byCode = [];

    public IndicatorIdentities(IEnumerable<Indicator> indicators)
    {
        var all = indicators.ToList();
        foreach (var indicator in all)
        {
            var code = "code:" + indicator.Code;
            Join(code, "name:" + TitleKey.Of(indicator.Name));
            foreach (var alias in indicator.Aliases ?? [])
            {
                Join(code, "name:" + TitleKey.Of(alias));
            }
        }
        foreach (var indicator in all)
        {
            byCode[indicator.Code] = Root("code:" + indicator.Code);
        }
    }

    public string Of(Key<Indicator> key) => byCode.GetValueOrDefault(key.Code) ?? "code:" + key.Code;

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
