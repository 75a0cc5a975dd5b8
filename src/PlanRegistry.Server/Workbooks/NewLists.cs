using System.Globalization;
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
        var titles = string.Join('\n', sheet.Titles.Append(sheet.Grid.Name));
        if (YearIn(titles) is not { } year)
        {
            sheet.Refuse(new("标题没有写明清单的年度，不能一并登记；请先登记该清单。",
                "The title does not say the list's year, so it cannot be registered with it: register it first."));
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
        sheet.Inferred.Add(new(sheet.Grid.Name, new($"{list.Name.Zh}未登记，推定随本工作簿一并登记（据标题、类别）；制定、报送和批准均未录入。",
            $"{list.Name.En} is not registered, and is taken to be registered with this workbook, by title and kinds; "
                + "who drafted, submitted and approved it stays unrecorded.")));
        sheet.Notice("清单没有录入报送和批准日期，其制定程序和各项意见暂不评判；登记后请补录。",
            "No day of submission or approval is recorded of the list: how it was made is not judged until that is entered.");
    }

    /// <summary>The year before 年, else the only one that stands there.</summary>
    private static int? YearIn(string titles) => (YearWritten().Match(Width.Fold(titles)) is { Success: true } match ? match : null)
        ?.Groups["year"].Value is { } year ? int.Parse(year, CultureInfo.InvariantCulture) : null;

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

    [GeneratedRegex("(?<year>(19|20)[0-9]{2})年")]
    private static partial Regex YearWritten();
}
