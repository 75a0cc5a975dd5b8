using System.Text.RegularExpressions;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Workbooks;

/// <summary>
/// A directory list that is not registered yet, made with its entries where its sender wants it: its year as the title says, its track as
/// title or rows do. That is inferred, and to be confirmed; who drafted and approved it, and when, stays unrecorded.
/// </summary>
internal static partial class NewLists
{
    /// <summary>Of a sheet whose rows were read; nothing where its list is registered.</summary>
    public static void Make(SheetRead sheet, RegistryView view, WorkbookChoice choice)
    {
        if (!choice.NewList || sheet.Header!.Of("list") is { IsRead: true }
            || (sheet.List is { } known && view.List(new Key<DirectoryList>(view.Code, known)) is not null))
        {
            return;
        }
        var titles = ListTitles.Of(sheet);
        if (YearIn(titles, out var refusal) is not { } year)
        {
            sheet.Refuse(refusal);
            return;
        }
        if (Misnamed(sheet.List, year) is { } misnamed)
        {
            sheet.Refuse(misnamed);
            return;
        }
        var track = TrackOf(sheet, titles);
        if (view.Of<DirectoryList>().Where(l => l.Year == year && l.Track == track).Select(l => l.Code).ToList() is { Count: > 0 } codes
            && sheet.List is null)
        {
            sheet.Refuse(new($"{year}年度同类清单已经登记（{string.Join('、', codes)}），请指定其中一份。",
                $"Lists of {year} of that track are registered ({string.Join(", ", codes)}): name one of them."));
            return;
        }
        var list = new NewList(sheet.List ?? $"{Prefix(track)}-{year}", track, year);
        (sheet.NewList, sheet.List) = (list, list.Code);
        foreach (var row in sheet.Rows)
        {
            if (row.Year("horizon_to") is { } end && end < year)
            {
                row.Problems.Add(sheet.Bad(row.Row, row.At.GetValueOrDefault("horizon_to", row.At.GetValueOrDefault("title")), new(
                    $"规划期至{end}年，在清单年度{year}年之前已经结束；请核对标题的年度或者规划期限。",
                    $"The horizon ends in {end}, before {year}, the list's year: look at the title's year or at the horizon.")));
            }
        }
        sheet.Inferred.Add(new(sheet.Grid.Name, new($"{list.Name.Zh}未登记，推定随本工作簿一并登记（据标题、类别）；制定、报送和批准均未录入。",
            $"{list.Name.En} is not registered, and is taken to be registered with this workbook, by title and kinds; "
                + "who drafted, submitted and approved it stays unrecorded.")));
        sheet.Notice("清单没有录入报送和批准日期，其制定程序和各项意见暂不评判；登记后请补录。",
            "No day of submission or approval is recorded of the list: how it was made is not judged until that is entered.");
    }

    /// <summary>The one that the title names; two that may be meant are refused.</summary>
    private static int? YearIn(string titles, out Text refusal)
    {
        var years = ListTitles.Years(titles);
        refusal = years.Count == 0
            ? new("标题没有写明清单的年度，不能一并登记；请先登记该清单。",
                "The title does not say the list's year, so it cannot be registered with it: register it first.")
            : new($"标题写有{years.Count}个年度（{string.Join("、", years.Take(5))}），清单属于哪一年无法认定；"
                + "请在标题中只写一个年度，或者先登记该清单。",
                $"The title names {years.Count} years ({string.Join(", ", years.Take(5))}), and which is the list's cannot be told: "
                    + "leave one of them, or register the list first.");
        return years is [var one] ? one : null;
    }

    /// <summary>Why a list of that year is not to have that code; null where it may, or none was said.</summary>
    private static Text? Misnamed(string? code, int year) =>
        code is null ? null
        : !Code().IsMatch(code) ? new($"目录清单代码“{SheetWalk.Short(code)}”不能使用：请写50个字以内的字母、汉字、数字和连字符，如SR-{year}。",
            $"\"{SheetWalk.Short(code)}\" can be no code of a directory list: up to 50 letters, digits and hyphens, like SR-{year}.")
        : CodeYear().Match(code) is { Success: true, Groups: var groups } && groups["year"].Value != $"{year}"
            ? new($"所写的目录清单代码“{code}”与标题的年度{year}年不一致，请改正其中之一。",
                $"The code {code} of the directory list does not go with {year}, the year of the title: mend one of them.")
        : null;

    private static ListTrack TrackOf(SheetRead sheet, string titles)
    {
        var (isSpatial, isOther) = (titles.Contains("空间", StringComparison.Ordinal),
            titles.Contains("专项", StringComparison.Ordinal) || titles.Contains("区域规划", StringComparison.Ordinal));
        if (!isSpatial && !isOther)
        {
            var kinds = sheet.Rows.Select(r => r.Texts.GetValueOrDefault("kind")).OfType<string>().ToHashSet(StringComparer.Ordinal);
            isOther = kinds.Count == 0 || kinds.Any(k => k != PlanRegistry.Records.Names.Of(PlanKind.Spatial));
            isSpatial = kinds.Contains(PlanRegistry.Records.Names.Of(PlanKind.Spatial));
        }
        return isSpatial && isOther ? ListTrack.Combined : isSpatial ? ListTrack.Spatial : ListTrack.SpecialAndRegional;
    }

    private static string Prefix(ListTrack track) => track switch
    {
        ListTrack.SpecialAndRegional => "SR", ListTrack.Spatial => "SP", _ => "L",
    };

    [GeneratedRegex(@"^[\p{L}\p{Nd}][\p{L}\p{Nd}_.-]{0,49}$")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<![0-9])(?<year>(19|20)[0-9]{2})(?![0-9])")]
    private static partial Regex CodeYear();
}
