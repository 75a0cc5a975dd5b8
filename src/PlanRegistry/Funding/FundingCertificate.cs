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

    /// <summary>The account's name at the time; before certificates were prepared by accounts, a name that was typed.</summary>
    [Column("经办人", WhenSecret.Told)]
    public required string PreparedBy { get; init; }

    /// <summary>A name that was typed, before another account had to sign: see <see cref="CertificateReview"/>.</summary>
    [Column("审核人", WhenSecret.Told)]
    public string? ReviewedBy { get; init; }

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

    /// <summary>The id of the account that prepared it; null where names were typed.</summary>
    [Column("经办账户", WhenSecret.Told)]
    public string? Preparer { get; init; }

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

/// <summary>核验单复核: another account signed what it covers, or returned it.</summary>
[Table("certificate_reviews", "核验单复核", null)]
public sealed record CertificateReview : Record
{
    [KeyColumn, Column("核验单编号", WhenSecret.Told, Names = typeof(FundingCertificate))]
    public required string Number { get; init; }

    [Column("复核结果", WhenSecret.Told)]
    public required ReviewResult Result { get; init; }

    /// <summary>The account's name at the time.</summary>
    [Column("复核人", WhenSecret.Told)]
    public required string ReviewedBy { get; init; }

    /// <summary>The account's id.</summary>
    [Column("复核账户", WhenSecret.Told)]
    public required string Reviewer { get; init; }

    /// <summary>What the signature covers: the certificate's own hash.</summary>
    [Column("所签散列值", WhenSecret.Told)]
    public required string Hash { get; init; }

    [Column("理由", WhenSecret.Told, Length = 4000)]
    public string? Reason { get; init; }
}

public enum ReviewResult { Signed, Returned }

public enum CertificateStatus { Prepared, Valid, Expired, Revoked, Replaced, Returned }

public enum Verification { Verified, Tampered, RulesChanged, GroundsChanged, NotSigned }
