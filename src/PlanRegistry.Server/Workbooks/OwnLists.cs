using PlanRegistry.Records;
using PlanRegistry.Server.Exports;

namespace PlanRegistry.Server.Workbooks;

/// <summary>Lists that the registry has exported, known by their whole heading: plans and entries go in again, others never.</summary>
internal static class OwnLists
{
    private static readonly List<(string Kind, Text Name, string Heads)> Known = [.. SheetForms.All.SelectMany(f =>
        new[] { Language.Zh, Language.En }.Select(l => (f.Key, f.Value.Name, string.Join('\t', f.Value.Heads.Select(h => h.In(l))))))];

    /// <summary>plans, and what the list is called; null where it is no list of ours.</summary>
    public static (string Kind, Text Name)? Of(Grid grid, Header header)
    {
        var heads = string.Join('\t', grid.Rows[header.First].Cells.Select(c => c.Text)).TrimEnd('\t');
        return Known.Find(k => k.Heads == heads) is { Heads: not null } found ? (found.Kind, found.Name) : null;
    }

    public static bool IsRead((string Kind, Text Name)? list) => list is null or { Kind: "plans" or "entries" };

    public static Text Refusal(Text name) => new($"该表是从登记册导出的“{name.Zh}”，不能导入，未读入；可以导入的是规划目录和目录清单条目。",
        $"The sheet is the list \"{name.En}\" as the registry exported it, which does not go in, and was not read; plans and entries do.");
}
