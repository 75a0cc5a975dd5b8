using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Applications;

/// <summary>
/// 列入申报: an agency asks that a plan be taken onto a directory list (003 三、(一)). What becomes of it is told by its decisions
/// (<see cref="ApplicationCourse"/>).
/// </summary>
[Table("entry_applications", "列入申报")]
public sealed record EntryApplication : Record
{
    [KeyColumn, Column("申报代码", WhenSecret.AsCode)]
    public required string Code { get; init; }

    [Column("申报单位", WhenSecret.Told)]
    public required Key<Agency> Applicant { get; init; }

    [Column("申报日期", WhenSecret.Told, Happened = true)]
    public required PartialDate AppliedOn { get; init; }

    /// <summary>The day on which one that was returned came again; of several the latest.</summary>
    [Column("补正日期", WhenSecret.Told, Happened = true, NotBefore = nameof(AppliedOn))]
    public PartialDate? ResubmittedOn { get; init; }

    [Column("清单年度", WhenSecret.Told, IsYear = true)]
    public int? Year { get; init; }

    [Column("目录清单", WhenSecret.Told)]
    public Key<DirectoryList>? List { get; init; }

    [Column("名称", WhenSecret.TitleOnly, IsName = true)]
    public required string Title { get; init; }

    [Column("类型", WhenSecret.Told)]
    public required PlanKind Kind { get; init; }

    [Column("牵头单位", WhenSecret.Told)]
    public required Key<Agency> LeadAgency { get; init; }

    [Column("会同单位", WhenSecret.Told)]
    public IReadOnlyList<Key<Agency>>? CoLeadAgencies { get; init; }

    [Column("规划期起年", WhenSecret.Told, IsYear = true)]
    public required int HorizonFrom { get; init; }

    [Column("规划期止年", WhenSecret.Told, IsYear = true, NotBefore = nameof(HorizonFrom))]
    public required int HorizonTo { get; init; }

    [Column("领域")]
    public string? Field { get; init; }

    [Column("环评领域")]
    public EiaField? EiaField { get; init; }

    [Column("是否日常工作", WhenSecret.Told)]
    public bool? DailyWork { get; init; }

    /// <summary>关系国民经济和社会发展全局 (003 一、(三)).</summary>
    [Column("是否关系全局", WhenSecret.Told)]
    public bool? OverallImportance { get; init; }

    /// <summary>需要政府发挥作用的市场失灵领域 (003 一、(三)).</summary>
    [Column("是否需要政府发挥作用", WhenSecret.Told)]
    public bool? NeedsGovernment { get; init; }

    [Column("编制理由", Length = 4000)]
    public string? Justification { get; init; }

    [Column("依据文件", WhenSecret.Told)]
    public Key<Document>? Basis { get; init; }

    [Column("拟审批层级", WhenSecret.Told)]
    public ApprovalLevel? ApprovalLevel { get; init; }

    [Column("计划完成时间", WhenSecret.Told)]
    public PartialDate? Due { get; init; }

    /// <summary>The plan that is registered already, where there is one.</summary>
    [Column("规划", WhenSecret.Told)]
    public Key<Plan>? Plan { get; init; }

    [Column("是否需要环评", WhenSecret.Told)]
    public bool? EiaNeeded { get; init; }

    [Column("环评意见", WhenSecret.Told)]
    public Key<Document>? EiaOpinion { get; init; }

    [Column("是否需要水资源论证", WhenSecret.Told)]
    public bool? WaterNeeded { get; init; }

    [Column("水资源论证意见", WhenSecret.Told)]
    public Key<Document>? WaterOpinion { get; init; }

    public Key<EntryApplication> Key => new(Home, Code);

    public Horizon Horizon => new(HorizonFrom, HorizonTo);

    /// <summary>As a sentence names it: all secret plans have one title, so by its code.</summary>
    public Text Named => IsUntold ? new($"涉密规划的申报（{Code}）", $"the application {Code} for a secret plan") : Wording.Title(Title);

    /// <summary>Its title tells nothing of what it is for.</summary>
    public bool IsUntold => Title == Secrets.Title;

    public IEnumerable<Key<Agency>> Leads => [LeadAgency, .. CoLeadAgencies ?? []];
}
