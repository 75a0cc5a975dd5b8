using System.Globalization;
using System.Text.RegularExpressions;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Workbooks;

/// <summary>
/// What stands above the heading, and the sheet's name, as they tell of a directory list: its year is that of the list's title. A day on
/// which the sheet was filled in or up to which it counts (填报时间, 截至) says nothing of the list, nor does a horizon.
/// </summary>
internal static partial class ListTitles
{
    /// <summary>A line for each row and one for the name, without such days and horizons.</summary>
    public static string Of(SheetRead sheet)
    {
        var lines = sheet.Grid.Rows.Take(sheet.Header!.First)
            .Select(r => string.Join(' ', r.Cells.Select(c => c.Text).OfType<string>())).Append(sheet.Grid.Name);
        var plain = string.Join('\n', lines.Select(l => Width.Fold(l.ReplaceLineEndings(" "))));
        return Day().Replace(Labelled().Replace(Horizon().Replace(plain, ""), ""), "");
    }

    /// <summary>The years that stand with 清单 or 目录, else all that are written, in their order.</summary>
    public static IReadOnlyList<int> Years(string titles) =>
        Years(ListYear().Matches(titles)) is { Count: > 0 } named ? named : Years(YearWritten().Matches(titles));

    private static List<int> Years(MatchCollection found) =>
        [.. found.Select(m => int.Parse(m.Groups["year"].Value, CultureInfo.InvariantCulture)).Distinct().Order()];

    [GeneratedRegex("(?<year>(19|20)[0-9]{2})年")]
    private static partial Regex YearWritten();

    /// <summary>2026年度规划编制目录清单: with no mark or end of line between them.</summary>
    [GeneratedRegex(@"(?<year>(19|20)[0-9]{2})年[^\n,，。:：;；0-9]{0,40}?(清单|目录)")]
    private static partial Regex ListYear();

    [GeneratedRegex(@"(19|20)[0-9]{2}年?\s*[-—–－~～至到]+\s*(19|20)[0-9]{2}年?")]
    private static partial Regex Horizon();

    /// <summary>填报时间:2026年, 截至2026年底.</summary>
    [GeneratedRegex(@"(截至|截止|[时日]期?[间期]|年月)\s*[到于为]?\s*:?\s*(19|20)[0-9]{2}年?[末底]?")]
    private static partial Regex Labelled();

    [GeneratedRegex(@"(19|20)[0-9]{2}\s*年\s*[0-9]{1,2}\s*月(\s*[0-9]{1,2}\s*[日号])?")]
    private static partial Regex Day();
}
