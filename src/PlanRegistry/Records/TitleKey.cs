using System.Text;
using System.Text.RegularExpressions;

namespace PlanRegistry.Records;

/// <summary>
/// What is one in titles and names however they are typed: the one folding by which titles, agencies, indicators, units, documents and
/// persons are found and compared. It is never shown and never stored.
/// </summary>
public static partial class TitleKey
{
    private const string Numerals = "零一二三四五六七八九";

    /// <summary>Of a title or name; a horizon in brackets at its end makes no other plan.</summary>
    public static string Of(string title)
    {
        var folded = Fold(title);
        return folded.EndsWith(')') && Horizon().Match(folded) is { Success: true, Index: > 0 } horizon ? folded[..horizon.Index] : folded;
    }

    /// <summary>The same with the horizon that the title says, in one form: (2021-2025).</summary>
    public static string WithHorizon(string title) =>
        Horizon().Replace(Fold(title), "(${from}-${to})");

    /// <summary>Whether two names are one.</summary>
    public static bool Same(string? left, string? right) =>
        left == right || (left is not null && right is not null && Of(left) == Of(right));

    private static string Fold(string title)
    {
        var text = new StringBuilder(title.Length);
        var hasNumerals = false;
        foreach (var character in title.EnumerateRunes())
        {
            if (Forms.Of(character) is { } form)
            {
                text.Append(form);
            }
            else if (character.IsBmp)
            {
                text.Append((char)character.Value);
                hasNumerals |= Numerals.Contains((char)character.Value);
            }
            else
            {
                text.Append(character.ToString());
            }
        }
        return hasNumerals ? WithYears(text.ToString()) : text.ToString();
    }

    /// <summary>2021一2025: between years it is a dash. 二〇三五: four numerals are a year.</summary>
    private static string WithYears(string text) =>
        Year().Replace(DashOfYears().Replace(text, "-"), match => string.Concat(match.Value.Select(Digit)));

    private static char Digit(char c) => Numerals.IndexOf(c) is >= 0 and var value ? (char)('0' + value) : c;

    [GeneratedRegex(@"(?<=[0-9]{4})一(?=[0-9]{4})")]
    private static partial Regex DashOfYears();

    [GeneratedRegex(@"(?<![0-9零一二三四五六七八九])[0-9零一二三四五六七八九]{4}(?![0-9零一二三四五六七八九])")]
    private static partial Regex Year();

    [GeneratedRegex(@"\((?<from>(19|20)[0-9]{2})年?(-+|至)(?<to>(19|20)[0-9]{2})年?\)$")]
    private static partial Regex Horizon();
}
