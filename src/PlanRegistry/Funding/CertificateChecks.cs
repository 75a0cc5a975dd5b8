using System.Globalization;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Funding;

/// <summary>What is wrong with a request for a certificate, and how long it would hold.</summary>
internal static class CertificateChecks
{
    public static IEnumerable<Problem> Of(Judgement judgement, CertificateRequest request, DateOnly today) =>
        Problems(judgement, request).Concat(DateProblems(request, today));

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
            yield return Invalid("on", $"审核日{judgement.Snapshot.AsOf.Unwatched.InWords().Zh}早于{plan.Named.Zh}的最早记录"
                + $"（{plan.History.ExistsFrom.InWords().Zh}）。",
                $"On {judgement.Snapshot.AsOf.Unwatched:yyyy-MM-dd} nothing was there of {plan.Title} yet; "
                    + $"the first that is recorded of it is of {plan.History.ExistsFrom:yyyy-MM-dd}.");
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
            if (Certificates.Find(view, number) is not { } replaced)
            {
                yield return CertificateReviews.Unknown(number) with { Path = ["replaces"] };
            }
            else if (CertificateStanding.ClosedAs(view, replaced) is { } closed)
            {
                yield return Closed(closed) with { Path = ["replaces"] };
            }
            else if (!CertificateStanding.IsSigned(view, replaced))
            {
                yield return Invalid("replaces", $"核验单{number}尚未签发，不须替代；请退回后重新出具。",
                    $"Certificate {number} has not been signed and needs no replacement: have it returned, and prepare another.");
            }
            else if (replaced.Plan.Code != request.Plan)
            {
                yield return Invalid("replaces",
                    $"核验单{number}属于规划{replaced.Plan.Code}，不能由另一规划的核验单替代。",
                    $"Certificate {number} is of plan {replaced.Plan.Code}; one of another plan cannot replace it.");
            }
        }
    }

    /// <summary>No row of a pack makes a certificate; its texts and its amount are held to their columns all the same.</summary>
    private static IEnumerable<Problem> Unfit(CertificateRequest request) =>
        new[]
        {
            Unfit<FundingCertificate>(nameof(FundingCertificate.Project), request.Project),
            Unfit<FundingCertificate>(nameof(FundingCertificate.Amount), request.Amount?.ToString(CultureInfo.InvariantCulture)),
        }.OfType<Problem>();

    internal static Problem? Unfit<T>(string property, string? text) where T : Record =>
        RecordShape.Of<T>().Of(property) is var column && text is not null && Cells.Read(column, text).Refusal is { } refusal
            ? refusal with { Path = [Names.Camel(column.Name)] }
            : null;

    private static IEnumerable<Problem> DateProblems(CertificateRequest request, DateOnly today)
    {
        var on = request.On;
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
        else if (request.ValidUntil is { } end && EndOfTheBudgetYear(request) is var last && end > last)
        {
            yield return Invalid("validUntil", $"有效期至{end.InWords().Zh}，晚于预算年度的最后一日（{last.InWords().Zh}）。",
                $"It would be valid until {end:yyyy-MM-dd}, after {last:yyyy-MM-dd}, the last day of the budget year.");
        }
    }

    /// <summary>To the end of the budget year, or of the year of the day it is for, whatever day a clock takes it to be.</summary>
    public static DateOnly ValidUntil(CertificateRequest request) =>
        request.ValidUntil ?? EndOfTheBudgetYear(request);

    private static DateOnly EndOfTheBudgetYear(CertificateRequest request) =>
        new(Math.Max(request.BudgetYear ?? request.On.Year, request.On.Year), 12, 31);

    /// <summary>Nobody has said that this line is to be issued all the same.</summary>
    public static Problem NotEligible(PlanOnDay plan, FundingEligibility eligibility)
    {
        var said = Terms.Of(eligibility.Verdict);
        return Invalid("anyVerdict",
            $"{plan.Named.Zh}{eligibility.On.InWords().Zh}的审核结论为“{said.Zh}”，不是“可以安排”，未予出具；确需出具的，请对该行注明。",
            $"On {eligibility.On:yyyy-MM-dd} the verdict on {plan.Title} is \"{said.En}\", not \"eligible\": "
                + "nothing is issued unless the line says so.");
    }

    internal static Problem Closed(Text sentence) => new(ProblemCode.CertificateClosed, sentence, []);

    internal static Problem Invalid(string field, string zh, string en) => new(ProblemCode.InvalidValue, new Text(zh, en), [field]);
}
