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
            new("序号", "No.", 6, e => e.Code),
            new("规划名称", "Title", 42, e => e.Title),
            new("规划类别", "Kind", 12, e => Cell.Of(e.Kind)),
            new("板块", "Category", 14, e => e.Category),
            new("规划期限", "Horizon", 13, e => e.Horizon is { } years ? $"{years.From}—{years.To}" : null),
            new("牵头单位", "Lead agency", 20, e => e.LeadAgency?.Name),
            new("配合单位", "Co-lead agencies", 22, e => string.Join('、', e.CoLeadAgencies?.Select(a => a.Name) ?? [])),
            new("完成时限", "Due", 12, e => e.Due),
            new("需环评", "EIA needed", 8, e => Answer(e.EiaNeeded)),
            new("需水资源论证", "Water needed", 8, e => Answer(e.WaterNeeded)),
            new("移出", "Dropped", 7, e => Answer(e.Dropped)),
            new("移出理由", "Reason", 18, e => e.DroppedReason),
            new("清单", "List", 10, e => e.List.Code),
            new("规划代码", "Plan", 14, e => e.Plan?.Code),
            new("灯", "Light", 6, e => Cell.Of(e.Plan?.Light)),
        ],
        TitleOf);

    public static SheetForm Difference { get; } = new SheetForm<EntryDifferenceNode>(new("与另一份清单的差异", "Difference"),
        "District.directoryLists",
        (scope, choice) => ListOf(scope, choice.List) is { } list && ListDifferenceFields.Difference(list, choice.From) is { } difference
            ? difference.Entries : [],
        KeyOf,
        [
            new("变化", "Change", 8, e => Cell.Of(e.Kind)),
            new("条目编号", "No.", 8, e => e.Entry?.Code ?? e.Former.Select(f => f.Code).FirstOrDefault()),
            new("名称", "Title", 36, e => e.Entry?.Title ?? string.Join('、', e.Former.Select(f => f.Title))),
            new("合并自", "Merged from", 36,
                e => e.Kind == EntryDifferenceKind.Merged ? string.Join('、', e.Former.Select(f => f.Title)) : null),
            new("改动内容", "What changed", 50, e => Cell.Lines(e.Fields.Select(f => new Text(
                $"{f.Words.Zh}：{f.Before?.Zh ?? "未录入"}→{f.Now?.Zh ?? "未录入"}",
                $"{f.Words.En}: {f.Before?.En ?? "not recorded"} → {f.Now?.En ?? "not recorded"}")))),
            new("理由", "Reason", 30, e => e.Reason),
        ]);

    /// <summary>As the page tells them apart.</summary>
    private static string KeyOf(EntryDifferenceNode entry) => $"{entry.Entry?.Id} {string.Join(',', entry.Former.Select(f => f.Id))}";

    private static Text? TitleOf(Scope scope, SheetChoice choice) => ListOf(scope, choice.List)?.List.Name is not { } name ? default(Text?)
        : new Text(scope.View.District!.Name + name.Zh, $"{scope.View.District!.Name}: {name.En}");

    private static DirectoryListNode? ListOf(Scope scope, string? code) =>
        code is null ? null : scope.List(new Key<DirectoryList>(scope.View.Code, code));

    private static Cell Answer(bool? said) => said is { } yes ? yes ? new Text("是", "yes") : new Text("否", "no") : default(Cell);
}
