using PlanRegistry.Approval;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Papers;

/// <summary>审批要件清单: each paper of a plan's submission, whether it is there, whose it is to supply, by which clause.</summary>
internal static class SubmissionListPaper
{
    public static PaperForm Form { get; } = new("submission.docx", "District.plan", (request, of) =>
        of.Count == 0 ? throw PaperException.OneOnly() : of.Select(code => Of(request, request.Plan(code), code)));

    private static Paper Of(PaperDesk.Request request, PlanOnDay plan, string code)
    {
        var (procedure, set) = (Procedure.Of(plan), Submission.Of(plan));
        return new Paper(request.Name(new("审批要件清单", "Submission"), code),
            request.Texts(("subject", request.Scope.Subject(plan.Key)), ("agency", (plan.LeadAgency?.Name).OrUnrecorded()),
                ("route", Terms.Of(procedure.Route).Zh), ("summary", Summary(set).Zh)),
            FindingPapers.Lists("lines", PaperRows.Of(set.Lines, ("number", (_, n) => $"{n}"), ("paper", (l, _) => Terms.Of(l.Paper).Zh),
                ("state", (l, _) => Terms.Of(l.State).Zh), ("holder", (l, _) => l.Holder.Zh),
                ("document", (l, _) => l.Document?.Named.Zh ?? ""), ("on", (l, _) => (l.Document?.IssuedOn ?? l.On)?.InWords().Zh ?? ""),
                ("why", (l, _) => l.Why.Zh ?? ""), ("clause", (l, _) => Wording.Clause(l.Clause)))), Of: code);
    }

    private static Text Summary(Submission set)
    {
        int Count(PaperState state) => set.Lines.Count(l => l.State == state);
        return set.IsComplete ? new("要件齐全。", "The set is complete.")
            : new($"已有{Count(PaperState.Present)}项，缺{Count(PaperState.Missing)}项，待核实{Count(PaperState.Unknown)}项。",
                $"{Count(PaperState.Present)} there, {Count(PaperState.Missing)} missing, {Count(PaperState.Unknown)} to be checked.");
    }
}
