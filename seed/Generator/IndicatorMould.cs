using PlanRegistry.Indicators;

namespace PlanRegistry.Generator;

/// <summary>An indicator before a district has it: where it stood in 2020 and how far it moves in five years.</summary>
internal sealed record IndicatorMould(
    string Code, string Name, string Unit, IndicatorNature Nature, decimal Base, decimal Step,
    Direction Direction = Direction.Higher, Measure Measure = Measure.Level, Extent Extent = Extent.Ratio, int Decimals = 2)
{
    private const IndicatorNature Binding = IndicatorNature.Binding;
    private const IndicatorNature Expected = IndicatorNature.Expected;

    /// <summary>What development plans at every tier set targets for; equal codes and names at all tiers.</summary>
    public static readonly IReadOnlyList<IndicatorMould> Common =
    [
        new("FOREST-COVER", "森林覆盖率", "%", Binding, 50.0m, 2.0m), new("AIR", "空气质量优良天数比率", "%", Binding, 90.0m, 0.8m),
        new("WATER-III", "地表水达到或好于Ⅲ类水体比例", "%", Binding, 94.0m, 0.6m),
        new("WATER-USE", "万元地区生产总值用水量", "立方米", Binding, 42.0m, -4.0m, Direction.Lower),
        new("ENERGY", "单位地区生产总值能源消耗降低", "%", Binding, 0m, 14.0m, Measure: Measure.Cumulative),
        new("CARBON", "单位地区生产总值二氧化碳排放降低", "%", Binding, 0m, 17.0m, Measure: Measure.Cumulative),
        new("FARMLAND", "耕地保有量", "万亩", Binding, 88.0m, 0.2m, Extent: Extent.Total),
        new("GRAIN", "粮食综合生产能力", "万吨", Binding, 56.0m, 1.5m, Extent: Extent.Total),
        new("SCHOOLING", "劳动年龄人口平均受教育年限", "年", Binding, 10.4m, 0.5m), new("SEWAGE", "城市生活污水集中处理率", "%", Binding, 90.0m, 1.4m),
        new("URBAN", "常住人口城镇化率", "%", Expected, 52.0m, 4.0m), new("RESEARCH", "全社会研发经费投入强度", "%", Expected, 1.4m, 0.5m),
        new("DIGITAL", "数字经济核心产业增加值占地区生产总值比重", "%", Expected, 4.0m, 2.0m),
        new("UNEMPLOYMENT", "城镇调查失业率", "%", Expected, 5.6m, -0.1m, Direction.Lower),
        new("DOCTORS", "每千人口执业(助理)医师数", "人", Expected, 2.7m, 0.5m), new("NURSERY", "每千人口拥有3岁以下婴幼儿托位数", "个", Expected, 1.6m, 2.4m),
        new("PENSION", "基本养老保险参保率", "%", Expected, 91.0m, 1.6m), new("LIFE", "人均预期寿命", "岁", Expected, 77.8m, 0.9m),
        new("PATENT", "每万人口高价值发明专利拥有量", "件", Expected, 1.1m, 1.2m), new("TAP-WATER", "农村自来水普及率", "%", Expected, 84.0m, 3.0m),
        new("GDP", "地区生产总值年均增长", "%", Expected, 6.5m, -0.5m, Measure: Measure.AnnualGrowth),
        new("INCOME", "居民人均可支配收入年均增长", "%", Expected, 7.0m, -0.4m, Measure: Measure.AnnualGrowth),
    ];

    /// <summary>What a special plan of the field measures its own work by.</summary>
    public static IReadOnlyList<IndicatorMould> Of(PlanningField field) =>
        [
            new($"{field.Code}-INVESTMENT", $"{field.Name}领域累计投资", "亿元", Expected, 0m, 60.0m,
                Measure: Measure.Cumulative, Extent: Extent.Total),
            new($"{field.Code}-PROJECTS", $"{field.Name}领域累计建成重点项目", "个", Expected, 0m, 24m,
                Measure: Measure.Cumulative, Extent: Extent.Total, Decimals: 0),
            new($"{field.Code}-COVER", $"{field.Name}服务覆盖率", "%", Binding, 80.0m, 5.0m),
            new($"{field.Code}-STANDARD", $"{field.Name}设施达标率", "%", Binding, 76.0m, 6.0m),
            new($"{field.Code}-ONLINE", $"{field.Name}事项网上可办率", "%", Expected, 70.0m, 8.0m),
            new($"{field.Code}-CONTENT", $"{field.Name}群众满意度", "%", Expected, 84.0m, 3.0m),
            new($"{field.Code}-STAFF", $"{field.Name}每万人口专业人员数", "人", Expected, 6.0m, 1.0m),
            new($"{field.Code}-RISK", $"{field.Name}隐患发生率", "‰", Expected, 4.0m, -0.6m, Direction.Lower),
        ];

    /// <summary>Shares of a whole end at the whole.</summary>
    public decimal Rounded(decimal value) => Math.Round(Unit == "%" && Measure == Measure.Level ? Math.Min(value, 100m) : value, Decimals);
}
