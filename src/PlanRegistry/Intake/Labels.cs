namespace PlanRegistry.Intake;

/// <summary>What a column is called in a Chinese sentence.</summary>
internal static class Labels
{
    private static readonly Dictionary<string, string> ByColumn = new()
    {
        ["code"] = "代码", ["name"] = "名称", ["tier"] = "层级", ["superior"] = "上级(上位)", ["former_codes"] = "曾用代码", ["role"] = "职能", ["uscc"] = "统一社会信用代码",
        ["aliases"] = "别名", ["valid_from"] = "有效起日", ["valid_to"] = "有效止日", ["succeeded_by"] = "承继单位", ["title"] = "名称", ["document"] = "文件",
        ["number"] = "文号", ["issuer"] = "印发单位", ["on_behalf_of"] = "代章单位", ["kind"] = "类型", ["issued_on"] = "印发日期", ["secrecy"] = "密级", ["sha256"] = "文件校验值",
        ["plans"] = "涉及规划", ["list"] = "目录清单", ["track"] = "清单类别", ["year"] = "年度", ["drafter"] = "编制单位", ["co_drafters"] = "会同单位",
        ["joint_submission"] = "联合报送", ["submitted_on"] = "报送日期", ["approver"] = "审批单位", ["approval_document"] = "批准文件", ["approved_on"] = "批准日期",
        ["replaces"] = "替代清单", ["eia_opinion"] = "环评意见", ["water_opinion"] = "水资源论证意见", ["lead_agency"] = "牵头单位",
        ["co_lead_agencies"] = "共同牵头单位", ["horizon_from"] = "规划期起年", ["horizon_to"] = "规划期止年", ["category"] = "类别", ["due"] = "计划完成时间", ["plan"] = "规划",
        ["eia_needed"] = "是否需要环评", ["water_needed"] = "是否需要水资源论证", ["dropped"] = "是否移出", ["dropped_reason"] = "移出理由", ["lead_from"] = "牵头起日",
        ["vision_year"] = "远景目标年", ["approval_level"] = "审批层级", ["importance"] = "重要程度", ["daily_work"] = "是否日常工作", ["municipal_filing"] = "是否报市备案",
        ["field"] = "领域", ["region_class"] = "区域类别", ["areas"] = "范围", ["external_ids"] = "外部编号", ["drafting_from"] = "编制起日", ["published_on"] = "发布日期",
        ["district"] = "行政区", ["subordinate"] = "下位规划", ["clause"] = "条款", ["from"] = "起日", ["to"] = "止日", ["rules"] = "规则", ["indicator"] = "指标",
        ["unit"] = "计量单位", ["direction"] = "方向", ["measure"] = "计量方式", ["extent"] = "总量或比率", ["reading_basis"] = "监测口径", ["base_unit"] = "基本单位",
        ["factor"] = "换算系数", ["version"] = "版本", ["nature"] = "指标属性", ["base_year"] = "基期年", ["base_value"] = "基期值", ["target_year"] = "目标年",
        ["target_value"] = "目标值", ["target_low"] = "目标下限", ["target_high"] = "目标上限", ["wording"] = "原文", ["to_district"] = "下达行政区", ["reason"] = "理由",
        ["value"] = "值", ["source"] = "来源", ["cutoff_on"] = "数据截止日", ["agency"] = "单位", ["type"] = "办理环节", ["on"] = "日期", ["about"] = "事由",
        ["against"] = "对应规划", ["recipients"] = "报送单位", ["copies"] = "抄送单位", ["copied_on"] = "抄送日期", ["hosts"] = "主办单位", ["result"] = "结果", ["note"] = "备注",
        ["proposed_on"] = "提出日期", ["evaluation"] = "评估报告", ["changed_indicators"] = "变动指标", ["project"] = "项目", ["amount"] = "金额", ["money"] = "资金来源",
        ["purpose"] = "用途", ["budget_year"] = "预算年度", ["budgeted"] = "是否列入预算", ["requested_on"] = "申请日期", ["arranged_on"] = "安排日期", ["spent_on"] = "支出日期",
        ["project_code"] = "项目代码", ["function_subject"] = "功能科目", ["key"] = "参数",
    };

    /// <summary>Of several columns joined by " + " too.</summary>
    public static string Zh(string column) => string.Join('+', column.Split(" + ").Select(c => ByColumn.GetValueOrDefault(c, c)));
}
