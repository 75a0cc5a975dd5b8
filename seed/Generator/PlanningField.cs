namespace PlanRegistry.Generator;

/// <summary>领域: what special plans are made for, and the department that leads them.</summary>
internal sealed record PlanningField(string Code, string Name, string Department)
{
    public static readonly IReadOnlyList<PlanningField> All =
    [
        new("EDU", "教育", "教育委员会"), new("TRANS", "综合交通", "交通运输委员会"), new("AGR", "农业农村", "农业农村委员会"),
        new("HEALTH", "卫生健康", "卫生健康委员会"), new("CULTURE", "文化旅游", "文化和旅游发展委员会"), new("CIVIL", "民政养老", "民政局"),
        new("LABOUR", "就业和社会保障", "人力资源和社会保障局"), new("HOUSING", "住房和城乡建设", "住房和城乡建设委员会"), new("URBAN", "城市管理", "城市管理局"),
        new("COMMERCE", "商贸流通", "商务委员会"), new("INDUSTRY", "工业和信息化", "经济和信息化委员会"), new("SCIENCE", "科技创新", "科学技术局"),
        new("FORESTRY", "林业", "林业局"), new("EMERGENCY", "应急管理", "应急管理局"), new("MARKET", "市场监管", "市场监督管理局"),
        new("SPORT", "体育", "体育局"), new("VETERANS", "退役军人服务", "退役军人事务局"), new("MEDICARE", "医疗保障", "医疗保障局"),
        new("DATA", "数字经济", "大数据应用发展管理局"), new("INVEST", "招商引资", "招商投资促进局"), new("RURAL", "乡村振兴", "乡村振兴局"),
        new("ENERGY", "能源", "能源局"), new("LAW", "法治建设", "依法治区办公室"), new("FIRE", "消防", "消防救援局"),
    ];

    public static readonly IReadOnlyList<string> Topics =
    [
        "发展", "基础设施建设", "公共服务", "人才队伍建设", "数字化建设", "安全保障", "空间布局", "重点项目建设", "产业融合", "绿色低碳",
    ];
}
