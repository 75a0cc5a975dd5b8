using System.Text.RegularExpressions;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Workbooks;

/// <summary>What a column says by its heading: the field, and what stands in the heading's brackets (万元, %).</summary>
internal readonly record struct HeadingMeaning(string Field, string? Bracket, int? Year = null);

/// <summary>The table of headings (headings.tsv).</summary>
internal static partial class Headings
{
    private static readonly Dictionary<string, string> Fields = Read().ToDictionary(h => h.Heading, h => h.Field, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Usual = Read().GroupBy(h => h.Field)
        .ToDictionary(g => g.Key, g => g.First().Written, StringComparer.Ordinal);

    /// <summary>The heading that stands first for a field.</summary>
    public static string? First(string field) => Usual.GetValueOrDefault(field);

    /// <summary>What stands in its brackets at its end.</summary>
    public static string? BracketOf(string heading) =>
        Bracket().Match(Fold(heading)) is { Success: true } match ? match.Groups["in"].Value : null;

    /// <summary>Null where nobody knows the heading.</summary>
    public static HeadingMeaning? Of(string heading)
    {
        var folded = Fold(heading);
        var bracket = Bracket().Match(folded) is { Success: true } match ? match : null;
        var bare = bracket is null ? folded : folded[..bracket.Index];
        return (Fields.GetValueOrDefault(folded) ?? Fields.GetValueOrDefault(bare)) is { } field
            ? new HeadingMeaning(field, bracket?.Groups["in"].Value)
            : Year().Match(bare) is { Success: true } year
                ? new HeadingMeaning("year", bracket?.Groups["in"].Value, int.Parse(year.Groups["year"].Value, null))
            : null;
    }

    /// <summary>Without what is between characters, in one width.</summary>
    public static string Fold(string heading) =>
        string.Concat(Width.Fold(heading).Where(c => !char.IsWhiteSpace(c) && c is not ('*' or ':')));

    private static IEnumerable<(string Heading, string Field, string Written)> Read()
    {
        using var stream = typeof(Headings).Assembly.GetManifestResourceStream("headings.tsv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line is not ['#', ..] && line.Split('\t') is [var field, var headings])
            {
                foreach (var heading in headings.Split('、'))
                {
                    yield return (Fold(heading), field, heading);
                }
            }
        }
    }

    [GeneratedRegex(@"[(\[【](?<in>[^()\[\]【】]*)[)\]】]$")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"^(?<year>(19|20)[0-9]{2})年?(目标|目标值|基期|基期值|现状|现状值)?$")]
    private static partial Regex Year();
}
