using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Reviews;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Papers;

/// <summary>评估报告报送函: the letter with which a report goes to those entitled to it, its copies in the same breath (003 三、(五)).</summary>
internal static class ReportLetterPaper
{
    private static readonly Text Notice = new("开州府办发〔2020〕95号 三、（五）", "clause 三、(五) of 开州府办发〔2020〕95号");
    private static readonly Text Silent = new("规划实施监测工作安排", "the arrangements for monitoring");

    public static PaperForm Form { get; } = new("report-letter.docx", "District.reviewDuties", (request, of) =>
        of.Count == 0 ? throw PaperException.OneOnly() : of.Select(key => Of(request, ReportPaper.Duty(request, key).Duty)));

    private static Paper Of(PaperDesk.Request request, ReviewDuty duty)
    {
        var (route, plan, code) = (duty.Route, request.Scope.Subject(duty.Plan), $"{duty.Of.Plan.Code}-{duty.Year}");
        var copies = Names(route.Copies);
        return new Paper(request.Name(new("评估报告报送函", "ReportLetter"), code),
            request.Texts(("subject", plan), ("agency", (duty.Of.LeadAgency?.Name).OrUnrecorded()), ("report", duty.Name.Zh),
                ("review", Terms.Of(duty.Kind).Zh), ("horizon", duty.Of.Horizon.InWords.Zh), ("due", duty.Due.InWords().Zh),
                ("basis", (route.IsDefault ? Silent : Notice).Zh),
                ("recipients", route.LacksApprover ? new Text("（审批主体未录入）", "(approver not recorded)").Zh : Names(route.To)),
                ("copies", copies.Length == 0 ? new Text("无", "none").Zh : copies),
                ("copied", copies.Length == 0 ? "" : new Text($"，同时抄送{copies}", $", in copy to {copies}").Zh),
                ("document", request.Scope.View.Document(duty.Report?.Document)?.Named.Zh ?? $"{plan}{duty.Name.Zh}")),
            FindingPapers.Lists("steps", PaperWords.Sentences(StepsOf(duty, route)?.Zh)), Of: code);
    }

    /// <summary>The mid-term report of a development plan goes to the standing committee after the government's examination.</summary>
    private static Text? StepsOf(ReviewDuty duty, ReportRoute route) =>
        duty is { Kind: ReviewKind.MidTerm, Of.Kind: PlanKind.Development } && route.To is [var first, var then]
            ? new Text($"该报告先报{first.Name.Zh}审定，审定后提请{then.Name.Zh}审议。",
                $"The report is examined by {first.Name.En} first, then deliberated by {then.Name.En}.") : (Text?)null;

    private static string Names(IEnumerable<Addressee> addressees) => string.Join('、', addressees.Select(a => a.Name.Zh));
}
