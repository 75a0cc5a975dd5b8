using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Papers;

/// <summary>提醒函, 问题清单: what is found, for whom it is to be mended by.</summary>
internal static class FindingPapers
{
    public static PaperForm Reminder { get; } = new("reminder.docx", "District.findings", (request, of) =>
        (of.Count > 0 ? of.Select(name => Named(request, name)).DistinctBy(a => a.Key) : Responsible(request))
            .Select(a => Letter(request, a)));

    public static PaperForm Findings { get; } = new("findings.docx", "District.findings", (request, of) =>
    {
        var all = request.Scope.Findings.Select(request.Scope.Finding).ToDictionary(f => f.Id, f => f.Finding, StringComparer.Ordinal);
        var chosen = of.Select(id => all.GetValueOrDefault(id) ?? throw PaperException.NotThere()).ToList();
        return chosen.Count == 0 ? throw PaperException.OneOnly() : [new Paper(request.Name(new("问题清单", "Findings"), ""),
            request.Texts(("count", $"{chosen.Count}")), Lists("findings", Rows(request.Scope, chosen)))];
    });

    internal static IReadOnlyDictionary<string, PaperRows> Lists(string name, PaperRows rows) =>
        new Dictionary<string, PaperRows>(StringComparer.Ordinal) { [name] = rows };

    private static Agency Named(PaperDesk.Request request, string name) =>
        request.Scope.View.All<Agency>().FirstOrDefault(a => AgencyNames.Fits(a, name) && IsSeenWhole(request, a))
            ?? throw PaperException.NotThere();

    /// <summary>What others have to mend an agency sees in part at most: a letter to them would tell them less than there is.</summary>
    private static bool IsSeenWhole(PaperDesk.Request request, Agency agency) =>
        !request.Scope.IsPartial || request.Trial is not null || request.Scope.Caller.Account?.AgencyKey == agency.Key;

    /// <summary>Who has something to mend.</summary>
    private static List<Agency> Responsible(PaperDesk.Request request) => request.Scope.Findings.Where(f => !f.IsConfirmed)
            .Select(f => f.Responsible is { } of ? request.Scope.View.Agency(of.Key) : null).OfType<Agency>()
            .Where(a => IsSeenWhole(request, a))
            .DistinctBy(a => a.Key).OrderBy(a => a.Code, StringComparer.Ordinal).ToList() is { Count: > 0 } found
        ? found : throw Nothing(request.Scope.IsPartial
            ? new("本单位在该日没有需要提醒的问题。", "On that day your agency has nothing to be reminded of.")
            : new("各单位在该日没有需要提醒的问题。", "On that day no agency has anything to be reminded of."));

    internal static PaperException Nothing(Text sentence) => new(StatusCodes.Status404NotFound, sentence);

    private static Paper Letter(PaperDesk.Request request, Agency agency)
    {
        var findings = request.Scope.Findings.Where(f => f.Responsible?.Key == agency.Key && !f.IsConfirmed)
            .OrderBy(f => f.Severity).ThenBy(f => f.Due ?? DateOnly.MaxValue).ToList();
        return findings.Count == 0
            ? throw Nothing(new($"{agency.Name}在该日没有需要提醒的问题。", $"On that day {agency.Name} has nothing to be reminded of."))
            : new Paper(request.Name(new("提醒函", "Reminder"), agency.Name),
                request.Texts([("agency", agency.Name), ("count", $"{findings.Count}"), .. Late(findings.Count(IsLate))]),
                Lists("findings", Rows(request.Scope, findings)), Of: agency.Name);
    }

    private static bool IsLate(Finding finding) => finding.Urgency == Urgency.Overdue;

    /// <summary>How many are overdue, and what is to be done about them: the day is the agency's to say.</summary>
    private static (string Field, string Value)[] Late(int overdue) =>
    [
        ("overdue", overdue == 0 ? "" : new Text($"，其中{overdue}项已逾期", $", {overdue} of them overdue").Zh),
        ("atOnce", overdue == 0 ? "" : new Text("，已逾期的立即办理并函告拟办结日期", ", what is overdue at once, telling by which day").Zh),
    ];

    private static PaperRows Rows(Scope scope, IEnumerable<Finding> findings) => PaperRows.Of(findings,
        ("number", (_, n) => $"{n}"),
        ("numeral", (_, n) => PaperWords.Numeral(n)),
        ("subject", (f, _) => scope.Subject(f.Plan)),
        ("rule", (f, _) => f.Rule),
        ("verdict", (f, _) => f.Word.Zh),
        ("severity", (f, _) => Terms.Of(f.Severity).Zh),
        ("sentence", (f, _) => f.Sentence.Zh.WithoutCodes()),
        ("facts", (f, _) => PaperWords.Facts(f)),
        ("basis", (f, _) => PaperWords.Basis(f.Basis)),
        ("remedies", (f, _) => PaperWords.Sentence(f.Remedies.Select(r => r.Text.Zh.TrimEnd('。')))),
        ("agency", (f, _) => (f.Responsible?.Name).OrUnrecorded()),
        ("since", (f, _) => f.Since.InWords().Zh),
        ("due", (f, _) => Due(f)));

    internal static string Due(Finding finding) =>
        finding.Due is not { } day ? NoDay.Zh : IsLate(finding) ? Overdue(day.InWords()).Zh : day.InWords().Zh;

    private static Text Overdue(Text day) => new($"{day.Zh}（已逾期）", $"{day.En} (overdue)");

    private static Text NoDay { get; } = new("未规定", "none");
}
