using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.Funding;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Papers;

/// <summary>提醒函, 问题清单, 补正清单: what is found, for whom it is to be mended by.</summary>
internal static class FindingPapers
{
    public static PaperForm Reminder { get; } = new("reminder.docx", "District.findings", (request, of) =>
        (of.Count > 0 ? of.Select(name => Named(request.Scope, name)).DistinctBy(a => a.Key) : Responsible(request.Scope))
            .Select(a => Letter(request, a)));

    public static PaperForm Findings { get; } = new("findings.docx", "District.findings", (request, of) =>
    {
        var all = request.Scope.Findings.Select(request.Scope.Finding).ToDictionary(f => f.Id, f => f.Finding, StringComparer.Ordinal);
        var chosen = of.Select(id => all.GetValueOrDefault(id) ?? throw PaperException.NotThere()).ToList();
        return chosen.Count == 0 ? throw PaperException.OneOnly() : [new Paper(request.Name(new("问题清单", "Findings"), ""),
            request.Texts(("count", $"{chosen.Count}")), Lists("findings", Rows(request.Scope, chosen)))];
    });

    public static PaperForm Missing { get; } = new("missing.docx", "District.plan", (request, of) =>
        of.Count == 0 ? throw PaperException.OneOnly() : of.Select(code => Lacks(request, code)));

    private static IReadOnlyDictionary<string, PaperRows> Lists(string name, PaperRows rows) =>
        new Dictionary<string, PaperRows>(StringComparer.Ordinal) { [name] = rows };

    private static Agency Named(Scope scope, string name) =>
        scope.View.All<Agency>().FirstOrDefault(a => AgencyNames.Fits(a, name)) ?? throw PaperException.NotThere();

    /// <summary>Who has something to mend.</summary>
    private static List<Agency> Responsible(Scope scope) => scope.Findings.Where(f => !f.IsConfirmed)
            .Select(f => f.Responsible is { } of ? scope.View.Agency(of.Key) : null).OfType<Agency>()
            .DistinctBy(a => a.Key).OrderBy(a => a.Code, StringComparer.Ordinal).ToList() is { Count: > 0 } found
        ? found : throw Nothing(new("各单位在该日没有需要提醒的问题。", "On that day no agency has anything to be reminded of."));

    private static PaperException Nothing(Text sentence) => new(StatusCodes.Status404NotFound, sentence);

    private static Paper Letter(PaperDesk.Request request, Agency agency)
    {
        var findings = request.Scope.Findings.Where(f => f.Responsible?.Key == agency.Key && !f.IsConfirmed)
            .OrderBy(f => f.Severity).ThenBy(f => f.Due ?? DateOnly.MaxValue).ToList();
        return findings.Count == 0
            ? throw Nothing(new($"{agency.Name}在该日没有需要提醒的问题。", $"On that day {agency.Name} has nothing to be reminded of."))
            : new Paper(request.Name(new("提醒函", "Reminder"), agency.Name),
                request.Texts(("agency", agency.Name), ("count", $"{findings.Count}")), Lists("findings", Rows(request.Scope, findings)));
    }

    private static PaperRows Rows(Scope scope, IEnumerable<Finding> findings) => PaperRows.Of(findings,
        ("number", (_, n) => $"{n}"),
        ("numeral", (_, n) => PaperWords.Numeral(n)),
        ("subject", (f, _) => scope.Subject(f.Plan)),
        ("rule", (f, _) => f.Rule),
        ("verdict", (f, _) => Terms.Of(f.Verdict).Zh),
        ("severity", (f, _) => Terms.Of(f.Severity).Zh),
        ("sentence", (f, _) => f.Sentence.Zh),
        ("facts", (f, _) => PaperWords.Lines(f.Facts.Select(m => m.Text.WithInnerQuotes().Zh.TrimEnd('。')), "；")),
        ("basis", (f, _) => PaperWords.Basis(f.Basis)),
        ("remedies", (f, _) => PaperWords.Lines(f.Remedies.Select(r => r.Text.Zh.TrimEnd('。')), "；")),
        ("agency", (f, _) => (f.Responsible?.Name).OrUnrecorded()),
        ("since", (f, _) => f.Since.InWords().Zh),
        ("due", (f, _) => Due(f)));

    private static string Due(Finding finding) => finding.Due is { } day ? day.InWords().Zh : NoDay.Zh;

    private static Text NoDay { get; } = new("未规定", "none");

    /// <summary>Of a plan by its code, or a certificate by its number: each thing that would mend it, and why.</summary>
    private static Paper Lacks(PaperDesk.Request request, string code)
    {
        var scope = request.Scope;
        var certificate = Certificates.Find(scope.View, code) is { } row ? new FundingCertificateNode(row, scope) : null;
        var plan = scope.Plans.FirstOrDefault(p => certificate is null ? p.Key.Within(scope.View.Code) == code
            : p.Key.Within(scope.View.Code) == certificate.PlanCode) ?? throw PaperException.NotThere();
        var seen = certificate?.Then ?? scope;
        var reasons = (certificate?.EligibilityThen ?? FundingReview.Of(scope.Judgement, plan,
            new FundingQuestion(FundingPurpose.Implementation, FundingMoney.District))).Reasons;
        var findings = certificate is null ? scope.FindingsOf(plan.Key) : reasons.Select(r => r.Finding).OfType<Finding>();
        var items = findings.Where(f => !f.IsConfirmed && seen.Shows(f)).SelectMany(Items)
            .Concat(reasons.Where(r => r.Finding is null && r.Verdict != FundingVerdict.Eligible)
                .Select(r => (Words: r.Sentence.Zh, Reason: PaperWords.Basis(r.Basis), Due: PaperWords.Day(null))))
            .Distinct().ToList();
        var subject = scope.Subject(plan.Key) + (certificate is null ? "" : new Text($"（核验单{code}）", $" (certificate {code})").Zh);
        return items.Count == 0
            ? throw Nothing(new($"{subject}没有需要补正的内容。", $"{code} lacks nothing."))
            : new Paper(request.Name(new("补正清单", "Missing"), code),
                request.Texts(("agency", (plan.LeadAgency?.Name).OrUnrecorded()), ("subject", subject), ("count", $"{items.Count}")),
                Lists("items", PaperRows.Of(items, ("number", (_, n) => $"{n}"), ("words", (i, _) => i.Words),
                    ("reason", (i, _) => i.Reason), ("due", (i, _) => i.Due))));
    }

    private static IEnumerable<(string Words, string Reason, string Due)> Items(Finding finding)
    {
        var why = $"{finding.Sentence.Zh}\n{PaperWords.Basis(finding.Basis)}";
        return finding.Remedies.Count == 0 ? [(finding.Sentence.Zh, PaperWords.Basis(finding.Basis), Due(finding))]
            : finding.Remedies.Select(r => (r.Text.Zh, why, Due(finding)));
    }
}
