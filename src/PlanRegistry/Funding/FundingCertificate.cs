using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Funding;

/// <summary>规划目录核验单: the answer of one day, numbered and hashed, so that it can be judged again years later.</summary>
[Table("certificates", "规划目录核验单", null)]
public sealed record FundingCertificate : Record
{
    /// <summary>500154-2026-000012: district, year, serial; never shaped like a document number.</summary>
    [KeyColumn, Column("核验单编号", WhenSecret.Told)]
    public required string Number { get; init; }

    [Column("规划", WhenSecret.Told)]
    public required Key<Plan> Plan { get; init; }

    [Column("日期", WhenSecret.Told)]
    public required PartialDate On { get; init; }

    [Column("审核结论", WhenSecret.Told)]
    public required FundingVerdict Verdict { get; init; }

    [Column("用途", WhenSecret.Told)]
    public required FundingPurpose Purpose { get; init; }

    [Column("资金来源", WhenSecret.Told)]
    public required FundingMoney Money { get; init; }

    [Column("项目", WhenSecret.TitleOnly)]
    public string? Project { get; init; }

    [Column("金额", WhenSecret.Told)]
    public decimal? Amount { get; init; }

    [Column("预算年度", WhenSecret.Told, IsYear = true)]
    public int? BudgetYear { get; init; }

    [Column("有效期至", WhenSecret.Told)]
    public required PartialDate ValidUntil { get; init; }

    [Column("经办人", WhenSecret.AsPerson)]
    public required string PreparedBy { get; init; }

    [Column("审核人", WhenSecret.AsPerson)]
    public required string ReviewedBy { get; init; }

    [Column("替代核验单", WhenSecret.Told)]
    public string? Replaces { get; init; }

    /// <summary>Decided on this vector, before its own entry.</summary>
    [Column("台账向量", WhenSecret.Told)]
    public required string Vector { get; init; }

    [Column("规则版本", WhenSecret.Told)]
    public required string RulesVersion { get; init; }

    /// <summary>The canonical JSON that <see cref="Hash"/> covers.</summary>
    [Column("核验内容", WhenSecret.Told, Length = 4000)]
    public required string Statement { get; init; }

    [Column("散列值", WhenSecret.Told)]
    public required string Hash { get; init; }

    public FundingQuestion Question => new(Purpose, Money, Project, BudgetYear);
}

/// <summary>A certificate's end before its time: who wants it, why, by which document.</summary>
[Table("certificate_revocations", "核验单撤销", null)]
public sealed record CertificateRevocation : Record
{
    [KeyColumn, Column("核验单编号", WhenSecret.Told, Names = typeof(FundingCertificate))]
    public required string Number { get; init; }

    [Column("理由", WhenSecret.Told, Length = 4000)]
    public required string Reason { get; init; }

    [Column("文件", WhenSecret.Told)]
    public Key<Document>? Document { get; init; }
}

public enum CertificateStatus { Valid, Expired, Revoked, Replaced }

public enum Verification { Verified, Tampered, RulesChanged, GroundsChanged }
