using PlanRegistry.Funding;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Funding;

public sealed class RecordFundingPayload(Outcome outcome) : Payload(outcome)
{
    public FundingLineNode? FundingLine => Subject<FundingLineNode>();
}

/// <summary>Certificates by the numbers that the entry's records bear, in their order.</summary>
public abstract class CertificatePayload(Outcome outcome) : Payload(outcome)
{
    protected FundingCertificateNode? Numbered(string? number) => number is null ? null : Numbered([number])?.FirstOrDefault();

    protected IReadOnlyList<FundingCertificateNode>? Numbered(IEnumerable<string> numbers) => !Outcome.Stands ? null
        : [.. numbers.Order(StringComparer.Ordinal).Select(n => Certificates.Find(Outcome.After.View, n))
            .OfType<FundingCertificate>().Select(c => new FundingCertificateNode(c, Outcome.After))];
}

public sealed class IssueFundingCertificatePayload(Outcome outcome) : CertificatePayload(outcome)
{
    public FundingCertificateNode? FundingCertificate =>
        Numbered(Outcome.Result.Subjects.OfType<FundingCertificate>().FirstOrDefault()?.Number);
}

public sealed class IssueFundingCertificatesPayload(Outcome outcome) : CertificatePayload(outcome)
{
    public IReadOnlyList<FundingCertificateNode>? FundingCertificates =>
        Numbered(Outcome.Result.Subjects.OfType<FundingCertificate>().Select(c => c.Number));
}

public abstract class ReviewPayload(Outcome outcome) : CertificatePayload(outcome)
{
    public IReadOnlyList<FundingCertificateNode>? FundingCertificates =>
        Numbered(Outcome.Result.Subjects.OfType<CertificateReview>().Select(r => r.Number));
}

public sealed class SignFundingCertificatesPayload(Outcome outcome) : ReviewPayload(outcome);

public sealed class ReturnFundingCertificatesPayload(Outcome outcome) : ReviewPayload(outcome);

public sealed class RevokeFundingCertificatePayload(Outcome outcome) : CertificatePayload(outcome)
{
    public FundingCertificateNode? FundingCertificate =>
        Numbered(Outcome.Result.Subjects.OfType<CertificateRevocation>().FirstOrDefault()?.Number);
}
