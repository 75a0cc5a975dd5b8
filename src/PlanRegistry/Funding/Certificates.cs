using System.Globalization;
using System.Text;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Funding;

/// <summary>What the form asks for; everything else of a certificate is computed.</summary>
public sealed record CertificateRequest(
    string Plan, FundingPurpose Purpose, FundingMoney Money, string? Project, decimal? Amount,
    int? BudgetYear, DateOnly? ValidUntil, string PreparedBy, string ReviewedBy, string? Replaces);

/// <summary>Issuing, revoking and reading certificates: pure decisions on a judgement of the certificate's day.</summary>
public static class Certificates
{
    /// <param name="judgement">Of the day asked about, on the view that the entry is decided on.</param>
    /// <param name="today">The day of issue, which gives the number its year.</param>
    public static Decision Issue(Judgement judgement, CertificateRequest request, DateOnly today, string rulesVersion)
    {
        var view = judgement.Snapshot.View;
        var problems = Problems(judgement, request).Concat(DateProblems(judgement.Snapshot.AsOf, request, today)).ToList();
        if (problems.Count > 0)
        {
            return Decision.Refuse(problems);
        }
        var plan = judgement.Snapshot.Plan(new Key<Plan>(view.Code, request.Plan))!;
        var on = judgement.Snapshot.AsOf;
        var eligibility =
            FundingReview.Of(judgement, plan, new FundingQuestion(request.Purpose, request.Money, request.Project, request.BudgetYear));
        var form = new FundingCertificate
        {
            Home = view.Code,
            Number = NextNumber(view, today.Year),
            Plan = plan.Key,
            On = on,
            Verdict = eligibility.Verdict,
            Purpose = request.Purpose,
            Money = request.Money,
            Project = request.Project,
            Amount = request.Amount,
            BudgetYear = request.BudgetYear,
            ValidUntil = ValidUntil(on, request),
            PreparedBy = request.PreparedBy.Trim(),
            ReviewedBy = request.ReviewedBy.Trim(),
            Replaces = request.Replaces,
            Vector = view.Vector.ToString(),
            RulesVersion = rulesVersion,
            Statement = "",
            Hash = "",
        };
        if (plan.Plan.IsSecret && Secrets.Refusals(form).ToList() is { Count: > 0 } secret)
        {
            return Decision.Refuse(secret);
        }
        var statement = CertificateStatement.Of(eligibility, form);
        return Decision.Write([Change.Record(form with { Statement = statement, Hash = CertificateStatement.HashOf(statement) })]);
    }

    public static Decision Revoke(RegistryView view, string number, string reason, Key<Document>? document)
    {
        if (Find(view, number) is not { } certificate)
        {
            return Decision.Refuse(
                new Problem(ProblemCode.UnknownRecord, new Text($"没有编号为{number}的核验单。", $"There is no certificate {number}."), ["number"]));
        }
        if (ClosedAs(view, certificate) is { } closed)
        {
            return Decision.Refuse(new Problem(ProblemCode.CertificateClosed, closed, ["number"]));
        }
        if (Placeholders.IsNoReason(reason))
        {
            return Decision.Refuse(Invalid("reason", "撤销理由应当用文字写明，至少两个字。", "reason must say why, in words."));
        }
        if (Unfit<CertificateRevocation>(nameof(CertificateRevocation.Reason), reason) is { } unfit)
        {
            return Decision.Refuse(unfit);
        }
        return Decision.Write(
            [Change.Record(new CertificateRevocation { Home = view.Code, Number = number, Reason = reason, Document = document })]);
    }

    public static FundingCertificate? Find(RegistryView view, string number) =>
        view.Own.Of<FundingCertificate>().FirstOrDefault(c => c.Number == number);

    public static CertificateStatus StatusOn(RegistryView view, FundingCertificate certificate, DateOnly day) =>
        view.Own.Of<CertificateRevocation>().Any(r => r.Number == certificate.Number) ? CertificateStatus.Revoked
        : view.Own.Of<FundingCertificate>().Any(c => c.Replaces == certificate.Number) ? CertificateStatus.Replaced
        : certificate.ValidUntil.Last < day ? CertificateStatus.Expired
        : CertificateStatus.Valid;

