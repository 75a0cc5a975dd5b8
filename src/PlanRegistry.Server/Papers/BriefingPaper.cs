using System.Globalization;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Reviews;
using PlanRegistry.Rules;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Reviews;
using PlanRegistry.Settlement;

namespace PlanRegistry.Server.Papers;

/// <summary>领导一页: the district in a minute, as the page says it.</summary>
internal static class BriefingPaper
{
    private const int Days = 30;
    private const int MostFindings = 5;
    private const int MostDuties = 5;
    private const int MostAgencies = 6;

    public static PaperForm Form { get; } = new("briefing.docx", "District.conformance", (request, _) => [Of(request)]);

    private static Paper Of(PaperDesk.Request request)
    {
        var (scope, day, now) = (request.Scope, request.Scope.Snapshot.AsOf.Unwatched, new ConformanceSummary(request.Scope));
        var duties = scope.Owed;
        var soon = duties.Where(d => !d.IsUndated && d.Due >= day && d.Due <= day.AddDays(Days)).OrderBy(d => d.Due).ToList();
        var gravest = scope.Findings.Where(f => f.Verdict != Verdict.Unknown)
            .OrderBy(f => DistrictConformanceFields.SortText(f, FindingOrder.First), StringComparer.Ordinal).Take(MostFindings);
        return new Paper(request.Name(new("领导一页", "Briefing"), ""),
            request.Texts(("plans", Count(now.Plans)), ("red", Count(now.Red)), ("yellow", Count(now.Yellow)), ("green", Count(now.Green)),
                ("grey", Count(now.Grey)), ("overdue", Count(duties.Count(d => d.Due < day))), ("soon", Count(soon.Count))),
            new Dictionary<string, PaperRows>(StringComparer.Ordinal)
            {
                ["gravest"] = PaperRows.Of(gravest, ("number", (_, n) => Count(n)), ("severity", (f, _) => Terms.Of(f.Severity).Zh),
                    ("sentence", (f, _) => f.Sentence.Zh), ("agency", (f, _) => (f.Responsible?.Name).OrUnrecorded())),
                ["duties"] = PaperRows.Of(soon.Take(MostDuties), ("due", (d, _) => d.Due.InWords().Zh),
                    ("words", (d, _) => Words(scope, d))),
                ["agencies"] = PaperRows.Of(now.ByAgency.OrderByDescending(a => a.Count).Take(MostAgencies),
                    ("name", (a, _) => a.Agency.Name),
                    ("problems", (a, _) => Count(a.Count - a.Unknown)), ("unknown", (a, _) => Count(a.Unknown))),
                ["coverage"] = PaperRows.Of([.. PutOff(now.Waived), .. now.Coverage.Sentences], ("sentence", (s, _) => s.Zh)),
            });
    }

    /// <summary>What is due, and whose: of a finding by its rule in a few words, since a plan may have several.</summary>
    private static string Words(Scope scope, OwedDuty duty) =>
        (duty is { Finding: { } finding, Kind: DutyKind.Finding or DutyKind.HandedOut }
            ? $"{RuleBook.Cards.First(c => c.Code == finding.Rule).Name.Zh} {scope.Subject(finding.Plan)}"
            : Digest.Subject(scope.View, duty).Zh)
        + $"（{(duty.Agency?.Name).OrUnrecorded()}）";

    /// <summary>What is put off by leave is counted among the problems, and told apart.</summary>
    private static Text[] PutOff(int waived) => waived == 0 ? []
        : [new($"问题中有{waived}条{Waivers.Word.Zh}。", $"Of the problems {waived} are {Waivers.Word.En}.")];

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
