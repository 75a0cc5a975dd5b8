using System.Globalization;
using PlanRegistry.Catalogue;
using PlanRegistry.Funding;
using PlanRegistry.Records;
using static PlanRegistry.Conformance.PolicyFormats;

namespace PlanRegistry.Conformance;

/// <summary>
/// Every parameter that the texts leave open, one line each: what it decides, how it is written, its default and the clause, or 本系统默认
/// where the texts are silent. A district's first entry writes the defaults as rows, so that an officer can see, date and change them.
/// </summary>
public static class PolicyKeys
{
    private const string Silent = "本系统默认";
    private const string Notice = "开州府办发〔2020〕95号 三、（一）";
    private static readonly PartialDate Always = new(new DateOnly(2000, 1, 1));
    private static readonly List<PolicyKey> Table = [];

    public static readonly PolicyKey<DateOnly> ListingFrom =
        Key("catalogue.listing_from", "自何日起须列入目录清单", "from when listing is demanded", Day, "2020-09-15", Notice + "（印发之日）");
    public static readonly PolicyKey<DateOnly> RecordsFrom =
        Key("registry.records_from", "自何日起资料录入完整", "from when records are complete", Day, null, Silent + "（首次录入之日）");
    public static readonly PolicyKey<MonthDay> FirstYearStart =
        Key("review.first_year.latest_start", "首年度计入的最迟实施日", "latest start by which a first year counts", MonthAndDay, "07-01", Silent);
    public static readonly PolicyKey<MonthDay> AnnualDue =
        Key("review.annual.due", "年度监测分析期限（次年）", "due day of annual monitoring, next year", MonthAndDay, "06-30", Silent);
    public static readonly PolicyKey<int> NoMidTermUpTo =
        Key("review.mid_term.none_up_to_years", "规划期至多几年的不作中期评估", "longest horizon without a mid-term evaluation", Years, "3", Silent);
    public static readonly PolicyKey<int?> MidTermYear =
        Key("review.mid_term.year", "中期评估年度", "year of the mid-term evaluation", YearOfHorizon, MiddleYear, Silent);
    public static readonly PolicyKey<MonthDay> MidTermDue =
        Key("review.mid_term.due", "中期评估期限（当年）", "due day of the mid-term evaluation, that year", MonthAndDay, "12-31", Silent);
    public static readonly PolicyKey<int> MidTermMonths =
        Key("review.mid_term.min_months", "发布至中期评估至少几个月", "months from publication to mid-term at least", Months, "18", Silent);
    public static readonly PolicyKey<MonthDay> MidTermStepsDue =
        Key("review.mid_term.steps.due", "中期评估报告审定、审议期限（当年）",
            "due day of the steps after a mid-term report, that year", MonthAndDay, "12-31", Silent);
    public static readonly PolicyKey<int> MidTermStepsDays =
        Key("review.mid_term.steps.days", "中期评估报告后审定、审议至少留几日", "days after a mid-term report for its steps, at least", Days, "60", Silent);
    public static readonly PolicyKey<int> FollowUpDays =
        Key("review.mid_term.follow_up.days", "人大常委会审议后研究处理意见、通报和公布的期限",
            "days after the deliberation for handling its opinions, telling the deputies and publishing", Days, "180", Silent);
    public static readonly PolicyKey<int> SpatialCycleYears =
        Key("review.spatial.cycle_years", "空间规划评估周期", "years between evaluations of a spatial plan", CycleYears, "5", Silent);
    public static readonly PolicyKey<MonthDay> FinalDue =
        Key("review.final.due", "总结评估期限", "due day of the final evaluation", MonthAndDay, "12-31", Silent);
    public static readonly PolicyKey<int> FinalYearOffset =
        Key("review.final.year_offset", "总结评估在末年后第几年",
            "years after the last one for the final evaluation", YearsAfter, new PolicyDefault("1", Silent),
            new PolicyDefault("0", "国家发展规划法 第十六、三十一条（参照）", PlanKind.Development));
    public static readonly PolicyKey<MonthDay> AnnualCountsFrom =
        Key("report.annual.counts_from", "年度监测分析报告自何日起算数（当年）",
            "from when a monitoring report counts, that year", MonthAndDay, "12-01", Silent);
    public static readonly PolicyKey<MidTermStart> MidTermCountsFrom =
        Key("report.mid_term.counts_from", "中期评估报告自何时起算数", "from when a mid-term report counts", MidTermStarts,
            new PolicyDefault("horizon/3", Silent), new PolicyDefault("year", Silent, PlanKind.Development),
            new PolicyDefault("year-1", Silent, PlanKind.Spatial));
    public static readonly PolicyKey<MonthDay> FinalCountsFrom =
        Key("report.final.counts_from", "总结评估报告自何日起算数（末年）",
            "from when a final report counts, the last year", MonthAndDay, "01-01", Silent);
    public static readonly PolicyKey<int> DueSoonDays =
        Key("review.due_soon_days", "到期前几日起提示临近", "days before it is due that a duty is told as near", Days, "30", Silent);
    public static readonly PolicyKey<int> CopyMaxDays =
        Key("report.copy.max_days", "报告后至多几日内抄送", "days after a report within which it is copied", Days, "7", Silent);
    public static readonly PolicyKey<int> CascadeDueDays =
        Key("amendment.cascade.due_days", "发展规划调整后相关规划的期限", "days for subordinates to follow an amendment", Days, "180", Silent);
    public static readonly PolicyKey<int> MinYears =
        Key("plan.min_years", "编制规划的最低年限", "fewest years worth a plan", Years, "3", Notice);
    public static readonly PolicyKey<int> MismatchGraceDays =
        Key("horizon.mismatch.grace_days", "后发布的发展规划的适应期限", "days to follow a development plan published later", Days, "180", Silent);
    public static readonly PolicyKey<int> SuperiorLaterGraceDays =
        Key("alignment.superior_later.grace_days", "上位规划后批准的适应期限", "days to follow a superior approved later", Days, "180", Silent);
    public static readonly PolicyKey<MonthDay> ReadingExpectedBy =
        Key("reading.expected_by", "监测值录入期限（次年）", "day by which a reading is expected, next year", MonthAndDay, "06-30", Silent);
    public static readonly PolicyKey<decimal> DeviationAlert =
        Key("deviation.alert", "指标进度预警线", "alert for the lag of an indicator", Share, "0.20", Silent + "（参考值）");
    public static readonly PolicyKey<decimal> ReadingTolerance =
        Key("readings.tolerance", "各来源监测值相差的容差", "how far readings of several sources may differ", Share, "0.05", Silent + "（参考值）");
    public static readonly PolicyKey<int> AnnualTargetsDueDays =
        Key("annual_targets.due_days", "发展规划发布或者调整后设置年度目标的期限",
            "days for annual targets after a development plan is published or amended", Days, "90", Silent);
    public static readonly PolicyKey<decimal> GradeAhead =
        Key("grade.ahead", "领先多少的评为预计可超额完成", "how far ahead an indicator is expected to exceed its target", Share, "0.05",
            Silent + "（参考值）");
    public static readonly PolicyKey<decimal> GradeBehind =
        Key("grade.behind", "落后多少以内仍评为预计可如期完成", "how far behind an indicator is still expected in time", Share, "0.05",
            Silent + "（参考值）");
    public static readonly PolicyKey<decimal> GradeDifficulty =
        Key("grade.difficulty", "落后超过多少的评为预计完成难度大", "how far behind an indicator is in difficulty", Share, "0.20",
            Silent + "（参考值）");
    public static readonly PolicyKey<int> FilingDueDays =
        Key("filing.due_days", "部门规划发布后的备案期限", "days after a department's publication within which it is filed", Days, "30", Silent);
    public static readonly PolicyKey<MonthDay> DisclosureDue =
        Key("disclosure.due", "公布实施进展期限（次年）", "due day of disclosing progress, next year", MonthAndDay, "06-30", Silent);
    public static readonly PolicyKey<bool> PublicDirectory =
        Key("disclosure.public_directory", "是否向社会公开规划目录", "whether the public directory of plans is open", Switch, "off", Silent);
    public static readonly PolicyKey<DueDays> FindingDueDays =
        Key("finding.due_days", "问题的办理时限", "days for mending a finding", DueDays.Format, "10;30;60", Silent);
    public static readonly PolicyKey<int> WaiverDays =
        Key("waiver.max_days", "暂缓整改的最长期限", "longest term of a waiver", Days, "365", Silent);
    public static readonly PolicyKey<int> OverwritingDays =
        Key("correction.document.after_days", "录入几日后改写有问题的记录须有文件", "days after which overwriting what findings concern takes a document",
            Days, "30", Silent);
    public static readonly PolicyKey<int> RoundDays =
        Key("consultation.round_days", "征求部门、专家、企业意见的期限", "days for agencies, experts and enterprises to reply", Days, "7",
            Silent + "（参考值）");
    public static readonly PolicyKey<int> PublicDays =
        Key("consultation.public_days", "公开征求意见的期限", "days of a public consultation", Days, "30", "重大行政决策程序暂行条例 第十五条");
    public static readonly PolicyKey<int> PublicMinDays =
        Key("consultation.public_min_days", "公开征求意见缩短后的最短期限", "fewest days of a public consultation that is shortened", Days,
            "1", Silent);
    public static readonly PolicyKey<int> IntegrationDays =
        Key("consultation.integration_days", "意见收齐后办理的期限", "days for handling opinions once they are in", Days, "5", Silent + "（参考值）");
    public static readonly PolicyKey<int> DisputeEscalateDays =
        Key("consultation.dispute.escalate_days", "争议几日内未定的应提请协调", "days after which a dispute goes to superiors", Days, "3",
            Silent + "（参考值）");
    public static readonly PolicyKey<int> DisputeDays =
        Key("consultation.dispute.days", "争议解决的期限", "days for settling a dispute", Days, "7", Silent + "（参考值）");
    public static readonly PolicyKey<decimal> RecoveryReference =
        Key("consultation.recovery", "意见回收率参考值", "reference for the share of replies that came", Share, "0.95", Silent + "（参考值）");
    public static readonly PolicyKey<int> DecompositionDays =
        Key("decomposition.due_days", "发展规划发布后分解落实的期限", "days after a development plan's publication for decomposing it", Days, "90",
            Silent);
    public static readonly PolicyKey<MonthDay> TaskProgressExpectedBy =
        Key("task_progress.expected_by", "任务进展报告期限（次年）", "day by which the progress of tasks is told, next year", MonthAndDay, "06-30",
            Silent);
    public static readonly PolicyKey<MonthDay> InvestmentPlanDue =
        Key("investment_plan.due", "年度预算与政府投资年度计划自何日之后核对（当年）",
            "day after which the budget is held against the investment plan, that year", MonthAndDay, "04-30", Silent);
    public static readonly PolicyKey<decimal> InvestmentPlanTolerance =
        Key("investment_plan.tolerance", "预算与政府投资年度计划金额相差的容差", "how far budget and investment plan may differ", Share, "0", Silent);
    public static readonly PolicyKey<IReadOnlyList<string>> FundingConditionalOn =
        Key("funding.conditional_on", "有哪些规则问题的须核实后安排经费", "rules whose breach makes money conditional", RuleCodes, NoRules, Silent);
    public static readonly PolicyKey<FundingVerdict> PreliminaryStudy =
        Key("funding.preliminary_study", "拟编规划未列入清单的，其前期研究经费",
            "money for the preliminary study of an unlisted plan whose drafting has not begun",
            NotEligibleOrConditional, "NOT_ELIGIBLE", Notice);

    private static readonly Dictionary<string, PolicyKey> ByName = Table.ToDictionary(k => k.Name);

    public static IReadOnlyList<PolicyKey> All => Table;

    public static PolicyKey? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The rows of a district's first entry.</summary>
    public static IReadOnlyList<PolicyValue> Defaults(DistrictCode district, DateOnly firstDay) =>
        [
            .. from key in Table
               from row in key.Defaults
               select new PolicyValue
               {
                   Home = district, Key = key.Name, Kind = row.Kind, From = Always, Value = row.Value ?? Iso(firstDay), Clause = row.Clause,
               },
        ];

    private static PolicyKey<T> Key<T>(string name, string zh, string en, PolicyFormat<T> format, string? value, string clause) =>
        Key(name, zh, en, format, new PolicyDefault(value, clause));

    private static PolicyKey<T> Key<T>(string name, string zh, string en, PolicyFormat<T> format, params PolicyDefault[] defaults)
    {
        var key = new PolicyKey<T>(name, new Text(zh, en), format, defaults);
        Table.Add(key);
        return key;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
