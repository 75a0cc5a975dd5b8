using System.Text.RegularExpressions;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>
/// Days as people and spreadsheets write them: each form is one day (or month, or year) and nothing else. 2021.3 is none: it may have been
/// 2021.30 before a spreadsheet took it for a figure; nor is 44281, nor a year of two digits.
/// </summary>
public static partial class Days
{
    private static readonly string[] Parts = ["year", "month", "day"];

    public static bool TryRead(string text, out PartialDate date)
    {
        var match = Form().Match(text);
        return PartialDate.TryParse(match.Success ? Iso(match) : text, out date);
    }

    /// <summary>Why what is written like a day is none; null where it is one, or is written like none.</summary>
    public static Text? WhyNone(string text)
    {
        if (Form().Match(text) is not { Success: true } match || PartialDate.TryParse(Iso(match), out _)
            || !int.TryParse(match.Groups["month"].Value, out var month)
            || !int.TryParse(match.Groups["year"].Value, out var year) || year < 1)
        {
            return null;
        }
        return month is < 1 or > 12 ? new Text($"没有{month}月", $"there is no month {month}")
            : DateTime.DaysInMonth(year, month) is var days ? new Text($"{year}年{month}月只有{days}天", $"{year}-{month:00} has {days} days")
            : null;
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
