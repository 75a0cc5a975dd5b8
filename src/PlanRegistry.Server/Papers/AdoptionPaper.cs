using System.Globalization;
using PlanRegistry.Conformance;
using PlanRegistry.Consultation;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Papers;

/// <summary>采纳情况说明表: every opinion on a plan with what came of it, as its page shows it.</summary>
internal static class AdoptionPaper
{
    public static PaperForm Form { get; } = new("adoption.docx", "District.plan", (request, of) =>
        of.Count == 0 ? throw PaperException.OneOnly() : of.Select(code => Of(request, request.Plan(code), code)));

    private static Paper Of(PaperDesk.Request request, PlanOnDay plan, string code)
    {
        var table = AdoptionTable.Of(request.Scope.View, plan.Key, plan.AsOf);
        var subject = request.Scope.Subject(plan.Key);
        return table.IsEmpty
            ? throw FindingPapers.Nothing(new($"{subject}没有征求意见的记录。", $"No consultation on {code} is recorded."))
            : new Paper(request.Name(new("采纳情况说明表", "Adoption"), code),
                request.Texts(("subject", subject), ("agency", (plan.LeadAgency?.Name).OrUnrecorded()), ("summary", Summary(table).Zh)),
                new Dictionary<string, PaperRows>(StringComparer.Ordinal)
                {
                    ["opinions"] = PaperRows.Of(table.Rows, ("number", (r, _) => $"{r.Number}"),
                        ("who", (r, _) => Who(request.Scope, r.Opinion.Opinion)), ("round", (r, _) => Round(r.Round).Zh),
                        ("clause", (r, _) => r.Opinion.Opinion.Clause.OrUnrecorded()),
                        ("suggestion", (r, _) => r.Opinion.Opinion.Suggestion.OrUnrecorded()),
                        ("reason", (r, _) => r.Opinion.Opinion.Reason.OrUnrecorded()),
                        ("result", (r, _) => Result(r.Opinion).Zh), ("because", (r, _) => Because(r.Opinion))),
                    ["rounds"] = PaperWords.Sentences(table.Rounds.Select(r => Told(r).Zh)),
                }, Of: code);
    }

    private static Text Summary(AdoptionTable table)
    {
        int Count(Func<RoundStatistics, int> of) => table.Rounds.Sum(r => of(r.Statistics));
        return new(
            $"共{table.Rows.Count}条意见：采纳{Count(s => s.Adopted)}条，部分采纳{Count(s => s.PartlyAdopted)}条，"
                + $"不采纳{Count(s => s.Rejected)}条，未办结{table.Undone}条；另有“无意见”答复{table.NoOpinion}份。",
            $"{table.Rows.Count} opinions: {Count(s => s.Adopted)} adopted, {Count(s => s.PartlyAdopted)} in part, "
                + $"{Count(s => s.Rejected)} rejected, {table.Undone} not done; {table.NoOpinion} replies without one.");
    }

    private static Text Round(RoundOnDay round) =>
        new($"{Terms.Of(round.Round.Audience).Zh}，{round.Round.OpenedOn.InWords().Zh}起",
            $"{Terms.Of(round.Round.Audience).En}, from {round.Round.OpenedOn}");

    private static Text Told(RoundOnDay round)
    {
        var (row, told) = (round.Round, round.Statistics);
        var share = told.Participation?.ToString("0.##%", CultureInfo.InvariantCulture);
        return new(
            $"{Terms.Of(row.Audience).Zh}：{row.OpenedOn.InWords().Zh}至{row.DueOn.Day()}"
                + (told.Asked == 0 ? "" : $"，征求{told.Asked}个单位，答复{told.Replied}个（参与率{share}）") + "。",
            $"{Terms.Of(row.Audience).En}: {row.OpenedOn} to {row.DueOn}; {told.Replied} of {told.Asked} replied ({share}).");
    }

    private static string Who(Scope scope, Opinion opinion) =>
        (scope.View.Agency(opinion.Agency)?.Name ?? opinion.Participant).OrUnrecorded();

    /// <summary>What holds: after an objection the review's word.</summary>
    private static Text Result(OpinionOnDay opinion) =>
        opinion.Holding is not { } holding ? new("未办理", "not handled")
        : opinion.Review is null ? Terms.Of(holding.Result)
        : new($"{Terms.Of(holding.Result).Zh}（异议后复核）", $"{Terms.Of(holding.Result).En} (reviewed after an objection)");

    private static string Because(OpinionOnDay opinion) => opinion.Holding is not { } holding ? ""
        : string.Join('\n', new[]
        {
            holding.Reason,
            holding.AgreedValue is { } agreed ? new Text($"协商一致的内容：{agreed}", $"Agreed: {agreed}").Zh : null,
        }.OfType<string>());
}
