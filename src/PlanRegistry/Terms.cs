using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Hierarchy;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Reviews;

namespace PlanRegistry;

/// <summary>The field's word for every enum value, Chinese first. GLOSSARY.md tells them; a habit test finds a value without one.</summary>
public static class Terms
{
    private static readonly Dictionary<Enum, Text> Words = new()
    {
        [PlanKind.Development] = new("发展规划", "development plan"),
        [PlanKind.Spatial] = new("国土空间规划", "spatial plan"),
        [PlanKind.Special] = new("专项规划", "special plan"),
        [PlanKind.Regional] = new("区域规划", "regional plan"),

        [PlanTier.National] = new("国家级", "national"),
        [PlanTier.Municipal] = new("市级", "municipal"),
        [PlanTier.District] = new("区级", "district"),
        [PlanTier.Township] = new("镇乡级", "township"),

        [Secrecy.Public] = new("公开", "public"),
        [Secrecy.Internal] = new("内部", "internal"),
        [Secrecy.Secret] = new("涉密", "secret"),

        [PlanStatus.Proposed] = new("拟编", "proposed"),
        [PlanStatus.Drafting] = new("编制中", "drafting"),
        [PlanStatus.Submitted] = new("报批中", "submitted"),
        [PlanStatus.Approved] = new("已批准待发布", "approved"),
        [PlanStatus.InForce] = new("实施中", "in force"),
        [PlanStatus.Expired] = new("期满", "expired"),
        [PlanStatus.Superseded] = new("已被替代", "superseded"),
        [PlanStatus.Withdrawn] = new("终止", "withdrawn"),

        [ListTrack.SpecialAndRegional] = new("专项和区域规划", "special and regional plans"),
        [ListTrack.Spatial] = new("空间规划", "spatial plans"),
        [ListTrack.Combined] = new("专项、区域和空间规划", "special, regional and spatial plans"),

        [AgencyRole.PartyCommittee] = new("党委", "Party committee"),
        [AgencyRole.PartyOffice] = new("党委办公室", "Party committee office"),
        [AgencyRole.Congress] = new("人大", "people's congress"),
        [AgencyRole.StandingCommittee] = new("人大常委会", "standing committee of the people's congress"),
        [AgencyRole.Government] = new("政府", "government"),
        [AgencyRole.GovernmentOffice] = new("政府办公室", "government office"),
        [AgencyRole.ReformCommission] = new("发展改革委", "development and reform commission"),
        [AgencyRole.NaturalResources] = new("规划自然资源局", "natural resources bureau"),
        [AgencyRole.Ecology] = new("生态环境局", "ecology bureau"),
        [AgencyRole.Water] = new("水利局", "water bureau"),
        [AgencyRole.Finance] = new("财政局", "finance bureau"),
        [AgencyRole.Audit] = new("审计局", "audit bureau"),
        [AgencyRole.Justice] = new("司法局", "justice bureau"),
        [AgencyRole.Department] = new("部门", "department"),
        [AgencyRole.Township] = new("镇乡街道", "township or subdistrict"),

        [ApprovalLevel.Congress] = new("人大批准", "congress"),
        [ApprovalLevel.Government] = new("政府审批", "government"),
        [ApprovalLevel.Department] = new("部门发布", "department"),
        [ApprovalLevel.Municipal] = new("市级审批", "municipal"),

        [Importance.Ordinary] = new("一般", "ordinary"),
        [Importance.Major] = new("重大", "major"),
        [Importance.SpeciallyImportant] = new("特别重要", "specially important"),

        [RegionClass.KeyArea] = new("重点地区", "key area"),
        [RegionClass.CrossBoundary] = new("跨行政区连片区域", "cross-boundary area"),
        [RegionClass.StrategicTask] = new("承担重大战略任务的特定区域", "area with a strategic task"),

        [PlanLinkKind.Obeys] = new("服从", "obeys"),
        [PlanLinkKind.Serves] = new("服务", "serves"),
        [PlanLinkKind.Coordinates] = new("协调", "coordinates with"),

        [IndicatorNature.Binding] = new("约束性", "binding"),
        [IndicatorNature.Expected] = new("预期性", "expected"),
        [Direction.Higher] = new("越高越好", "higher is better"),
        [Direction.Lower] = new("越低越好", "lower is better"),
        [Direction.Range] = new("区间", "range"),
        [Measure.Level] = new("水平值", "level"),
        [Measure.AnnualGrowth] = new("年均增长", "annual growth"),
        [Measure.Cumulative] = new("累计值", "cumulative"),
        [Measure.Qualitative] = new("定性", "qualitative"),
        [Extent.Ratio] = new("比率", "ratio"),
        [Extent.Total] = new("总量", "total"),
        [ReadingBasis.Year] = new("当年值", "of the year"),
        [ReadingBasis.ToDate] = new("累计至今值", "to date"),
        [ReadingSource.Department] = new("部门统计", "department"),
        [ReadingSource.Spatial] = new("空间监测", "spatial monitoring"),
        [ReadingSource.Web] = new("网络数据", "web"),
        [ReadingSource.Survey] = new("问卷调查", "survey"),

        [ActType.DraftingStarted] = new("启动编制", "drafting started"),
        [ActType.PartyProposal] = new("党委建议", "Party proposal"),
        [ActType.Consulted] = new("征求意见", "consulted"),
        [ActType.Argued] = new("论证", "argued"),
        [ActType.Aligned] = new("衔接", "aligned"),
        [ActType.AlignmentReplied] = new("市级衔接回复", "alignment replied"),
        [ActType.EiaConfirmed] = new("环评确认", "EIA confirmed"),
        [ActType.WaterConfirmed] = new("水资源论证确认", "water argumentation confirmed"),
        [ActType.LegalityReviewed] = new("合法性审查", "legality reviewed"),
        [ActType.Submitted] = new("报批", "submitted"),
        [ActType.GovernmentExamined] = new("政府审定", "examined by the government"),
        [ActType.PartyReviewed] = new("党委审定", "reviewed by the Party committee"),
        [ActType.PreliminaryReviewed] = new("人大初步审查", "preliminary review"),
        [ActType.GovernmentApproved] = new("政府批准", "approved by the government"),
        [ActType.CongressApproved] = new("人大批准", "approved by the congress"),
        [ActType.DepartmentApproved] = new("部门批准", "approved by the department"),
        [ActType.MunicipalApproved] = new("市级批准", "approved by the municipality"),
        [ActType.Issued] = new("印发", "issued"),
        [ActType.Published] = new("发布", "published"),
        [ActType.Filed] = new("备案", "filed"),
        [ActType.ProgressDisclosed] = new("公布实施进展", "progress disclosed"),
        [ActType.Reported] = new("报告", "reported"),
        [ActType.PartyAgreed] = new("党委同意", "agreed by the Party committee"),
        [ActType.StandingCommitteeDeliberated] = new("人大常委会审议", "deliberated by the standing committee"),
        [ActType.StandingCommitteeApproved] = new("人大常委会批准", "approved by the standing committee"),
        [ActType.AmendmentProposed] = new("提出调整修订", "amendment proposed"),
        [ActType.AmendmentApproved] = new("批准调整修订", "amendment approved"),
        [ActType.NoChangeDeclared] = new("声明无需调整", "no change declared"),
        [ActType.Correction] = new("勘误", "correction"),
        [ActType.Superseded] = new("被替代", "superseded"),
        [ActType.Withdrawn] = new("终止", "withdrawn"),

        [ActAbout.Plan] = new("规划", "the plan"),
        [ActAbout.Amendment] = new("调整修订", "the amendment"),
        [ActAbout.Annual] = new("年度监测分析", "annual monitoring"),
        [ActAbout.MidTerm] = new("中期评估", "mid-term evaluation"),
        [ActAbout.Final] = new("总结评估", "final evaluation"),
        [ActResult.Pass] = new("通过", "passed"),
        [ActResult.Fail] = new("未通过", "failed"),

        [ReviewKind.Annual] = new("年度监测分析", "annual monitoring"),
        [ReviewKind.MidTerm] = new("中期评估", "mid-term evaluation"),
        [ReviewKind.Final] = new("总结评估", "final evaluation"),
        [DutyState.Upcoming] = new("未到期", "upcoming"),
        [DutyState.DueSoon] = new("临近", "due soon"),
        [DutyState.Overdue] = new("逾期", "overdue"),
        [DutyState.Done] = new("已完成", "done"),
        [DutyState.DoneLate] = new("逾期完成", "done late"),
        [DutyState.NotRecorded] = new("历史资料未录入", "not recorded"),

        [Severity.Blocking] = new("禁止办理", "blocking"),
        [Severity.Error] = new("应整改", "error"),
        [Severity.Warning] = new("预警", "warning"),
        [Severity.Notice] = new("提示", "notice"),
        [Verdict.Fail] = new("不符合", "fails"),
        [Verdict.Conditional] = new("例外情形(待人工确认)", "conditional"),
        [Verdict.Unknown] = new("待核实(缺资料)", "unknown"),
        [Light.Green] = new("绿", "green"),
        [Light.Yellow] = new("黄", "yellow"),
        [Light.Red] = new("红", "red"),
        [Light.Grey] = new("灰", "grey"),

        [FundingMoney.District] = new("区级财政资金", "district money"),
        [FundingMoney.UpperTransfer] = new("上级转移支付", "upper transfer"),
        [FundingMoney.Other] = new("其他资金", "other money"),
        [FundingPurpose.PreliminaryStudy] = new("前期研究", "preliminary study"),
        [FundingPurpose.Drafting] = new("规划编制", "drafting"),
        [FundingPurpose.Implementation] = new("规划实施", "implementation"),
        [FundingPurpose.Evaluation] = new("规划评估", "evaluation"),
        [FundingPurpose.FinalPayment] = new("尾款支付", "final payment"),
        [FundingVerdict.Eligible] = new("可以安排", "eligible"),
        [FundingVerdict.Conditional] = new("核实后安排", "eligible on condition"),
        [FundingVerdict.NotEligible] = new("不得安排", "not eligible"),
        [FundingVerdict.Unknown] = new("待核实", "unknown"),
        [CertificateStatus.Valid] = new("有效", "valid"),
        [CertificateStatus.Expired] = new("已过有效期", "expired"),
        [CertificateStatus.Revoked] = new("已撤销", "revoked"),
        [CertificateStatus.Replaced] = new("已被替代", "replaced"),
        [Verification.Verified] = new("核验一致", "verified"),
        [Verification.Tampered] = new("台账被改动", "tampered"),
        [Verification.RulesChanged] = new("规则已变化", "rules changed"),
    };

    public static Text Of(Enum value) => Words[value];
}
