using System.Globalization;
using PlanRegistry.Funding;
using PlanRegistry.Records;
using PlanRegistry.Server.Funding;

namespace PlanRegistry.Server.Papers;

/// <summary>规划目录核验单: what the page prints, in the same order; of what nobody has signed there is none.</summary>
internal static class CertificatePaper
{
    public static PaperForm Form { get; } = new("certificate.docx", "Mutation.notePrint", (request, of) =>
        of.Count == 0 ? throw PaperException.OneOnly() : of.Select(number => Of(request, number)));

    private static Paper Of(PaperDesk.Request request, string number)
    {
        var scope = request.Scope;
        var row = Certificates.Find(scope.View, number);
        if (row is null || !CertificateStanding.IsSigned(scope.Snapshot.View, row))
        {
            throw new PaperException(StatusCodes.Status404NotFound, new($"没有编号为{number}的已签发核验单。",
                $"There is no certificate {number} that has been signed."));
        }
        var told = new FundingCertificateNode(row, scope);
        var title = scope.View.Plan(row.Plan) is { IsSecret: true } secret ? secret.Named.Zh
            : $"{Wording.Title(told.PlanTitle).Zh}（{row.Plan.Code}）";
        return new Paper(request.Name(new("规划目录核验单", "Certificate"), number),
            request.Texts(
                ("number", number), ("verifyCode", told.VerifyCode), ("verifyAddress", $"{request.Origin}/verify"),
                ("status", Terms.Of(told.Status).Zh), ("plan", title), ("project", told.Project.OrUnrecorded()),
                ("amount", Yuan(told.Amount)), ("money", Terms.Of(told.Money).Zh), ("purpose", Terms.Of(told.Purpose).Zh),
                ("budgetYear", (told.BudgetYear?.ToString(CultureInfo.InvariantCulture)).OrUnrecorded()), ("on", told.On.InWords().Zh),
                ("verdict", Terms.Of(told.Verdict).Zh), ("reasons", PaperWords.Lines(told.Reasons.Select(r => r.Words.Zh))),
                ("validUntil", told.ValidUntil.InWords().Zh), ("preparedBy", told.PreparedBy),
                ("reviewedBy", told.ReviewedBy.OrUnrecorded()),
                ("issuedAt", (told.IssuedAt?.ToTheSecond().InWords().Zh).OrUnrecorded())),
            new Dictionary<string, PaperRows>(StringComparer.Ordinal),
            // The code stands behind #, which no server and no log gets to see.
            PaperPicture.QrCode($"{request.Origin}/verify/{number}#{told.VerifyCode}"), number);
    }

    private static string Yuan(decimal? amount) => amount is not { } yuan ? PaperWords.OrUnrecorded(null)
        : new Text($"{yuan.ToString("#,##0.##", CultureInfo.InvariantCulture)}元", $"{yuan} yuan").Zh;
}