    /// <summary>
    /// Judges again: the statement that today's rules make of the certificate's own day and view; then its day as it is known now, where a
    /// worse verdict takes its grounds away.
    /// </summary>
    public static Verification Verify(FundingCertificate certificate, Judgement again, Judgement knownNow, bool ledgerIsIntact)
    {
        if (!ledgerIsIntact || CertificateStatement.HashOf(certificate.Statement) != certificate.Hash
            || again.Snapshot.Plan(certificate.Plan) is not { } plan)
        {
            return Verification.Tampered;
        }
        var eligibility = FundingReview.Of(again, plan, certificate.Question);
        return CertificateStatement.Of(eligibility, certificate) != certificate.Statement ? Verification.RulesChanged
            : knownNow.Snapshot.Plan(certificate.Plan) is { } now
                && !FundingReview.IsWorse(FundingReview.Of(knownNow, now, certificate.Question).Verdict, certificate.Verdict)
                ? Verification.Verified
                : Verification.GroundsChanged;
    }

    private static IEnumerable<Problem> Problems(Judgement judgement, CertificateRequest request)
    {
        var view = judgement.Snapshot.View;
        var plan = judgement.Snapshot.Plan(new Key<Plan>(view.Code, request.Plan));
        if (plan is null)
        {
            yield return new Problem(ProblemCode.UnknownPlan,
                new Text($"没有代码为“{request.Plan}”的规划。", $"There is no plan {request.Plan}."), ["plan"]);
        }
        else if (plan.History.ExistsFrom > judgement.Snapshot.AsOf)
        {
            yield return Invalid("on", $"审核日{judgement.Snapshot.AsOf.InWords().Zh}早于{plan.Named.Zh}的最早记录"
                + $"（{plan.History.ExistsFrom.InWords().Zh}）。",
                $"On {judgement.Snapshot.AsOf:yyyy-MM-dd} nothing was there of {plan.Title} yet; "
                    + $"the first that is recorded of it is of {plan.History.ExistsFrom:yyyy-MM-dd}.");
        }
        if (IsNobody(request.PreparedBy))
        {
            yield return Invalid("preparedBy", "经办人应当填写姓名。", "preparedBy must be a person's name.");
        }
        if (IsNobody(request.ReviewedBy))
        {
            yield return Invalid("reviewedBy", "审核人应当填写姓名。", "reviewedBy must be a person's name.");
        }
        else if (Persons.AreOne(request.PreparedBy, request.ReviewedBy))
        {
            yield return new Problem(ProblemCode.SamePerson, new Text($"经办人与审核人都是“{request.PreparedBy}”，须由不同的人担任。",
                $"{request.PreparedBy} both prepared and reviewed it; the reviewer must be another person."), ["reviewedBy"]);
        }
        if (request.Project is { Length: > 0 } project && Placeholders.Has(project))
        {
            yield return Refusals.Placeholder(RecordShape.Of<FundingCertificate>().Of(nameof(FundingCertificate.Project)), project)
                with { Path = ["project"] };
        }
        foreach (var unfit in Unfit(request))
        {
            yield return unfit;
        }
        if (request.Amount <= 0)
        {
            yield return Invalid("amount", $"金额{request.Amount}不是正数。", $"The amount {request.Amount} is no positive number.");
        }
        if (request.Replaces is { } number)
        {
            if (Find(view, number) is not { } replaced)
            {
                yield return new Problem(ProblemCode.UnknownRecord,
                    new Text($"没有编号为{number}的核验单。", $"There is no certificate {number}."), ["replaces"]);
            }
            else if (ClosedAs(view, replaced) is { } closed)
            {
                yield return new Problem(ProblemCode.CertificateClosed, closed, ["replaces"]);
            }
            else if (replaced.Plan.Code != request.Plan)
            {
                yield return Invalid("replaces",
                    $"核验单{number}属于规划{replaced.Plan.Code}，不能由另一规划的核验单替代。",
                    $"Certificate {number} is of plan {replaced.Plan.Code}; one of another plan cannot replace it.");
            }
        }
    }

