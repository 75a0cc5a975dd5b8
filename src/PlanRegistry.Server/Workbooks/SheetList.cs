using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Workbooks;

/// <summary>The directory list that a sheet's rows belong to: the one that is said, else the one that its title names.</summary>
internal sealed class SheetList(RegistryView view, WorkbookChoice choice)
{
    public void Find(SheetRead sheet)
    {
        var titles = ListTitles.Of(sheet);
        var years = ListTitles.Years(titles);
        var named = Named(titles, years);
        sheet.List = choice.List ?? named?.Code;
        var isKnown = sheet.List is not null && view.List(new Key<DirectoryList>(view.Code, sheet.List)) is not null;
        if (choice.List is null && named is not null)
        {
            Assume(sheet, named);
        }
        else if (isKnown && choice.NewList)
        {
            sheet.Notice($"目录清单“{sheet.List}”已经登记，各行写入该清单，不另行登记新的清单。",
                $"The directory list {sheet.List} is registered already: the rows go into it, and no new list is registered.");
        }
        if (!choice.NewList && !isKnown)
        {
            sheet.Refuse(NoList(sheet.List, years));
        }
    }

    private void Assume(SheetRead sheet, DirectoryList list) => sheet.Inferred.Add(new(sheet.Grid.Name, new(
        $"表中各行推定属于“{list.Code}”（据表名、标题）{(choice.NewList ? "；该清单已经登记，不另行登记新的清单" : "")}。",
        $"The rows are taken to belong to {list.Code}, by the titles of the sheet"
            + $"{(choice.NewList ? ", which is registered already: no new list is registered" : "")}.")));

    /// <summary>By its code, or the only one of the year that the title names, of spatial plans where it says so.</summary>
    private DirectoryList? Named(string titles, IReadOnlyList<int> years)
    {
        var lists = view.Of<DirectoryList>();
        if (lists.Where(l => titles.Contains(l.Code, StringComparison.Ordinal)).MaxBy(l => l.Code.Length) is { } named)
        {
            return years.Count == 0 || years.Contains(named.Year) ? named : null;
        }
        var isSpatial = titles.Contains("空间", StringComparison.Ordinal);
        var fitting = years is [var year] ? lists.Where(l => l.Year == year && (l.Track == ListTrack.Spatial) == isSpatial).ToList() : [];
        return fitting is [var one] ? one : null;
    }

    private Text NoList(string? said, IReadOnlyList<int> years)
    {
        var lists = view.Of<DirectoryList>();
        var zh = string.Join('、', lists.Select(l => l.Code).Order(StringComparer.Ordinal).TakeLast(5));
        var en = zh.Replace("、", ", ", StringComparison.Ordinal);
        return said is not null ? new($"目录清单“{said}”未登记，请先登记该清单，或者选择随工作簿一并登记。",
                $"The directory list \"{said}\" is not known: register it first, or have it registered with it.")
            : zh == "" ? new("尚未登记任何目录清单，请先登记，或者选择随工作簿一并登记。",
                "No directory list is registered: register it first, or have it registered with it.")
            : years is [var year] && !lists.Any(l => l.Year == year) ? new(
                $"标题所写{year}年度的目录清单未登记，请选择随工作簿一并登记，或者指定已登记的清单（{zh}）。",
                $"The directory list of {year}, which the title names, is not registered: have it registered with it, "
                    + $"or name one that is registered ({en}).")
            : new($"没有写明属于哪份目录清单，请指定已登记的清单（{zh}），或者选择随工作簿一并登记。",
                $"Which directory list this is is not said: name one that is registered ({en}), or have it registered with it.");
    }
}
