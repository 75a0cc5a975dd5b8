using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>规划. What it is; what became of it is told by its acts.</summary>
[Table("plans", "规划")]
public sealed record Plan : Record
{
    [KeyColumn, Column("代码", WhenSecret.AsCode)]
    public required string Code { get; init; }

    [Column("名称", WhenSecret.TitleOnly, FixedByApproval = true, IsName = true)]
    public required string Title { get; init; }

    /// <summary>As a sentence names it: all secret plans have one title, so by its code.</summary>
    public Text Named => IsSecret ? new($"涉密规划（{Code}）", $"the secret plan {Code}") : Wording.Title(Title);

    [Column("类型", WhenSecret.Told, FixedByApproval = true)]
    public required PlanKind Kind { get; init; }

    [Column("层级", WhenSecret.Told)]
    public required PlanTier Tier { get; init; }

    [Column("牵头单位", WhenSecret.Told)]
    public Key<Agency>? LeadAgency { get; init; }

    [Column("会同单位", WhenSecret.Told)]
    public IReadOnlyList<Key<Agency>>? CoLeadAgencies { get; init; }

    [Column("牵头起日", WhenSecret.Told)]
    public PartialDate? LeadFrom { get; init; }

    [Column("规划期起年", WhenSecret.Told, IsYear = true, FixedByApproval = true)]
    public required int HorizonFrom { get; init; }

    [Column("规划期止年", WhenSecret.Told, IsYear = true, NotBefore = nameof(HorizonFrom), FixedByApproval = true)]
    public required int HorizonTo { get; init; }

    [Column("远景目标年", WhenSecret.Told, IsYear = true)]
    public int? VisionYear { get; init; }

    [Column("审批层级", WhenSecret.Told, FixedByApproval = true)]
    public ApprovalLevel? ApprovalLevel { get; init; }

    [Column("审批单位", WhenSecret.Told)]
    public Key<Agency>? Approver { get; init; }

    [Column("重要程度", WhenSecret.Told, Default = "ORDINARY")]
    public required Importance Importance { get; init; }

    [Column("密级", WhenSecret.Told)]
    public required Secrecy Secrecy { get; init; }

    [Column("是否日常工作", WhenSecret.Told)]
    public bool? DailyWork { get; init; }

    [Column("是否报市备案", WhenSecret.Told)]
    public bool? MunicipalFiling { get; init; }

    [Column("领域")]
    public string? Field { get; init; }

    [Column("区域类别")]
    public RegionClass? RegionClass { get; init; }

    [Column("范围", Length = 4000)]
    public IReadOnlyList<string>? Areas { get; init; }

    [Column("外部编号", Length = 4000)]
    public IReadOnlyList<string>? ExternalIds { get; init; }

    public Key<Plan> Key => new(Home, Code);

    /// <summary>Whether a title is this plan's, however it is typed; a horizon that it says at its end must be the plan's.</summary>
    public bool IsCalled(string title) => TitleKey.WithHorizon(title) is var key
        && (key == TitleKey.Of(Title) || key == TitleKey.WithHorizon(Title) || key == $"{TitleKey.Of(Title)}({HorizonFrom}-{HorizonTo})");

    public Horizon Horizon => new(HorizonFrom, HorizonTo);

    public bool IsSecret => Secrecy == Secrecy.Secret;
}

public enum ApprovalLevel { Congress, Government, Department, Municipal }

public enum Importance { Ordinary, Major, SpeciallyImportant }

public enum RegionClass { KeyArea, CrossBoundary, StrategicTask }
