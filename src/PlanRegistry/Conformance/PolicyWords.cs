using System.Globalization;
using System.Text.RegularExpressions;

namespace PlanRegistry.Conformance;

/// <summary>A value as it is said to people, read back: 是 is on, 30日 is 30, 20% is 0.2.</summary>
public static partial class PolicyWords
{
    private static readonly string[] Fixed =
        ["on", "off", "NOT_ELIGIBLE", "CONDITIONAL", PolicyFormats.NoRules, PolicyFormats.MiddleYear, "year", "0"];

    /// <returns>What is written for it; null where no value of the key is said so.</returns>
    public static string? Read(PolicyKey key, string text)
    {
        var said = Plain(text);
        return Candidates(text).FirstOrDefault(c => key.Fits(c) && key.Words(c) is var words
            && (Plain(words.Zh) == said || Plain(words.En) == said));
    }

    private static IEnumerable<string> Candidates(string text)
    {
        var numbers = Numbers().Matches(text).Select(m => m.Value).ToList();
        string[] one = numbers is [var n, ..]
            ? [n, $"year-{n}", $"horizon/{n}", Hundredth(n)]
            : [];
        return [.. Fixed, .. one, string.Join('-', numbers.Select(Padded)), string.Join(';', numbers), Separators().Replace(text, ";")];
    }

    private static string Hundredth(string percent) =>
        (decimal.Parse(percent, CultureInfo.InvariantCulture) / 100).ToString(CultureInfo.InvariantCulture);

    private static string Padded(string number) => number.PadLeft(2, '0');

    private static string Plain(string text) => text.Replace('天', '日').Replace(" ", "").ToLowerInvariant();

    [GeneratedRegex(@"\d{1,9}(\.\d{1,9})?")]
    private static partial Regex Numbers();

    [GeneratedRegex("[、，,；] ?")]
    private static partial Regex Separators();
}
