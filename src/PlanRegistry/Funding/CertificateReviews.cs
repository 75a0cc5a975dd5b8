using System.Globalization;
using PlanRegistry.Conformance;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Funding;

/// <summary>审核签发, 退回: what another account makes of certificates that wait, all of them in one step or none.</summary>
public static class CertificateReviews
{
    /// <param name="judge">A day as known on the view.</param>
    public static Decision Sign(
        RegistryView view, Func<DateOnly, Judgement> judge, IReadOnlyList<string> numbers, Actor reviewer, DateOnly today) =>
        Review(view, numbers, reviewer, ReviewResult.Signed, null,
            c => Expired(c, today) ?? Replacing(view, c) ?? Worse(c, judge(c.On.First)));

    public static Decision Return(RegistryView view, IReadOnlyList<string> numbers, Actor reviewer, string reason)
    {
        if (Placeholders.IsNoReason(reason))
        {
            return Decision.Refuse(new Problem(ProblemCode.InvalidValue,
                new Text("退回理由应当用文字写明，至少两个字。", "reason must say why, in words."), ["reason"]));
        }
        return CertificateChecks.Unfit<CertificateReview>(nameof(CertificateReview.Reason), reason) is { } unfit
            ? Decision.Refuse(unfit)
            : Review(view, numbers, reviewer, ReviewResult.Returned, reason, _ => null);
    }

    private static Decision Review(RegistryView view, IReadOnlyList<string> numbers, Actor reviewer, ReviewResult result, string? reason,
        Func<FundingCertificate, Problem?> objection)
    {
        if (reviewer.Role is null)
        {
            return Decision.Refuse(new Problem(ProblemCode.NotAllowed, new Text(
                "复核须由另一账户登录办理。登记册还没有账户，本机操作人只有一个，不能既经办又复核；请先用plan-registry user add建立账户。",
                "A certificate is reviewed by another account. There are no accounts yet, and the operator of this machine is one person, "
                    + "who cannot both prepare and review: make accounts by plan-registry user add."), []));
        }
        List<Problem> problems = [];
        List<CertificateReview> reviews = [];
        HashSet<string> seen = [], replaced = [];
        foreach (var (number, place) in numbers.Select((n, i) => (n, i)))
        {
            var certificate = Certificates.Find(view, number);
            var problem = certificate is null ? Unknown(number)
                : !seen.Add(number) ? new Problem(ProblemCode.Duplicate,
                    new Text($"核验单{number}列了不止一次。", $"Certificate {number} is named more than once."), [])
                : Closed(view, certificate) ?? SamePerson(certificate, reviewer) ?? Tampered(certificate)
                    ?? (result == ReviewResult.Signed && certificate.Replaces is { } old && !replaced.Add(old)
                        ? CertificateChecks.Closed(new Text($"核验单{old}已被替代。", $"Certificate {old} has been replaced.")) : null)
                    ?? objection(certificate);
            if (problem is not null)
            {
                problems.Add(problem with { Path = ["numbers", place.ToString(CultureInfo.InvariantCulture)] });
                continue;
            }
            reviews.Add(new CertificateReview
            {
                Home = view.Code, Number = number, Result = result, ReviewedBy = reviewer.Name, Reviewer = reviewer.Id,
                Hash = certificate!.Hash, Reason = reason,
            });
        }
        return problems.Count > 0 ? Decision.Refuse(problems) : Decision.Write(reviews.Select(Change.Record));
    }

    internal static Problem Unknown(string number) => new(ProblemCode.UnknownRecord,
        new Text($"没有编号为{number}的核验单。", $"There is no certificate {number}."), []);

    private static Problem? Closed(RegistryView view, FundingCertificate certificate) =>
        CertificateStanding.ClosedAs(view, certificate) is { } closed ? CertificateChecks.Closed(closed)
        : CertificateStanding.IsSigned(view, certificate) ? CertificateChecks.Closed(
            new Text($"核验单{certificate.Number}已签发。", $"Certificate {certificate.Number} has been signed."))
        : null;

    private static Problem? SamePerson(FundingCertificate certificate, Actor reviewer) =>
        certificate.Preparer != reviewer.Id && !Persons.AreOne(certificate.PreparedBy, reviewer.Name) ? null
        : new Problem(ProblemCode.SamePerson,
            new Text($"核验单{certificate.Number}由“{certificate.PreparedBy}”经办，须由另一人的账户复核。",
                $"Certificate {certificate.Number} was prepared by {certificate.PreparedBy}; another person's account reviews it."), []);

    private static Problem? Tampered(FundingCertificate certificate) => CertificateStanding.IsWhole(certificate) ? null
        : new Problem(ProblemCode.InvalidValue, new Text($"核验单{certificate.Number}的内容与其散列不符，不能复核。",
            $"What certificate {certificate.Number} says is not what its hash covers; it cannot be reviewed."), []);

    private static Problem? Expired(FundingCertificate certificate, DateOnly today) => certificate.ValidUntil.Last >= today ? null
        : new Problem(ProblemCode.InvalidValue,
            new Text($"核验单{certificate.Number}的有效期已于{certificate.ValidUntil.InWords().Zh}届满，不能签发。",
                $"Certificate {certificate.Number} was to be valid until {certificate.ValidUntil}; it cannot be signed."), []);

    private static Problem? Replacing(RegistryView view, FundingCertificate certificate) =>
        certificate.Replaces is { } number && Certificates.Find(view, number) is { } replaced
            && CertificateStanding.ClosedAs(view, replaced) is { } closed ? CertificateChecks.Closed(closed) : null;

    private static Problem? Worse(FundingCertificate certificate, Judgement knownNow)
    {
        if (CertificateStanding.WorseNow(certificate, knownNow) is not { } now)
        {
            return null;
        }
        var (said, comes) = (Terms.Of(certificate.Verdict), Terms.Of(now.Verdict));
        var why = now.Reasons.Where(r => r.Verdict == now.Verdict).ToList();
        return new Problem(ProblemCode.InvalidValue, new Text(
            $"核验单{certificate.Number}的依据已变化，不能签发：按现在所知，{certificate.On.InWords().Zh}的结论为“{comes.Zh}”，"
                + $"单上为“{said.Zh}”。{string.Concat(why.Select(r => r.Sentence.Zh))}",
            $"The grounds of certificate {certificate.Number} have changed; it cannot be signed. As known now, {certificate.On} comes to "
                + $"\"{comes.En}\", and it says \"{said.En}\". {string.Join(" ", why.Select(r => r.Sentence.En))}"), []);
    }
}
