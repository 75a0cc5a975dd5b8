using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Funding;

/// <summary>规划目录核验单: the answer of one day, numbered and hashed, so that it can be judged again years later.</summary>
[Table("certificates", null)]
public sealed record FundingCertificate : Record
{
    /// <summary>500154-2026-000012: district, year, serial; never shaped like a document number.</summary>
    [KeyColumn] public required string Number { get; init; }
    public required Key<Plan> Plan { get; init; }
    public required PartialDate On { get; init; }
    public required FundingVerdict Verdict { get; init; }
    public required FundingPurpose Purpose { get; init; }
    public required FundingMoney Money { get; init; }
    public string? Project { get; init; }
    public decimal? Amount { get; init; }
    public int? BudgetYear { get; init; }
    public required PartialDate ValidUntil { get; init; }
    public required string PreparedBy { get; init; }
    public required string ReviewedBy { get; init; }
    public string? Replaces { get; init; }

    /// <summary>Decided on this vector, before its own entry.</summary>
    public required string Vector { get; init; }
    public required string RulesVersion { get; init; }

    /// <summary>The canonical JSON that <see cref="Hash"/> covers.</summary>
    public required string Statement { get; init; }
    public required string Hash { get; init; }

    public FundingQuestion Question => new(Purpose, Money, Project, BudgetYear);
}

/// <summary>A certificate's end before its time: who wants it, why, by which document.</summary>
[Table("certificate_revocations", null)]
public sealed record CertificateRevocation : Record
{
    [KeyColumn] public required string Number { get; init; }
    public required string Reason { get; init; }
    public Key<Document>? Document { get; init; }
}

public enum CertificateStatus { Valid, Expired, Revoked, Replaced }

public enum Verification { Verified, Tampered, RulesChanged }
