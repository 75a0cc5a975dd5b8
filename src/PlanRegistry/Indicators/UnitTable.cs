namespace PlanRegistry.Indicators;

/// <summary>The factor table: units of the registry and of the packs.</summary>
public sealed class UnitTable
{
    private readonly Dictionary<string, (string BaseUnit, decimal Factor)> units;

    public UnitTable(IEnumerable<Unit> recorded)
    {
        units = new(Factors, StringComparer.Ordinal);
        foreach (var unit in recorded)
        {
            units[unit.Code] = (unit.BaseUnit, unit.Factor);
        }
    }

    /// <summary>Whether a unit that every registry knows is so many times another.</summary>
    internal static bool IsShipped(string unit, string of, decimal times) =>
        Factors.TryGetValue(unit, out var one) && Factors.TryGetValue(of, out var other)
        && one.BaseUnit == other.BaseUnit && one.Factor == other.Factor * times;

    /// <summary>The units every registry knows.</summary>
    public static IReadOnlyList<(string Unit, string BaseUnit, decimal Factor)> Shipped { get; } =
    [
        ("元", "元", 1m), ("万元", "元", 10_000m), ("亿元", "元", 100_000_000m), ("万亿元", "元", 1_000_000_000_000m),
        ("人", "人", 1m), ("万人", "人", 10_000m), ("亿人", "人", 100_000_000m), ("人次", "人次", 1m), ("万人次", "人次", 10_000m),
        ("亿人次", "人次", 100_000_000m),
        // One 亩 is 2000/3 平方米, so the area units stand on 亩, where every factor is exact.
        ("亩", "亩", 1m), ("万亩", "亩", 10_000m), ("亿亩", "亩", 100_000_000m), ("公顷", "亩", 15m), ("万公顷", "亩", 150_000m),
        ("平方公里", "亩", 1500m), ("平方千米", "亩", 1500m), ("万平方公里", "亩", 15_000_000m), ("平方米", "亩", 0.0015m),
        ("万平方米", "亩", 15m), ("亿平方米", "亩", 150_000m), ("㎡", "亩", 0.0015m), ("km²", "亩", 1500m),
        ("%", "%", 1m), ("‰", "%", 0.1m), ("百分点", "百分点", 1m), ("个百分点", "百分点", 1m),
        ("吨", "吨", 1m), ("万吨", "吨", 10_000m), ("亿吨", "吨", 100_000_000m), ("克", "吨", 0.000001m), ("千克", "吨", 0.001m),
        ("公斤", "吨", 0.001m), ("斤", "吨", 0.0005m), ("万斤", "吨", 5m), ("亿斤", "吨", 50_000m), ("万亿斤", "吨", 500_000_000m),
        ("吨标准煤", "吨标准煤", 1m), ("万吨标准煤", "吨标准煤", 10_000m), ("亿吨标准煤", "吨标准煤", 100_000_000m),
        ("立方米", "立方米", 1m), ("万立方米", "立方米", 10_000m), ("亿立方米", "立方米", 100_000_000m), ("m³", "立方米", 1m),
        // Gas at standard conditions is another thing than a volume of water.
        ("标立方米", "标立方米", 1m), ("万标立方米", "标立方米", 10_000m), ("亿标立方米", "标立方米", 100_000_000m),
        ("米", "米", 1m), ("公里", "米", 1000m), ("千米", "米", 1000m), ("万公里", "米", 10_000_000m), ("km", "米", 1000m),
        ("千瓦", "千瓦", 1m), ("万千瓦", "千瓦", 10_000m), ("亿千瓦", "千瓦", 100_000_000m), ("兆瓦", "千瓦", 1000m), ("kW", "千瓦", 1m),
        ("MW", "千瓦", 1000m), ("千瓦时", "千瓦时", 1m), ("万千瓦时", "千瓦时", 10_000m), ("亿千瓦时", "千瓦时", 100_000_000m),
        ("kWh", "千瓦时", 1m), ("千伏安", "千伏安", 1m), ("万千伏安", "千伏安", 10_000m),
        ("年", "年", 1m), ("岁", "岁", 1m), ("天", "天", 1m), ("日", "天", 1m), ("小时", "小时", 1m), ("分钟", "分钟", 1m),
        ("个", "个", 1m), ("万个", "个", 10_000m), ("件", "件", 1m), ("万件", "件", 10_000m), ("亿件", "件", 100_000_000m), ("家", "家", 1m),
        ("万家", "家", 10_000m), ("户", "户", 1m), ("万户", "户", 10_000m), ("张", "张", 1m), ("座", "座", 1m), ("处", "处", 1m),
        ("项", "项", 1m), ("套", "套", 1m), ("万套", "套", 10_000m), ("次", "次", 1m), ("辆", "辆", 1m), ("万辆", "辆", 10_000m),
        ("头", "头", 1m), ("万头", "头", 10_000m), ("只", "只", 1m), ("万只", "只", 10_000m), ("株", "株", 1m), ("万株", "株", 10_000m),
        ("床", "张", 1m), ("台", "台", 1m), ("万台", "台", 10_000m), ("所", "所", 1m), ("条", "条", 1m),
        ("立方米/万元", "立方米/万元", 1m), ("张/千人", "张/千人", 1m),
        ("平方米/人", "平方米/人", 1m), ("件/万人", "件/万人", 1m), ("个/万人", "个/万人", 1m), ("人/千人", "人/千人", 1m),
        ("吨标准煤/万元", "吨标准煤/万元", 1m), ("微克/立方米", "微克/立方米", 1m), ("分贝", "分贝", 1m),
    ];

    private static readonly Dictionary<string, (string BaseUnit, decimal Factor)> Factors =
        Shipped.ToDictionary(u => u.Unit, u => (u.BaseUnit, u.Factor), StringComparer.Ordinal);

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
