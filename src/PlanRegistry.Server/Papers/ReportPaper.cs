using System.Globalization;
using PlanRegistry.Records;
using PlanRegistry.Reviews;
using PlanRegistry.Server.Exports;
using PlanRegistry.Server.Reviews;

namespace PlanRegistry.Server.Papers;

/// <summary>评估报告报送单: what goes with a report, to whom, and what it still lacks.</summary>
internal static class ReportPaper
{
    public static PaperForm Form { get; } = new("report.docx", "District.reviewDuties", (request, of) =>
        of.Count == 0 ? throw PaperException.OneOnly() : of.Select(key => Of(request, Duty(request, key))));

    internal static ReviewDutyNode Duty(PaperDesk.Request request, string key) =>
        request.Scope.Plans.Where(p => !p.HasEnded).SelectMany(ReviewDuties.Of).FirstOrDefault(d => d.Id.ToString() == key) is { } found
            ? new ReviewDutyNode(found, request.Scope) : throw PaperException.NotThere();

    private static Paper Of(PaperDesk.Request request, ReviewDutyNode duty) => new(
        request.Name(new("评估报告报送单", "Report"), $"{duty.Plan.Code}-{duty.Year}"),
        request.Texts(
            ("plan", request.Scope.Subject(duty.Duty.Plan)), ("agency", (duty.Plan.LeadAgencyOnDay?.Name).OrUnrecorded()),
            ("kind", Terms.Of(duty.Kind).Zh), ("year", duty.Year.ToString(CultureInfo.InvariantCulture)), ("due", PaperWords.Day(duty.Due)),
            ("reason", duty.Duty.Reason.Zh), ("state", Terms.Of(duty.State).Zh),
            ("recipients", PaperWords.Lines(duty.Recipients.Select(a => a.Name))),
            ("copies", PaperWords.Lines(duty.Copies.Select(a => a.Name))),
            ("document", ReviewSheets.PaperOf(duty.Report?.Document).OrUnrecorded()),
            ("reportedOn", PaperWords.Day(duty.Report?.On)), ("copiedOn", PaperWords.Day(duty.Report?.CopiedOn)),
            ("missing", duty.Duty.Missing.Count == 0 ? new Text("不缺。", "Nothing.").Zh
                : PaperWords.Lines(duty.Duty.Missing.Select(m => m.Zh)))),
        new Dictionary<string, PaperRows>(StringComparer.Ordinal), Of: $"{duty.Plan.Code}-{duty.Year}");
}