    /// <summary>A name has a letter, of whatever script.</summary>
    private static bool IsNobody(string name) => Placeholders.Has(name) || !name.EnumerateRunes().Any(Rune.IsLetter);

    /// <summary>No row of a pack makes a certificate; its texts and its amount are held to their columns all the same.</summary>
    private static IEnumerable<Problem> Unfit(CertificateRequest request) =>
        new[]
        {
            Unfit<FundingCertificate>(nameof(FundingCertificate.Project), request.Project),
            Unfit<FundingCertificate>(nameof(FundingCertificate.Amount), request.Amount?.ToString(CultureInfo.InvariantCulture)),
            Unfit<FundingCertificate>(nameof(FundingCertificate.PreparedBy), request.PreparedBy),
            Unfit<FundingCertificate>(nameof(FundingCertificate.ReviewedBy), request.ReviewedBy),
        }.OfType<Problem>();

    private static Problem? Unfit<T>(string property, string? text) where T : Record =>
        RecordShape.Of<T>().Of(property) is var column && text is not null && Cells.Read(column, text).Refusal is { } refusal
            ? refusal with { Path = [Names.Camel(column.Name)] }
            : null;

    private static IEnumerable<Problem> DateProblems(DateOnly on, CertificateRequest request, DateOnly today)
    {
        if (on > today)
        {
            yield return Invalid("on", $"审核日{on.InWords().Zh}尚未到来。", $"The day {on:yyyy-MM-dd} has not come yet.");
        }
        if (request.BudgetYear < 1900 || request.BudgetYear > today.Year + 1)
        {
            yield return Invalid("budgetYear", $"预算年度{request.BudgetYear}应为年份，且不晚于{today.Year + 1}年。",
                $"The budget year {request.BudgetYear} must be a year, {today.Year + 1} at the latest.");
        }
        else if (request.ValidUntil is { } until && until < on)
        {
            yield return Invalid("validUntil",
                $"有效期至{until.InWords().Zh}，早于审核日{on.InWords().Zh}。",
                $"It would be valid until {until:yyyy-MM-dd}, before the day {on:yyyy-MM-dd} that it is for.");
        }
        else if (request.ValidUntil is { } end && EndOfTheBudgetYear(on, request) is var last && end > last)
        {
            yield return Invalid("validUntil", $"有效期至{end.InWords().Zh}，晚于预算年度的最后一日（{last.InWords().Zh}）。",
                $"It would be valid until {end:yyyy-MM-dd}, after {last:yyyy-MM-dd}, the last day of the budget year.");
        }
    }

    /// <summary>To the end of the budget year, or of the year of the day it is for, whatever day a clock takes it to be.</summary>
    private static DateOnly ValidUntil(DateOnly on, CertificateRequest request) =>
        request.ValidUntil ?? EndOfTheBudgetYear(on, request);

    private static DateOnly EndOfTheBudgetYear(DateOnly on, CertificateRequest request) =>
        new(Math.Max(request.BudgetYear ?? on.Year, on.Year), 12, 31);

    private static Problem Invalid(string field, string zh, string en) => new(ProblemCode.InvalidValue, new Text(zh, en), [field]);

    private static Text? ClosedAs(RegistryView view, FundingCertificate certificate) =>
        StatusOn(view, certificate, DateOnly.MinValue) switch
        {
            CertificateStatus.Revoked => new Text($"核验单{certificate.Number}已撤销。", $"Certificate {certificate.Number} has been revoked."),
            CertificateStatus.Replaced => new Text($"核验单{certificate.Number}已被替代。", $"Certificate {certificate.Number} has been replaced."),
            _ => (Text?)null,
        };

    private static string NextNumber(RegistryView view, int year)
    {
        var prefix = $"{view.Code}-{year:0000}-";
        var serial =
            view.Own.Of<FundingCertificate>().Where(c => c.Number.StartsWith(prefix, StringComparison.Ordinal))
                .Select(c => int.Parse(c.Number.AsSpan(prefix.Length), CultureInfo.InvariantCulture))
                .DefaultIfEmpty(0).Max();
        return $"{prefix}{serial + 1:000000}";
    }
}
