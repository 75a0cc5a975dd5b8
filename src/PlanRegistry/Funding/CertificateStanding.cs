using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Funding;

/// <summary>How a certificate stands: prepared, signed or returned, ended, and whether it verifies.</summary>
public static class CertificateStanding
{
    public static CertificateReview? ReviewOf(RegistryView view, string number) =>
        (CertificateReview?)view.Own.FindByKey(typeof(CertificateReview), number);

    public static CertificateRevocation? RevocationOf(RegistryView view, string number) =>
        (CertificateRevocation?)view.Own.FindByKey(typeof(CertificateRevocation), number);

    /// <summary>The certificate that has taken its place: one that waits to be signed takes none.</summary>
    public static FundingCertificate? ReplacementOf(RegistryView view, string number) =>
        view.Kept(v => new Replacing(v.Own.Of<FundingCertificate>().Where(c => c.Replaces is not null).ToLookup(c => c.Replaces!)))
            .Of[number].FirstOrDefault(c => IsSigned(view, c));

    /// <summary>By another account; before there were accounts, by the name of another person.</summary>
    public static bool IsSigned(RegistryView view, FundingCertificate certificate) =>
        certificate.ReviewedBy is not null || ReviewOf(view, certificate.Number) is { Result: ReviewResult.Signed };

    public static CertificateStatus StatusOn(RegistryView view, FundingCertificate certificate, AsOfDay day) =>
        RevocationOf(view, certificate.Number) is not null ? CertificateStatus.Revoked
        : ReviewOf(view, certificate.Number) is { Result: ReviewResult.Returned } ? CertificateStatus.Returned
        : !IsSigned(view, certificate) ? CertificateStatus.Prepared
        : ReplacementOf(view, certificate.Number) is not null ? CertificateStatus.Replaced
        : certificate.ValidUntil.Last < day ? CertificateStatus.Expired
        : CertificateStatus.Valid;

    /// <summary>
    /// Judges again: the statement that today's rules make of the certificate's own day and view; then its day as it is known now, where a
    /// worse verdict takes its grounds away.
    /// </summary>
    /// <param name="view">As known now.</param>
    public static Verification Verify(
        RegistryView view, FundingCertificate certificate, Judgement again, Judgement knownNow, bool ledgerIsIntact)
    {
        if (!ledgerIsIntact || !IsWhole(certificate) || again.Snapshot.Plan(certificate.Plan) is not { } plan
            || (ReviewOf(view, certificate.Number) is { } review && review.Hash != certificate.Hash))
        {
            return Verification.Tampered;
        }
        if (!IsSigned(view, certificate))
        {
            return Verification.NotSigned;
        }
        var eligibility = FundingReview.Of(again, plan, certificate.Question);
        return CertificateStatement.Of(eligibility, certificate) != certificate.Statement ? Verification.RulesChanged
            : WorseNow(certificate, knownNow) is null && knownNow.Snapshot.Plan(certificate.Plan) is not null ? Verification.Verified
            : Verification.GroundsChanged;
    }

    /// <summary>Whether what it says is what its hash covers.</summary>
    public static bool IsWhole(FundingCertificate certificate) =>
        CertificateStatement.HashOf(certificate.Statement) == certificate.Hash;

    /// <summary>What its day comes to as known now, where that is worse than what it says.</summary>
    public static FundingEligibility? WorseNow(FundingCertificate certificate, Judgement knownNow) =>
        knownNow.Snapshot.Plan(certificate.Plan) is { } plan && FundingReview.Of(knownNow, plan, certificate.Question) is var now
            && FundingReview.IsWorse(now.Verdict, certificate.Verdict) ? now : null;

    /// <summary>Why it can neither be ended nor be replaced any more; null while it can.</summary>
    internal static Text? ClosedAs(RegistryView view, FundingCertificate certificate) =>
        StatusOn(view, certificate, DateOnly.MinValue) switch
        {
            CertificateStatus.Revoked => new Text($"核验单{certificate.Number}已撤销。", $"Certificate {certificate.Number} has been revoked."),
            CertificateStatus.Replaced => new Text($"核验单{certificate.Number}已被替代。", $"Certificate {certificate.Number} has been replaced."),
            CertificateStatus.Returned => new Text($"核验单{certificate.Number}已退回。", $"Certificate {certificate.Number} has been returned."),
            _ => (Text?)null,
        };

    /// <summary>By the number that they replace.</summary>
    private sealed record Replacing(ILookup<string, FundingCertificate> Of);
}
