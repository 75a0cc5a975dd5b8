namespace PlanRegistry.Indicators;

/// <summary>The factor table: units of the registry and of the packs.</summary>
public sealed class UnitTable
{
    private readonly Dictionary<string, (string BaseUnit, decimal Factor)> units;

    public UnitTable(IEnumerable<Unit> recorded)
    {
        units = Shipped.ToDictionary(u => u.Unit, u => (u.BaseUnit, u.Factor), StringComparer.Ordinal);
        foreach (var unit in recorded)
        {
            units[unit.Code] = (unit.BaseUnit, unit.Factor);
        }
    }

    /// <summary>The units every registry knows.</summary>
    public static IReadOnlyList<(string Unit, string BaseUnit, decimal Factor)> Shipped { get; } =
    [
        ("元", "元", 1m), ("万元", "元", 10_000m), ("亿元", "元", 100_000_000m),
        ("人", "人", 1m), ("万人", "人", 10_000m),
        // One 亩 is 2000/3 平方米, so the area units stand on 亩, where every factor is exact.
        ("亩", "亩", 1m), ("万亩", "亩", 10_000m), ("公顷", "亩", 15m), ("万公顷", "亩", 150_000m), ("平方公里", "亩", 1500m), ("平方米", "亩", 0.0015m),
        ("%", "%", 1m), ("‰", "%", 0.1m), ("百分点", "百分点", 1m),
        ("吨", "吨", 1m), ("万吨", "吨", 10_000m), ("亿吨", "吨", 100_000_000m),
        ("吨标准煤", "吨标准煤", 1m), ("万吨标准煤", "吨标准煤", 10_000m), ("亿吨标准煤", "吨标准煤", 100_000_000m),
        ("立方米", "立方米", 1m), ("万立方米", "立方米", 10_000m), ("亿立方米", "立方米", 100_000_000m),
        ("公里", "米", 1000m), ("米", "米", 1m),
        ("千瓦", "千瓦", 1m), ("万千瓦", "千瓦", 10_000m), ("千瓦时", "千瓦时", 1m), ("亿千瓦时", "千瓦时", 100_000_000m),
        ("年", "年", 1m), ("岁", "岁", 1m), ("天", "天", 1m),
        ("个", "个", 1m), ("万个", "个", 10_000m), ("件", "件", 1m), ("家", "家", 1m), ("户", "户", 1m), ("万户", "户", 10_000m),
        ("张", "张", 1m), ("座", "座", 1m), ("处", "处", 1m), ("项", "项", 1m), ("套", "套", 1m),
        ("万套", "套", 10_000m), ("次", "次", 1m), ("万人次", "人次", 10_000m), ("人次", "人次", 1m),
    ];

    /// <summary>
    /// The unit that both stand on, and what one of each is in it: an exact product,
    /// where a quotient (亩 in 公顷) is not. Null when they measure different things.
    /// </summary>
    public (string BaseUnit, decimal Left, decimal Right)? Common(string left, string right) =>
        left == right ? (left, 1m, 1m)
        : units.TryGetValue(left, out var l) && units.TryGetValue(right, out var r) && l.BaseUnit == r.BaseUnit
            ? (l.BaseUnit, l.Factor, r.Factor)
        : null;
}
