using System.Text.RegularExpressions;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>
/// Days as people and spreadsheets write them: each form is one day (or month, or year) and nothing else. 2021.3 is none: it may have been
/// 2021.30 before a spreadsheet took it for a figure; nor is 44281, nor a year of two digits.
/// </summary>
internal static partial class Days
{
    private static readonly string[] Parts = ["year", "month", "day"];

    public static bool TryRead(string text, out PartialDate date)
    {
        var match = Form().Match(text);
        return PartialDate.TryParse(match.Success ? Iso(match) : text, out date);
    }

    private static string Iso(Match match) =>
        string.Join('-', Parts.Select(n => match.Groups[n]).Where(g => g.Success).Select(g => g.Value.PadLeft(2, '0')));

    [GeneratedRegex(@"^(?<year>[0-9]{4})(
        (?<mark>[-/])(?<month>[0-9]{1,2})(\k<mark>(?<day>[0-9]{1,2}))?
        |[.](?<month>[0-9]{1,2})[.](?<day>[0-9]{1,2})
        |(?<month>[0-9]{2})(?<day>[0-9]{2})
        |\s*年(\s*(?<month>[0-9]{1,2})\s*月(\s*(?<day>[0-9]{1,2})\s*日)?)?
        )([ ]0:00(:00)?)?$", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Form();
}
