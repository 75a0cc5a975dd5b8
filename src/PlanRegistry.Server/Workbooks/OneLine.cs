using System.Text.RegularExpressions;

namespace PlanRegistry.Server.Workbooks;

/// <summary>A text that was broken within its cell to fit: put together again as headings are, with a blank between Latin words.</summary>
internal static partial class OneLine
{
    public static string Of(string text) =>
        Break().Replace(text, m => IsLatin(text, m.Index - 1) && IsLatin(text, m.Index + m.Length) ? " " : "");

    private static bool IsLatin(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiLetterOrDigit(text[at]);

    [GeneratedRegex(@"[ \t\u3000]*[\r\n\u2028\u2029\u0085]+[ \t\r\n\u3000]*")]
    private static partial Regex Break();
}
