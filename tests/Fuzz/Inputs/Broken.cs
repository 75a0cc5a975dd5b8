using System.Text;

namespace Fuzz.Inputs;

/// <summary>Breaks a text: pieces put in, left out, doubled, repeated.</summary>
public static class Broken
{
    private static readonly string[] Pieces =
    [
        "{", "}", "(", ")", "[", "]", "...", ":", "!", "$", "@", "=", "|", "&", "\"", "\"\"\"", "\\", "\\u{",
        "\\u{110000}", "\\uD83D", "#", "\n", "\r", "\ufeff", "\0", "'", "-", "0", "01", "1e", "1e999", "on", "null", "true",
        "fragment A on Plan { ...A }", "...F0", "@skip(if: $x)", "__typename", "{ id: null }", "$a: [[Int]]",
        "\ud800", "😀", "query", "mutation", "subscription", "type T { a: Int }", "extend schema @a",
        "99999999999999999999", ",,,,", "\"description\" ", "directive @a on FIELD", "\u2028", "\u0007",
    ];

    public static string Next(string text, Chance chance)
    {
        var broken = new StringBuilder(text);
        for (var left = chance.Below(6); left >= 0; left--)
        {
            var at = chance.Below(broken.Length + 1);
            var length = Math.Min(chance.Below(60), broken.Length - at);
            switch (chance.Below(5))
            {
                case 0: broken.Insert(at, chance.Pick(Pieces)); break;
                case 1: broken.Remove(at, Math.Min(length, 12)); break;
                case 2: broken.Insert(at, broken.ToString(at, length)); break;
                case 3: broken.Length = at; break;
                default: broken.Insert(at, string.Concat(Enumerable.Repeat(chance.Pick(Pieces), chance.Size(400)))); break;
            }
        }
        return broken.ToString();
    }

    /// <summary>Tokens in any order.</summary>
    public static string Soup(Chance chance) =>
        string.Concat(Enumerable.Range(0, chance.Size(300)).Select(_ => chance.Pick(Pieces) + (chance.OneIn(2) ? " " : "")));
}
