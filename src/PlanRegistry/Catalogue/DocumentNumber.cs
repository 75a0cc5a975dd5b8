using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>
/// 文号: code word, year in 〔〕, serial, 号 (GB/T 9704-2012, 7.2.5). Brackets and width are written in many ways and mean the same, so they are
/// normalised; a number that has lost a character is never repaired silently, only with a suggestion.
/// </summary>
public readonly partial record struct DocumentNumber
{
    private DocumentNumber(string word, int year, int serial) => (Word, Year, Serial) = (word, year, serial);

    /// <summary>机关代字, such as 开州府办发.</summary>
    public string Word { get; }
    public int Year { get; }
    public int Serial { get; }

    public static bool TryParse([NotNullWhen(true)] string? text, out DocumentNumber number)
    {
        number = default;
        if (text is null || Whole().Match(Plain(text)) is not { Success: true } match)
        {
            return false;
        }
        number = Of(match);
        return true;
    }

    /// <summary>True for what is meant as a number and is none, such as 开州府办发〔202095.</summary>
    public static bool LooksDamaged(string text)
    {
        var plain = Plain(text);
        return !Whole().IsMatch(plain) && (Broken().IsMatch(plain) || text.Contains('〔') || text.Contains('〕'));
    }

    /// <summary>The number that a damaged one probably stood for; null when that cannot be told.</summary>
    public static string? Suggest(string text) =>
        !TryParse(text, out _) && Broken().Match(Plain(text)) is { Success: true } match
            && match.Groups["serial"].Value.TrimStart('0').Length > 0
            ? Of(match).ToString()
            : null;

    public override string ToString() =>
        $"{Word}〔{Year.ToString(CultureInfo.InvariantCulture)}〕{Serial.ToString(CultureInfo.InvariantCulture)}号";

    private static DocumentNumber Of(Match match) => new(
        match.Groups["word"].Value,
        int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture),
        int.Parse(match.Groups["serial"].Value, CultureInfo.InvariantCulture));

    /// <summary>As GB/T 9704 writes it: its characters as they are, everything between them in one form, a year in figures.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text.EnumerateRunes())
        {
            plain.Append(character.Value switch
            {
                '〈' or '<' or '＜' => "〔",
                '〉' or '>' or '＞' => "〕",
                >= 0x4e00 and <= 0x9fff => character.ToString(),
                _ => Forms.Of(character) switch { "(" => "〔", ")" => "〕", var form => form ?? character.ToString() },
            });
        }
        return NumeralYear().Replace(plain.ToString(), match => TitleKey.Of(match.Value));
    }

    [GeneratedRegex("(?<=〔)[0-9零一二三四五六七八九]{4}(?=〕)")]
    private static partial Regex NumeralYear();

    [GeneratedRegex(@"^(?<word>[\u4e00-\u9fff]{1,16})〔(?<year>(19|20)[0-9]{2})〕(?<serial>[1-9][0-9]{0,3})号$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^(?<word>[\u4e00-\u9fff]{1,16})〔?(?<year>(19|20)[0-9]{2})〕?第?(?<serial>[0-9]{1,4})号?$")]
    private static partial Regex Broken();
}
