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
        var written = sheet.Rows.Select(r => r.Texts.GetValueOrDefault("code")).OfType<string>().ToList();
        var byList = new Dictionary<string, Numbers>(StringComparer.Ordinal);
        var starts = NumbersStartAgain(sheet);
        var (section, last) = (0, (string?)null);
        foreach (var row in sheet.Rows)
        {
            (section, last) = (row.Category == last ? section : section + 1, row.Category);
            row.Texts["list"] = row.Texts.GetValueOrDefault("list") ?? sheet.List;
            var list = row.Texts["list"] ?? "";
            if (!byList.TryGetValue(list, out var numbers))
            {
                byList[list] = numbers = new Numbers(view.EntriesIn[new Key<DirectoryList>(view.Code, list)], written);
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
                row.Texts["code"] = numbers.Of(row.Texts.GetValueOrDefault("title"));
                row.At.TryAdd("code", at);
            }
        }
    }

    /// <summary>Those of a list, for rows that have none: its own where the list has the title once, else the first that is free.</summary>
    /// <param name="written">Numbers of the sheet's other rows: a new entry takes nobody's place.</param>
    private sealed class Numbers(IEnumerable<DirectoryEntry> recorded, IReadOnlyList<string> written)
    {
        private readonly Dictionary<string, string> byTitle = recorded.GroupBy(e => TitleKey.WithHorizon(e.Title))
            .Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single().Code);

        private readonly HashSet<string> taken = [.. recorded.Select(e => e.Code), .. written];
        private int next = 1;

        public string Of(string? title)
        {
            if (title is not null && byTitle.TryGetValue(TitleKey.WithHorizon(title), out var own))
            {
                return own;
            }
            string free;
            do
            {
                free = next++.ToString(CultureInfo.InvariantCulture);
            }
            while (!taken.Add(free));
            return free;
        }
    }

    private static bool NumbersStartAgain(SheetRead sheet) => sheet.Rows.Select(r => r.Category).Distinct().Count() > 1
        && sheet.Header!.Of("list") is not { IsRead: true }
        && sheet.Rows.GroupBy(r => r.Texts.GetValueOrDefault("code"))
            .Any(g => g.Key is not null && g.Select(r => r.Category).Distinct().Count() > 1);
}
