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
    private const int MostAtOnce = 200;

    public static RecordFundingPayload RecordFunding(RecordFundingInput input, [Service] CommandDesk desk) =>
        new(desk.Run("recordFunding", input, view => RowIntake.Add(view, [InputRows.Of<FundingLine>(input)])));

    public static IssueFundingCertificatePayload IssueFundingCertificate(IssueFundingCertificateInput input, [Service] CommandDesk desk)
    {
        var today = desk.Judgements.Today;
        return new(desk.Run("issueFundingCertificate", input, view => Certificates.Issue(
            view, Judge(desk, view), Request(input, today, anyVerdict: true), desk.Caller.Actor, today, RuleBook.Version)));
    }

    public static IssueFundingCertificatesPayload IssueFundingCertificates(IssueFundingCertificatesInput input, [Service] CommandDesk desk)
    {
        Bound(input.Lines.Count, "lines");
        var today = desk.Judgements.Today;
        var requests = input.Lines.Select(l => Request(l, today, l.AnyVerdict == true)).ToList();
        return new(desk.Run("issueFundingCertificates", input, view =>
            Certificates.Issue(view, Judge(desk, view), requests, desk.Caller.Actor, today, RuleBook.Version)));
    }

    public static SignFundingCertificatesPayload SignFundingCertificates(SignFundingCertificatesInput input, [Service] CommandDesk desk)
    {
        Bound(input.Numbers.Count, "numbers");
        var today = desk.Judgements.Today;
        return new(desk.Run("signFundingCertificates", input, view => desk.Caller.IsProgram
            ? Decision.Refuse(NoPerson) : CertificateReviews.Sign(view, Judge(desk, view), input.Numbers, desk.Caller.Actor, today)));
    }

    public static ReturnFundingCertificatesPayload ReturnFundingCertificates(
        ReturnFundingCertificatesInput input, [Service] CommandDesk desk)
    {
        Bound(input.Numbers.Count, "numbers");
        return new(desk.Run("returnFundingCertificates", input, view => desk.Caller.IsProgram
            ? Decision.Refuse(NoPerson) : CertificateReviews.Return(view, input.Numbers, desk.Caller.Actor, input.Reason), input.Reason));
    }

    public static RevokeFundingCertificatePayload RevokeFundingCertificate(
        RevokeFundingCertificateInput input, [Service] CommandDesk desk) =>
        new(desk.Run("revokeFundingCertificate", input, view => Revoke(view, input), input.Reason));

    private static Problem NoPerson { get; } = new(ProblemCode.NotAllowed, new Text(
        "核验单须由人员登录复核，程序的令牌不能签发或退回。", "Certificates are reviewed by a person who is signed in, not by a program's token."), []);

    private static Func<DateOnly, PlanRegistry.Conformance.Judgement> Judge(CommandDesk desk, RegistryView view) =>
        day => desk.Judgements.Of(desk.Judgements.Snapshot(view, day));

    private static CertificateRequest Request(ICertificateForm form, DateOnly today, bool anyVerdict) => new(
        form.Plan, form.On?.First ?? today, form.Purpose, form.Money, form.Project, form.Amount, form.BudgetYear,
        form.ValidUntil?.First, form.Replaces, anyVerdict);

    private static void Bound(int count, string field)
    {
        if (count is 0 or > MostAtOnce)
        {
            throw RequestErrors.Request($"字段“input.{field}”有{count}条，应为1至{MostAtOnce}条。",
                $"The field \"input.{field}\" has {count} items: 1 to {MostAtOnce} at once.");
        }
    }

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
