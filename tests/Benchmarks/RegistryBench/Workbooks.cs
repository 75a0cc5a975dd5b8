using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Exports;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Workbooks;

namespace RegistryBench;

/// <summary>The dry run of a district's workbook of 5,000 rows: alone in its process, so that the peak of its memory is its own.</summary>
internal static class Workbooks
{
    private const int Rows = 5_000;

    public static IEnumerable<Figure> Measure(string folder)
    {
        using var registry = Registry.Open(Packs.Source(folder, Packs.District.Plans), TimeProvider.System);
        var view = registry.View(Packs.Code)!;
        var file = Path.Combine(folder, "list.xlsx");
        var agencies = view.Of<Agency>().Select(a => a.Name).ToList();
        File.WriteAllBytes(file, Workbook.Write([Sheet(agencies)], Language.Zh));
        var order = new WorkbookOrder
        {
            District = Packs.Code, DryRun = true, Reason = "bench", Choice = new(view.Of<DirectoryList>()[0].Code),
        };
        var time = Figures.Time(() => WorkbookImport.Run(registry, file, "bench", order,
            new Voice(Language.En, TextWriter.Null, TextWriter.Null)));
        yield return new Figure($"dry run of a workbook of {Rows:N0} rows, the code cold", time, 5_000, "ms");
        yield return new Figure($"peak memory of the dry run of {Rows:N0} rows", ManyRows.PeakMegabytes(), 500, "MB");
    }

    private static Sheet Sheet(IReadOnlyList<string> agencies)
    {
        var heads = new[] { "序号", "规划名称", "类别", "牵头单位", "配合单位", "规划期限", "完成时限", "是否环评", "备注" };
        return new Sheet("目录清单", heads, [.. heads.Select(_ => 20)], [.. Enumerable.Range(1, Rows).Select(i => (IReadOnlyList<Cell>)
        [
            10_000 + i, $"示例第{i}号专项规划", "专项规划", agencies[i % agencies.Count], agencies[(i + 1) % agencies.Count], "2026-2030年",
            "2026年6月", "否", "示例",
        ])], "");
    }
}
