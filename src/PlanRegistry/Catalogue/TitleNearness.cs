using System.Text.RegularExpressions;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>
/// Whether two titles may mean one plan: they differ only in the district's name, period words, 专项, 发展规划 for 规划, particles, or the
/// order of what is left (RULE-CODES, changes after use 2). Near is not the same: a person says whether it is.
/// </summary>
public static partial class TitleNearness
{
    /// <param name="districts">Names of the district and of those above it: 开州区, 重庆市.</param>
    public static bool AreNear(string one, string other, IReadOnlyCollection<string> districts) =>
        Subject(one, districts) is { Length: > 0 } subject && subject == Subject(other, districts);

    /// <summary>What is left of a title, in an order of its own; empty where it names no subject (“十四五”规划).</summary>
    internal static string Subject(string title, IReadOnlyCollection<string> districts)
    {
        var text = Words(title, districts).Replace("发展规划", "规划", StringComparison.Ordinal);
        return text is "规划" or "纲要" or "规划纲要" ? "" : string.Concat(text.Order());
    }

    /// <summary>The same in the title's own order, 发展规划 with it.</summary>
    internal static string Words(string title, IReadOnlyCollection<string> districts)
    {
        var text = Period().Replace(TitleKey.Of(title), "");
        foreach (var name in districts.Select(TitleKey.Of).Where(n => n.Length > 0).OrderByDescending(n => n.Length))
        {
            text = text.Replace(name, "", StringComparison.Ordinal);
        }
        foreach (var name in districts.Select(n => Suffix().Replace(TitleKey.Of(n), "")).Where(n => n.Length > 1))
        {
            text = text.StartsWith(name, StringComparison.Ordinal) ? text[name.Length..] : text;
        }
        return Particle().Replace(text, "");
    }

    [GeneratedRegex("第?[一二三四五六七八九十]+个五年|十[一二三四五六七八九]五|(19|20)[0-9]{2}年?(-+|至|到)(19|20)?[0-9]{2}年?|(19|20)[0-9]{2}年?|时期|期间")]
    private static partial Regex Period();

    [GeneratedRegex("(自治[县州旗区]|[省市区县州旗])$")]
    private static partial Regex Suffix();

    [GeneratedRegex("专项|以及|[的之与和及暨]|[全我本][省市区县]|[^\\p{L}\\p{N}]")]
    private static partial Regex Particle();
}
