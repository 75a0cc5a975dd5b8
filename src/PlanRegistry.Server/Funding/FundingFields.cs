using System.Security.Cryptography;
using System.Text;
using GraphQLEngine;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Funding;

public sealed class FundingEligibilityNode(FundingEligibility eligibility, Scope scope)
{
    public FundingVerdict Verdict => eligibility.Verdict;
    public PartialDate On => eligibility.On;
    public IReadOnlyList<FundingReasonNode> Reasons => [.. eligibility.Reasons.Select(r => new FundingReasonNode(r, scope))];
    public IReadOnlyList<FindingNode> Notes => [.. eligibility.Notes.Where(scope.Shows).Select(scope.Finding)];
}

public sealed class FundingReasonNode(FundingReason reason, Scope scope)
{
    internal Text Words => reason.Sentence;

    public string Code => Names.Of(reason.Code);
    public FindingNode? Finding => reason.Finding is { } finding && scope.Shows(finding) ? scope.Finding(finding) : null;
    public IReadOnlyList<Basis> Basis => reason.Basis;
}

[Resolves("FundingReason")]
public static class FundingReasonFields
{
    public static string Sentence(FundingReasonNode reason, Language? language, [Service] Reader reader) =>
        reader.Told(reason.Words, language);
}

[Resolves("Query")]
public static class FundingQueries
{
    /// <summary>Whoever has no paper learns nothing: a wrong code and a number that was never given are answered alike.</summary>
    public static FundingCertificateNode? FundingCertificate(string number, string verifyCode, [Service] Reach reach) =>
        reach.For("Query.fundingCertificate").Judgements.Scope(DistrictCode.Parse(number[..6]), reach.Caller) is { } scope
            && Certificates.Find(scope.Snapshot.View, number) is { } certificate
            && CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(CertificateStatement.VerifyCode(certificate.Hash)),
                Encoding.UTF8.GetBytes(Width.Fold(verifyCode).Trim().ToUpperInvariant()))
            ? new FundingCertificateNode(certificate, scope)
            : throw RequestErrors.NotFound("核验单编号与校验码不符，请按纸质核验单核对后重新填写。",
                "Number and verify code do not belong together: read both from the certificate again.");
}

[Resolves("Plan")]
public static class PlanFundingFields
{
    public static FundingEligibilityNode FundingEligibility(PlanNode plan, PartialDate? on, FundingPurpose? purpose, FundingMoney? money)
    {
        var scope = FundingChecks.ScopeOn(plan.Scope, on?.First);
        return new FundingEligibilityNode(
            FundingReview.Of(scope.Judgement, scope.Snapshot.Plan(plan.OnDay.Key)!,
                new FundingQuestion(purpose ?? FundingPurpose.Implementation, money)), scope);
    }

    public static IReadOnlyList<FundingLineNode> FundingLines(PlanNode plan) =>
        [.. plan.OnDay.Funding.Select(f => new FundingLineNode(f, plan.Scope))];

    public static Connection<FundingCertificateNode> Certificates(PlanNode plan, int? first, string? after)
    {
        var page = new PageArguments(first, after);
        var scope = plan.Scope.At(page);
        return Connections.Page(scope.View.Own.Of<FundingCertificate>().Where(c => c.Plan == plan.OnDay.Key),
            c => c.Number, c => new FundingCertificateNode(c, scope), page, $"certificates of {plan.OnDay.Plan.Code}", scope);
    }
}

[Resolves("District")]
public static class DistrictFundingFields
{
    public static IReadOnlyList<FundingCheckNode> FundingCheck(DistrictNode district, IReadOnlyList<FundingRequestInput> requests) =>
        FundingChecks.Answer(district.For("District.fundingCheck"), requests);

    public static FundingLineConnection FundingLines(DistrictNode district, FundingLineFilter? filter, int? first, string? after)
    {
        var page = new PageArguments(first, after);
        var scope = district.Scope.At(page);
        var fits = filter?.Test(scope) ?? (_ => true);
        List<FundingLine> lines = [.. scope.View.Own.Of<FundingLine>().Where(fits)];
        return new FundingLineConnection(
            Connections.Page(lines, l => l.Code, l => new FundingLineNode(l, scope), page, "fundingLines", scope),
            FundingSums.Of(lines, scope.Snapshot.AsOf.Unwatched));
    }

    public static Connection<FundingCertificateNode> Certificates(
        DistrictNode district, FundingCertificateFilter? filter, int? first, string? after)
    {
        var page = new PageArguments(first, after);
        var scope = district.Scope.At(page);
        var fits = filter?.Test(scope) ?? (_ => true);
        return Connections.LatestFirst(
            scope.View.Own.Of<FundingCertificate>().Where(c => c.On.First <= scope.Snapshot.AsOf.Unwatched).Where(fits),
            c => c.On, c => c.Number, c => new FundingCertificateNode(c, scope), page, "certificates", scope);
    }
}
