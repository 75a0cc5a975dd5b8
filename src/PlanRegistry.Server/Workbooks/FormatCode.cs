using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PlanRegistry.Server.Workbooks;

/// <summary>
/// The codes of a number format (ECMA-376 Part 1, 18.8.31), without what it writes as it is ("年", \%) and without what stands in brackets
/// ([DBNum1], [$-804], [Red]): none of their letters is a code.
/// </summary>
internal static partial class FormatCode
{
    /// <summary>In lower case, of that of its parts by which a figure is shown; empty where there is no format.</summary>
    public static string Of(string? format, double number)
    {
        var parts = Parts(format ?? "");
        return (parts.Exists(p => p.When is not null) ? parts.Find(p => p.When?.Invoke(number) != false)
            : number < 0 && parts.Count > 1 ? parts[1]
            : number == 0 && parts.Count > 2 ? parts[2] : parts[0]).Codes ?? "";
    }

    /// <summary>How many decimals are always shown: of 0.00 two, of 0.## none.</summary>
    public static int Decimals(string codes) => codes.Contains('e') ? 0 : Math.Max(0, Fraction().Match(codes).Length - 1);

    private static List<(string Codes, Func<double, bool>? When)> Parts(string format)
    {
        var (parts, codes, when) = (new List<(string, Func<double, bool>?)>(), new StringBuilder(), default(Func<double, bool>));
        for (var i = 0; i < format.Length; i++)
        {
            switch (format[i])
            {
                case '"' or '[':
                    var end = format.IndexOf(format[i] == '"' ? '"' : ']', i + 1) is > 0 and var at ? at : format.Length;
                    when = Condition(format[(i + 1)..end]) ?? when;
                    i = end;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case ';':
                    parts.Add((codes.ToString(), when));
                    (codes, when) = (new StringBuilder(), null);
                    break;
                default:
                    codes.Append(char.ToLowerInvariant(format[i]));
                    break;
            }
        }
        return [.. parts, (codes.ToString(), when)];
    }

    private static Func<double, bool>? Condition(string text)
    {
        if (Bound().Match(text) is not { Success: true } match
            || !double.TryParse(match.Groups["than"].Value, CultureInfo.InvariantCulture, out var than))
        {
            return null;
        }
        return match.Groups["is"].Value switch
        {
            "<" => n => n < than, "<=" => n => n <= than, ">" => n => n > than, ">=" => n => n >= than, "<>" => n => n != than,
            _ => n => n == than,
        };
    }

    [GeneratedRegex(@"\.[0?]+")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"^(?<is><=|>=|<>|<|>|=)(?<than>-?[0-9.]+)$")]
    private static partial Regex Bound();
}
