using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using PlanRegistry.Server.Funding;

namespace PlanRegistry.Server.Papers;

/// <summary>
/// 补正清单: of a plan by its code, or a certificate by its number, each thing that its lead agency is to mend, and why. What is another's
/// to do stands in no item of it.
/// </summary>
internal static class MissingPaper
{
    /// <summary>The acts by which what is missing is done; of these each is needed, of others one clears the finding.</summary>
    private static readonly string Step = Remedies.NameOf(Operation.RecordAct);

    public static PaperForm Form { get; } = new("missing.docx", "District.plan", (request, of) =>
        of.Count == 0 ? throw PaperException.OneOnly() : of.Select(code => Lacks(request, code)));

    private sealed record Item(string Words, string Reason, string Due);

    private static Paper Lacks(PaperDesk.Request request, string code)
    {
        var scope = request.Scope;
        var certificate = Certificates.Find(scope.View, code) is { } row ? new FundingCertificateNode(row, scope) : null;
        var plan = scope.Plans.FirstOrDefault(p => certificate is null ? p.Key.Within(scope.View.Code) == code
            : p.Key.Within(scope.View.Code) == certificate.PlanCode) ?? throw PaperException.NotThere();
        var seen = certificate?.Then ?? scope;
        var reasons = (certificate?.EligibilityThen ?? FundingReview.Of(scope.Judgement, plan,
            new FundingQuestion(FundingPurpose.Implementation, FundingMoney.District))).Reasons;
        var findings = (certificate is null ? scope.FindingsOf(plan.Key) : reasons.Select(r => r.Finding).OfType<Finding>())
            .Where(f => !f.IsConfirmed && seen.Shows(f)).OrderBy(f => f.Due ?? DateOnly.MaxValue).ToList();
        var items = findings.Select(f => ItemOf(f, Own(f, plan.LeadAgency))).OfType<Item>()
            .Concat(reasons.Where(r => r.Finding is null && r.Verdict != FundingVerdict.Eligible && !IsOfItsCourse(r.Code))
                .Select(r => new Item(r.Sentence.Zh, Clauses(r.Basis), PaperWords.Day(null))))
            .Concat(certificate is null ? PapersOf(plan) : [])
            .Distinct().ToList();
        var subject = scope.Subject(plan.Key) + (certificate is null ? "" : new Text($"（核验单{code}）", $" (certificate {code})").Zh);
        var others = Others(findings, plan.LeadAgency);
        return items.Count == 0
            ? throw FindingPapers.Nothing(others is not { } left ? new($"{subject}没有需要补正的内容。", $"{code} lacks nothing.")
                : new($"{subject}没有须由牵头单位补正的内容。{left.Zh}", $"{code} lacks nothing that its lead agency is to mend. {left.En}"))
            : new Paper(request.Name(new("补正清单", "Missing"), code),
                request.Texts(("agency", (plan.LeadAgency?.Name).OrUnrecorded()), ("subject", subject), ("count", $"{items.Count}"),
                    ("others", others?.Zh ?? "")),
                FindingPapers.Lists("items", PaperRows.Of(items, ("number", (_, n) => $"{n}"), ("words", (i, _) => i.Words),
                    ("reason", (i, _) => i.Reason), ("due", (i, _) => i.Due))), Of: code);
    }

    /// <summary>Of a plan that is on its way to approval each paper of the submission set that is missing, and who supplies it.</summary>
    private static IEnumerable<Item> PapersOf(PlanOnDay plan) =>
        plan.Status is not (PlanStatus.Proposed or PlanStatus.Drafting or PlanStatus.Submitted) ? []
            : Submission.Of(plan).Missing.Where(l => IsOfTheLead(plan, l)).Select(l => new Item(
                new Text($"补充审批要件：{Terms.Of(l.Paper).Zh}（由{l.Holder.Zh}提供）。",
                    $"Add to the papers of the submission: {Terms.Of(l.Paper).En} (of {l.Holder.En}).").Zh,
                l.Why == default ? l.Clause : $"{l.Why.Zh}。\n{l.Clause}", NoDay.Zh));

    /// <summary>That a plan is not in force yet, or is over, is its course: there is nothing to mend in it.</summary>
    private static bool IsOfItsCourse(FundingReasonCode code) => code is FundingReasonCode.NotInForce or FundingReasonCode.InForce
        or FundingReasonCode.Expired or FundingReasonCode.Superseded or FundingReasonCode.Withdrawn;

    /// <summary>A paper that another body gives is not for the lead agency to supply.</summary>
    private static bool IsOfTheLead(PlanOnDay plan, SubmissionLine line) =>
        plan.LeadAgency is not { } lead || line.Holder.Zh == lead.Name;

    /// <summary>Before the submission; no text sets a day.</summary>
    private static Text NoDay { get; } = new("报批前", "before the submission");

    /// <summary>Where the texts are silent the basis names a parameter, which is no law and nothing to an office.</summary>
    private static string Clauses(IReadOnlyList<Basis> basis) =>
        basis.Count > 0 && basis.All(b => b.Document == PaperWords.ByRegistry) ? RegistrysOwn.Zh
            : PaperWords.Basis(basis.Where(b => b.Document != PaperWords.ByRegistry));

    private static Text RegistrysOwn { get; } = new("登记册的核对规则（文件未作规定）", "the registry's own rule: the texts are silent");

    private static List<Remedy> Own(Finding finding, Agency? lead) =>
        [.. finding.Remedies.Where(r => r.Agency is null || lead is null || r.Agency.Key == lead.Key)];

    /// <summary>Null where all that would clear it is another's to do.</summary>
    private static Item? ItemOf(Finding finding, List<Remedy> own)
    {
        var (basis, due) = (Clauses(finding.Basis), FindingPapers.Due(finding));
        var sentence = finding.Sentence.Zh.WithoutCodes();
        return finding.Remedies.Count == 0 ? new Item(sentence, basis, due)
            : own.Count == 0 ? null : new Item(Words(own), $"{sentence}\n{basis}", due);
    }

    private static string Words(List<Remedy> own)
    {
        var head = own.TrueForAll(r => r.Act == Step) ? new Text("下列各项均须办理：", "Each of these:")
            : new Text("下列办法按实际情况选办一项：", "One of these, whichever fits:");
        return own is [var only] ? only.Text.Zh
            : $"{head.Zh}\n{string.Join('\n', own.Select((r, i) => $"（{i + 1}）{r.Text.Zh}"))}";
    }

    /// <summary>What is left to others; null where nothing is.</summary>
    private static Text? Others(List<Finding> findings, Agency? lead)
    {
        var left = findings.Where(f => f.Remedies.Count > Own(f, lead).Count).ToList();
        var names = left.SelectMany(f => f.Remedies.Except(Own(f, lead))).Select(r => r.Agency!.Name).Distinct().ToList();
        return left.Count == 0 ? default(Text?) : new Text($"另有{left.Count}项问题须由{string.Join('、', names)}办理，不在本清单内。",
            $"{left.Count} more are for {string.Join(", ", names)} to act on and are not listed here.");
    }
}
