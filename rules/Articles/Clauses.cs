using System.Text.RegularExpressions;

namespace PlanRegistry.Rules.Articles;

/// <summary>第二十四条、第三十六条(参照): which clauses a citation names.</summary>
public static partial class Clauses
{
    /// <summary>What counts otherwise, such as the preamble, is one clause.</summary>
    public static IReadOnlyList<string> Of(string citation) =>
        Numbered().Matches(citation) is { Count: > 0 } found ? [.. found.Select(m => m.Value)] : [citation];

    [GeneratedRegex(@"第[一二三四五六七八九十百]+条|[一二三四五六七八九十]+(?:、\([一二三四五六七八九十]+\))?")]
    private static partial Regex Numbered();
}
