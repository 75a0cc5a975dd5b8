using System.Globalization;
using PlanRegistry.Backups;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Funding;

/// <summary>What the form asks for; everything else of a certificate is computed.</summary>
/// <param name="On">The day that is judged.</param>
/// <param name="AnyVerdict">Whether it is issued whatever the verdict; else only where money may be arranged.</param>
public sealed record CertificateRequest(
    string Plan, DateOnly On, FundingPurpose Purpose, FundingMoney Money, string? Project, decimal? Amount,
    int? BudgetYear, DateOnly? ValidUntil, string? Replaces, bool AnyVerdict);

/// <summary>Preparing and revoking certificates: pure decisions on judgements of the certificates' days.</summary>
public static class Certificates
{
    /// <param name="judge">A day, on the view that the entry is decided on.</param>
    /// <param name="preparer">Who prepares it; another account signs it.</param>
    /// <param name="today">The day of issue, which gives the number its year.</param>
    public static Decision Issue(RegistryView view, Func<DateOnly, Judgement> judge, CertificateRequest request, Actor preparer,
        DateOnly today, string rulesVersion)
    {
        var (certificate, problems) = Prepare(judge(request.On), request, preparer, Numbers(view, today.Year)(0), today, rulesVersion);
        return certificate is null ? Decision.Refuse(problems) : Decision.Write([Change.Record(certificate)]);
    }

    /// <summary>All of the lines in one entry, numbered in their order; or none, and what is wrong with each line.</summary>
    public static Decision Issue(RegistryView view, Func<DateOnly, Judgement> judge, IReadOnlyList<CertificateRequest> lines,
        Actor preparer, DateOnly today, string rulesVersion)
    {
        var numbers = Numbers(view, today.Year);
        var prepared = lines.Select((line, i) => Prepare(judge(line.On), line, preparer, numbers(i), today, rulesVersion)).ToList();
        var problems = prepared.SelectMany((p, i) =>
            p.Problems.Select(one => one with { Path = ["lines", i.ToString(CultureInfo.InvariantCulture), .. one.Path] })).ToList();
        return problems.Count > 0 ? Decision.Refuse(problems) : Decision.Write(prepared.Select(p => Change.Record(p.Certificate!)));
    }

    private static (FundingCertificate? Certificate, IReadOnlyList<Problem> Problems) Prepare(Judgement judgement,
        CertificateRequest request, Actor preparer, string number, DateOnly today, string rulesVersion)
    {
        var view = judgement.Snapshot.View;
        var problems = CertificateChecks.Of(judgement, request, today).ToList();
        if (problems.Count > 0)
        {
            return (null, problems);
        }
        var plan = judgement.Snapshot.Plan(new Key<Plan>(view.Code, request.Plan))!;
        var eligibility = FundingReview.Of(judgement, plan,
            new FundingQuestion(request.Purpose, request.Money, request.Project, request.BudgetYear));
        var form = new FundingCertificate
        {
            Home = view.Code,
            Number = number,
            Plan = plan.Key,
            On = request.On,
            Verdict = eligibility.Verdict,
            Purpose = request.Purpose,
            Money = request.Money,
            Project = request.Project,
            Amount = request.Amount,
            BudgetYear = request.BudgetYear,
            ValidUntil = CertificateChecks.ValidUntil(request),
            PreparedBy = preparer.Name,
            Preparer = preparer.Id,
            Replaces = request.Replaces,
            Vector = view.Vector.ToString(),
            RulesVersion = rulesVersion,
            Statement = "",
            Hash = "",
        };
        if (plan.Plan.IsSecret && Secrets.Refusals(form).ToList() is { Count: > 0 } secret)
        {
            return (null, secret);
        }
        if (!request.AnyVerdict && eligibility.Verdict != FundingVerdict.Eligible)
        {
            return (null, [CertificateChecks.NotEligible(plan, eligibility)]);
        }
        var statement = CertificateStatement.Of(eligibility, form);
        return (form with { Statement = statement, Hash = CertificateStatement.HashOf(statement) }, []);
    }

    public static Decision Revoke(RegistryView view, string number, string reason, Key<Document>? document)
    {
        if (Find(view, number) is not { } certificate)
        {
            return Decision.Refuse(CertificateReviews.Unknown(number) with { Path = ["number"] });
        }
        if (CertificateStanding.ClosedAs(view, certificate) is { } closed)
        {
            return Decision.Refuse(CertificateChecks.Closed(closed) with { Path = ["number"] });
        }
        if (Placeholders.IsNoReason(reason))
        {
            return Decision.Refuse(CertificateChecks.Invalid("reason", "撤销理由应当用文字写明，至少两个字。", "reason must say why, in words."));
        }
        if (CertificateChecks.Unfit<CertificateRevocation>(nameof(CertificateRevocation.Reason), reason) is { } unfit)
        {
            return Decision.Refuse(unfit);
        }
        return Decision.Write(
            [Change.Record(new CertificateRevocation { Home = view.Code, Number = number, Reason = reason, Document = document })]);
    }

    public static FundingCertificate? Find(RegistryView view, string number) =>
        (FundingCertificate?)view.Own.FindByKey(typeof(FundingCertificate), number);

    /// <summary>
    /// The numbers that follow those of the year, by how many of the same entry come before. Those count too that a restored ledger was
    /// cut after.
    /// </summary>
    private static Func<int, string> Numbers(RegistryView view, int year)
    {
        var prefix = $"{view.Code}-{year:0000}-";
        var last =
            view.Own.Of<FundingCertificate>().Select(c => c.Number)
                .Concat(view.Own.Of<Restoration>().SelectMany(r => r.Certificates ?? []))
                .Where(number => number.StartsWith(prefix, StringComparison.Ordinal))
                .Select(number => int.Parse(number.AsSpan(prefix.Length), CultureInfo.InvariantCulture))
                .DefaultIfEmpty(0).Max();
        return before => $"{prefix}{last + 1 + before:000000}";
    }
}
