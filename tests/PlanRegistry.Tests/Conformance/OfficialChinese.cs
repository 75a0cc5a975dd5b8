using System.Text.RegularExpressions;
using PlanRegistry.Ledger;

namespace PlanRegistry.Tests.Conformance;

/// <summary>
/// What official Chinese asks of a sentence (GB/T 15834, GB/T 15835; RULE-CODES, changes after use 14). What stands in 《》 and “” is
/// somebody's own words.
/// </summary>
internal sealed partial class OfficialChinese
{
    private readonly List<string> titles;

    /// <param name="view">Whose plans and documents are known by title.</param>
    public OfficialChinese(RegistryView? view = null) => titles = view is null ? [] :
    [
        .. view.Plans.Select(p => p.Title).Concat(view.Of<PlanRegistry.Catalogue.DirectoryEntry>().Select(e => e.Title))
            .Concat(view.Of<PlanRegistry.Catalogue.Document>().Where(d => d.Title != d.Number && d.Title != d.Code).Select(d => d.Title))
            .Distinct().Where(t => t.Length > 4),
    ];

    /// <summary>Of a whole sentence, or several.</summary>
    public IEnumerable<string> InSentence(string text)
    {
        var faults = InPhrase(text).ToList();
        return text.EndsWith('。') ? faults : [.. faults, $"no 。 at the end: {text}"];
    }

    /// <summary>Of what stands in a list: no sentence, so without a full stop.</summary>
    public IEnumerable<string> InFact(string text) =>
        text.EndsWith('。') ? [.. InPhrase(text), $"a full stop behind a fact: {text}"] : InPhrase(text);

    private IEnumerable<string> InPhrase(string text)
    {
        var own = Quoted().Replace(text, "“”");
        return Faults(own).Select(f => $"{f}: {text}");
    }

    private IEnumerable<string> Faults(string own)
    {
        if (!Chinese().IsMatch(own))
        {
            yield break;
        }
        foreach (var (name, pattern) in Patterns.Where(p => p.Pattern.IsMatch(own)))
        {
            yield return name;
        }
        foreach (var title in titles.Where(own.Contains))
        {
            yield return $"the title {title} without 《》";
        }
        foreach (var twice in own.Split('。', '；').Where(s => s.Length > 3).GroupBy(s => s).Where(g => g.Count() > 1))
        {
            yield return $"“{twice.Key}” twice";
        }
    }

    private static readonly (string Name, Regex Pattern)[] Patterns =
    [
        ("a half-width mark", HalfWidth()), ("a day in figures", IsoDay()), ("a span with a hyphen", Hyphen()),
        ("marks in a row", InARow()),
    ];

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    /// <summary>The innermost first: a title may hold quotes, and a quote titles.</summary>
    [GeneratedRegex("《[^《》]*(《[^《》]*》[^《》]*)*》|“[^“”]*(“[^“”]*”[^“”]*)*”")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}”》）][,;:()]|[,;:()][\p{IsCJKUnifiedIdeographs}“《（]")]
    private static partial Regex HalfWidth();

    [GeneratedRegex(@"(?<![\w-])[0-9]{4}-[0-9]{2}(-[0-9]{2})?(?![\w-])")]
    private static partial Regex IsoDay();

    [GeneratedRegex(@"(?<![\w-])[0-9]{4}-[0-9]{4}(?![\w-])")]
    private static partial Regex Hyphen();

    [GeneratedRegex("[，；：。、（][，；：。、）]|《》|（[，；]|  ")]
    private static partial Regex InARow();
}
