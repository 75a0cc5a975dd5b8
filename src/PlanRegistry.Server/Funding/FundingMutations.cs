using GraphQLEngine;
using PlanRegistry.Catalogue;
using PlanRegistry.Funding;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Funding;

[Resolves("Mutation")]
public static class FundingMutations
{
    public static RecordFundingPayload RecordFunding(RecordFundingInput input, [Service] CommandDesk desk) =>
        new(desk.Run("recordFunding", input, view => RowIntake.Add(view, [InputRows.Of<FundingLine>(input)])));

    public static IssueFundingCertificatePayload IssueFundingCertificate(IssueFundingCertificateInput input, [Service] CommandDesk desk)
    {
        var today = desk.Judgements.Today;
        var request = new CertificateRequest(
            input.Plan, input.Purpose, input.Money, input.Project, input.Amount, input.BudgetYear,
            input.ValidUntil?.First, input.PreparedBy, input.ReviewedBy, input.Replaces);
        return new(desk.Run("issueFundingCertificate", input,
            view => Certificates.Issue(desk.Judgements.Of(desk.Judgements.Snapshot(view, input.On?.First ?? today)),
                request, today, RuleBook.Version)));
    }

    public static RevokeFundingCertificatePayload RevokeFundingCertificate(
        RevokeFundingCertificateInput input, [Service] CommandDesk desk) =>
        new(desk.Run("revokeFundingCertificate", input, view => Revoke(view, input), input.Reason));

    private static Decision Revoke(RegistryView view, RevokeFundingCertificateInput input)
    {
        Key<Document>? document = null;
        if (input.Document is { } code)
        {
            var key = new Key<Document>(view.Code, code);
            if (view.Document(key) is null)
            {
                return Decision.Refuse(new Problem(ProblemCode.UnknownRecord,
                    new Text($"没有文件“{code}”，请先登记。", $"There is no document {code}; register it first."), ["document"]));
            }
            document = key;
        }
        return Certificates.Revoke(view, input.Number, input.Reason, document);
    }
}

public sealed class RecordFundingPayload(Outcome outcome) : Payload(outcome)
{
    public FundingLineNode? FundingLine => Subject<FundingLineNode>();
}

public abstract class CertificatePayload(Outcome outcome) : Payload(outcome)
{
    protected FundingCertificateNode? Numbered(string? number) =>
        Outcome.Stands && number is not null && Certificates.Find(Outcome.After.View, number) is { } certificate
            ? new FundingCertificateNode(certificate, Outcome.After)
            : null;
}

public sealed class IssueFundingCertificatePayload(Outcome outcome) : CertificatePayload(outcome)
{
    public FundingCertificateNode? FundingCertificate =>
        Numbered(Outcome.Result.Subjects.OfType<FundingCertificate>().FirstOrDefault()?.Number);
}

public sealed class RevokeFundingCertificatePayload(Outcome outcome) : CertificatePayload(outcome)
{
    public FundingCertificateNode? FundingCertificate =>
        Numbered(Outcome.Result.Subjects.OfType<CertificateRevocation>().FirstOrDefault()?.Number);
}
