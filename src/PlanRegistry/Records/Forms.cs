using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace PlanRegistry.Records;

/// <summary>
/// The forms in which one character is typed, by Unicode's own tables (fold.txt, made by fold.mjs): width, compatibility, letter case,
/// digits, dashes, quotes, brackets, radicals, traditional for simplified, look-alikes. A table and not string.Normalize, which leaves
/// all but ASCII as it is where globalization is invariant, as it is here so that no machine's ICU matters.
/// </summary>
internal static class Forms
{
    private const string HiddenForm = "hidden";

    private static readonly FrozenDictionary<int, string> Table = Read().ToFrozenDictionary(f => f.Code, f => f.Form);

    /// <summary>What a character counts as in a name; null: as itself.</summary>
    public static string? Of(Rune character) =>
        Table.GetValueOrDefault(character.Value) is not { } form ? null : form == HiddenForm ? "" : form;

    /// <summary>The first character that no reader sees: invisible, of direction or control. Tab and line break are seen.</summary>
    public static Rune? Hidden(string text)
    {
        foreach (var character in text.EnumerateRunes())
        {
            if (IsHidden(character))
            {
                return character;
            }
        }
        return null;
    }

    private static bool IsHidden(Rune character) =>
        Table.GetValueOrDefault(character.Value) == HiddenForm
        || Rune.GetUnicodeCategory(character) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse
        || character == Rune.ReplacementChar;

    private static IEnumerable<(int Code, string Form)> Read()
    {
        using var stream = typeof(Forms).Assembly.GetManifestResourceStream("fold.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.IndexOf('\t') is >= 0 and var tab)
            {
                foreach (var range in line[(tab + 1)..].Split(' '))
                {
                    var ends = range.Split('-');
                    for (var code = Hex(ends[0]); code <= Hex(ends[^1]); code++)
                    {
                        yield return (code, line[..tab]);
                    }
                }
            }
        }
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
