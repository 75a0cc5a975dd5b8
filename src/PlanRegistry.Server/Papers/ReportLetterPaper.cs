using PlanRegistry.Approval;
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
        var report = Report(duty);
        if (route.LacksApprover)
        {
            throw FindingPapers.Nothing(PaperWords.NobodyToApprove(duty.Of));
        }
        var copies = Names(route.Copies);
        return new Paper(request.Name(new("评估报告报送函", "ReportLetter"), code),
            request.Texts(("subject", plan), ("agency", duty.Of.Signs()), ("report", duty.Name.Zh),
                ("review", Terms.Of(duty.Kind).Zh), ("horizon", duty.Of.Horizon.InWords.Zh), ("due", duty.Due.InWords().Zh),
                ("basis", (route.IsDefault ? Silent : Notice).Zh),
                ("recipients", Names(route.To)),
                ("copies", copies.Length == 0 ? new Text("无", "none").Zh : copies),
                ("copied", copies.Length == 0 ? "" : new Text($"，同时抄送{copies}", $", in copy to {copies}").Zh),
                ("document", request.Scope.View.Document(report.Act.Document)?.Named.Zh ?? $"{plan}{duty.Name.Zh}")),
            FindingPapers.Lists("steps", PaperWords.Sentences(StepsOf(report.Procedure)?.Zh)), Of: code);
    }

    /// <summary>What is not there is not sent, nor a report of another kind in its name.</summary>
    private static ReportOnDay Report(ReviewDuty duty)
    {
        var (plan, name) = (duty.Of.Named, duty.Name);
        var report = duty.Report is { } act ? new ReportOnDay(duty.Of, act) : throw FindingPapers.Nothing(new(
            $"{plan.Zh}{name.Zh}未登记，没有可以报送的报告：请先登记该报告。",
            $"There is no record of {name.En} of {plan.En}, and so nothing to send: record it first."));
        return report.Kind == duty.Kind ? report : throw FindingPapers.Nothing(new(
            $"{plan.Zh}{duty.Year}年已形成{Terms.Of(report.Kind).Zh}报告，没有另行形成{name.Zh}：请以该报告的报送函报送。",
            $"For {duty.Year} {plan.En} has a report of {Terms.Of(report.Kind).En} in place of {name.En}: send that by its own letter."));
    }

    /// <summary>The way of a development plan's mid-term report, as the rule on it has it.</summary>
    private static Text? StepsOf(MidTermProcedure? procedure)
    {
        if (procedure is null)
        {
            return null;
        }
        var (first, party, then) = (procedure.TakerOf(ActType.GovernmentExamined).Name, procedure.TakerOf(ActType.PartyAgreed).Name,
            procedure.TakerOf(ActType.StandingCommitteeDeliberated).Name);
        return procedure.NeedsConsent switch
        {
            true => new($"该报告先报{first.Zh}审定，经{party.Zh}同意后，提请{then.Zh}审议。",
                $"The report is examined by {first.En}, then, with the consent of {party.En}, deliberated by {then.En}."),
            false => new($"该报告先报{first.Zh}审定，审定后提请{then.Zh}审议。",
                $"The report is examined by {first.En} first, then deliberated by {then.En}."),
            null => new($"该报告先报{first.Zh}审定，审定后提请{then.Zh}审议；报告日期不够具体，审议前是否须经{party.Zh}同意待核实。",
                $"The report is examined by {first.En} first, then deliberated by {then.En}; its day is too rough to say "
                    + $"whether the consent of {party.En} is needed before that."),
        };
    }

    private static string Names(IEnumerable<Addressee> addressees) => string.Join('、', addressees.Select(a => a.Name.Zh));
}
