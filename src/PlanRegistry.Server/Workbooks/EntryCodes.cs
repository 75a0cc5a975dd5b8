using System.Globalization;
using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Workbooks;

/// <summary>The numbers of entries: those of the sheet, of the list, or made.</summary>
internal static class EntryCodes
{
    public static void Give(SheetRead sheet, RegistryView view)
    {
        Dictionary<string, string> Recorded(string? list) => list is null ? [] : view.EntriesIn[new Key<DirectoryList>(view.Code, list)]
            .GroupBy(e => TitleKey.WithHorizon(e.Title)).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single().Code);

        var byList = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        var starts = NumbersStartAgain(sheet);
        var (section, last) = (0, (string?)null);
        var taken = sheet.Rows.Select(r => r.Texts.GetValueOrDefault("code")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var row in sheet.Rows)
        {
            (section, last) = (row.Category == last ? section : section + 1, row.Category);
            row.Texts["list"] = row.Texts.GetValueOrDefault("list") ?? sheet.List;
            var list = row.Texts["list"] ?? "";
            if (!byList.TryGetValue(list, out var recorded))
            {
                byList[list] = recorded = Recorded(list);
            }
            var at = row.At.GetValueOrDefault("code", row.At.GetValueOrDefault("title"));
            if (row.Texts.GetValueOrDefault("code") is { } code)
            {
                if (starts)
                {
                    row.Texts["code"] = $"{section}-{code}";
                    sheet.Infer(row.Row, at, $"序号“{code}”在各部分中重复，条目编号推定为“{section}-{code}”。",
                        $"The number {code} stands in several sections; the entry is taken to be {section}-{code}.");
                }
            }
            else
            {
                row.Texts["code"] = row.Texts.GetValueOrDefault("title") is { } title
                    && recorded.TryGetValue(TitleKey.WithHorizon(title), out var own) ? own : Free(view, list, taken);
                row.At.TryAdd("code", at);
            }
        }
    }

    /// <summary>The first number that no entry of the list has, nor another row: a new entry takes nobody's place.</summary>
    private static string Free(RegistryView view, string list, HashSet<string> taken)
    {
        var recorded = view.EntriesIn[new Key<DirectoryList>(view.Code, list)].Select(e => e.Code).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, recorded.Count + taken.Count + 1).Select(n => n.ToString(CultureInfo.InvariantCulture))
            .First(n => !recorded.Contains(n) && taken.Add(n));
    }

    private static bool NumbersStartAgain(SheetRead sheet) => sheet.Rows.Select(r => r.Category).Distinct().Count() > 1
        && sheet.Header!.Of("list") is not { IsRead: true }
        && sheet.Rows.GroupBy(r => r.Texts.GetValueOrDefault("code"))
            .Any(g => g.Key is not null && g.Select(r => r.Category).Distinct().Count() > 1);
}
