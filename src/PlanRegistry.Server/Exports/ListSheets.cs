using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Exports;

/// <summary>目录清单: what a list holds, and what it says otherwise than another.</summary>
internal static class ListSheets
{
    public static SheetForm Entries { get; } = new SheetForm<DirectoryEntryNode>(new("目录清单条目", "Entries"), "District.directoryLists",
        (scope, choice) => ListOf(scope, choice.List) is { } list ? list.Entries : [], e => e.Id,
        [
            new("清单", "List", 14, e => e.List.Code),
            new("条目编号", "No.", 10, e => e.Code),
            new("名称", "Title", 48, e => e.Title),
            new("类别", "Kind", 14, e => Cell.Of(e.Kind)),
            new("规划期始", "From", 10, e => e.Horizon?.From),
            new("规划期止", "To", 10, e => e.Horizon?.To),
            new("牵头单位", "Lead agency", 26, e => e.LeadAgency?.Name),
            new("需环评", "EIA needed", 10, e => Answer(e.EiaNeeded)),
            new("需水资源论证", "Water needed", 14, e => Answer(e.WaterNeeded)),
            new("移出", "Dropped", 10, e => Answer(e.Dropped)),
            new("移出理由", "Reason", 30, e => e.DroppedReason),
            new("规划代码", "Plan", 16, e => e.Plan?.Code),
            new("灯", "Light", 8, e => Cell.Of(e.Plan?.Light)),
        ]);

    public static SheetForm Difference { get; } = new SheetForm<EntryDifferenceNode>(new("与另一份清单的差异", "Difference"),
        "District.directoryLists",
        (scope, choice) => ListOf(scope, choice.List) is { } list && ListDifferenceFields.Difference(list, choice.From) is { } difference
            ? difference.Entries : [],
        KeyOf,
        [
            new("变化", "Change", 12, e => Cell.Of(e.Kind)),
            new("条目编号", "No.", 10, e => e.Entry?.Code ?? e.Former.Select(f => f.Code).FirstOrDefault()),
            new("名称", "Title", 48, e => e.Entry?.Title ?? string.Join('、', e.Former.Select(f => f.Title))),
            new("合并自", "Merged from", 48,
                e => e.Kind == EntryDifferenceKind.Merged ? string.Join('、', e.Former.Select(f => f.Title)) : null),
            new("改动内容", "What changed", 60, e => Cell.Lines(e.Fields.Select(f => new Text(
                $"{f.Words.Zh}：{f.Before?.Zh ?? "未录入"}→{f.Now?.Zh ?? "未录入"}",
                $"{f.Words.En}: {f.Before?.En ?? "not recorded"} → {f.Now?.En ?? "not recorded"}")))),
            new("理由", "Reason", 40, e => e.Reason),
        ]);

    /// <summary>As the page tells them apart.</summary>
    private static string KeyOf(EntryDifferenceNode entry) => $"{entry.Entry?.Id} {string.Join(',', entry.Former.Select(f => f.Id))}";

    private static DirectoryListNode? ListOf(Scope scope, string? code) =>
        code is null ? null : scope.List(new Key<DirectoryList>(scope.View.Code, code));

    private static Cell Answer(bool? said) => said is { } yes ? yes ? new Text("是", "yes") : new Text("否", "no") : default(Cell);
}
