namespace PlanRegistry.Rules;

/// <summary>What a rule is called where there is no room for its obligation: in a list of choices, beside its code.</summary>
internal static class RuleNames
{
    private static readonly Dictionary<string, Text> Names = new()
    {
        ["ALI-001"] = new("约束性指标不弱于上位规划", "binding targets no weaker than above"),
        ["ALI-002"] = new("上位约束性指标本级列为约束性", "binding above, binding here"),
        ["ALI-003"] = new("预期性指标不低于上位规划", "expected targets no lower than above"),
        ["ALI-004"] = new("分解下达指标纳入发展规划", "allocated indicators stand in the development plan"),
        ["AME-001"] = new("目标按原审批程序调整", "targets change by the original procedure"),
        ["AME-002"] = new("发展规划调整修订程序", "procedure of amending the development plan"),
        ["AME-003"] = new("下位规划随发展规划调整", "subordinate plans follow an amendment"),
        ["APR-012"] = new("按审批层级获得批准", "approved at its level"),
        ["CAT-001"] = new("规划列入目录清单", "plans stand on a directory list"),
        ["CAT-002"] = new("不编制规划的情形", "what is no matter for a plan"),
        ["CAT-003"] = new("专项和区域规划清单程序", "procedure of the special and regional list"),
        ["CAT-004"] = new("空间规划清单程序", "procedure of the spatial list"),
        ["CAT-005"] = new("清单的环评和水资源论证", "EIA and water argumentation of a list"),
        ["CAT-007"] = new("资料录入前清单的补录", "papers of old lists"),
        ["FUN-001"] = new("清单外规划不安排区级资金", "no district money for an unlisted plan"),
        ["HIE-001"] = new("以全区发展规划为上位规划", "under the district's development plan"),
        ["HIE-002"] = new("规划不得互为上位规划", "no plan above itself"),
        ["HIE-003"] = new("同期一部发展规划", "one development plan at a time"),
        ["HIE-004"] = new("发展规划以国家和全市为上位", "development plan under nation and municipality"),
        ["HIE-005"] = new("依据全市发展规划编制", "under the municipal development plan"),
        ["HIE-006"] = new("规划期不一致的适时调整", "another horizon is adapted"),
        ["IND-001"] = new("约束性指标进度", "progress of binding indicators"),
        ["PUB-001"] = new("公布规划实施进展", "progress is disclosed"),
        ["REV-001"] = new("年度监测分析", "annual monitoring"),
        ["REV-002"] = new("中期评估", "mid-term evaluation"),
        ["REV-003"] = new("总结评估", "final evaluation"),
        ["REV-004"] = new("监测评估报告报送", "whom reports go to"),
        ["REV-005"] = new("发展规划中期评估程序", "procedure of a mid-term evaluation"),
        ["REV-006"] = new("历史资料补录", "papers from before the registry"),
    };

    public static Text Of(string code) =>
        Names.TryGetValue(code, out var name) ? name : throw new InvalidOperationException($"Rule {code} has no name in RuleNames.");
}
