using PlanRegistry.Alignment;
using PlanRegistry.Approval;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Papers;

/// <summary>衔接意见, and the letter that asks for it: by the number of the opinion, with the nine points of 003 三、(二).</summary>
internal static class AlignmentPapers
{
    public static PaperForm Opinion { get; } = new("alignment.docx", "District.plan", (request, of) =>
        of.Count == 0 ? throw PaperException.OneOnly() : of.Select(code => Given(request, Named(request, code))));

    public static PaperForm Request { get; } = new("alignment-request.docx", "District.plan", (request, of) =>
        of.Count == 0 ? throw PaperException.OneOnly() : of.Select(code => Asked(request, Named(request, code))));

    /// <summary>Of a plan that is seen, as on its page.</summary>
    private static AlignmentOpinion Named(PaperDesk.Request request, string code) =>
        request.Scope.View.Of<AlignmentOpinion>().FirstOrDefault(o => o.Code == code && request.Scope.View.Plan(o.Plan) is not null
            && (o.RequestedOn ?? o.On)?.Last <= request.Scope.Snapshot.AsOf) ?? throw PaperException.NotThere();

    private static Paper Given(PaperDesk.Request request, AlignmentOpinion opinion)
    {
        var (scope, plan) = (request.Scope, request.Scope.Snapshot.Plan(opinion.Plan)!);
        if (!opinion.WasGivenBy(plan.AsOf))
        {
            throw FindingPapers.Nothing(new($"衔接意见{opinion.Code}尚未出具。", $"The alignment opinion {opinion.Code} is not given yet."));
        }
        var answers = AlignmentOpinions.AnswersOf(scope.View, opinion).ToDictionary(a => a.Point);
        return new Paper(request.Name(new("衔接意见", "Alignment"), NameOf(opinion)),
            request.Texts(("lead", (plan.LeadAgency?.Name).OrUnrecorded()),
                ("agency", (scope.View.Agency(opinion.Agency)?.Name).OrUnrecorded()),
                ("subject", scope.Subject(opinion.Plan)), ("against", Against(scope, opinion)),
                ("request", opinion.RequestedOn is { } asked ? new Text($"你单位{asked.InWords().Zh}提请衔接的", $"Asked on {asked}: ").Zh : ""),
                ("on", PaperWords.Day(opinion.On)), ("result", Terms.Of(opinion.Result!.Value).Zh),
                ("document", (scope.View.Document(opinion.Document)?.Named.Zh).OrUnrecorded())),
            new Dictionary<string, PaperRows>(StringComparer.Ordinal)
            {
                ["points"] = PaperRows.Of(AlignmentChecklist.Of(plan).Select(p => (p.Point, Answer: answers.GetValueOrDefault(p.Point), p)),
                    ("number", (_, n) => $"{n}"), ("point", (p, _) => Terms.Of(p.Point).Zh),
                    ("answer", (p, _) => p.Answer is { } said ? Terms.Of(said.Answer).Zh : new Text("未答复", "not answered").Zh),
                    ("ours", (p, _) => p.Answer?.OurClause ?? ""), ("theirs", (p, _) => p.Answer?.TheirClause ?? ""),
                    ("reason", (p, _) => string.Join('\n', new[] { p.Answer?.Reason ?? "", Found(p.p) }.Where(t => t.Length > 0)))),
                ["notes"] = PaperWords.Sentences(opinion.Note),
            }, Of: NameOf(opinion));
    }

    private static Paper Asked(PaperDesk.Request request, AlignmentOpinion opinion)
    {
        var (scope, plan) = (request.Scope, request.Scope.Snapshot.Plan(opinion.Plan)!);
        var toSuperior = AlignmentOpinions.WhoseOf(scope.View, opinion) == Aligner.Municipality;
        if (!scope.IsTheirs(plan.Key))
        {
            throw PaperException.NotThere();
        }
        if (opinion.RequestedOn is not { } day)
        {
            throw FindingPapers.Nothing(new($"衔接意见{opinion.Code}没有提请日期的记录，不出具提请衔接函：请先补录提请日期。",
                $"Of the alignment opinion {opinion.Code} no request is recorded: record its day first."));
        }
        var papers = Enclosed(plan, opinion, day).ToList();
        return new Paper(request.Name(new("提请衔接", "AlignmentRequest"), NameOf(opinion)),
            request.Texts(("agency", (scope.View.Agency(opinion.Agency)?.Name).OrUnrecorded()),
                ("lead", plan.Signs()), ("subject", scope.Subject(opinion.Plan)),
                ("horizon", plan.Horizon.InWords.Zh), ("against", Against(scope, opinion)),
                ("kind", (toSuperior ? new Text("请示", "request") : new Text("函", "letter")).Zh),
                ("closing", (toSuperior ? new Text("妥否，请批示。", "We ask for instructions.")
                    : new Text("请将衔接意见函复我单位。", "Please reply with your opinion.")).Zh),
                ("papers", papers.Count == 0 ? new Text("规划草案（另附）。", "The draft (enclosed).").Zh : PaperWords.Sentence(papers))),
            FindingPapers.Lists("points", PaperRows.Of(AlignmentChecklist.Of(plan), ("number", (_, n) => $"{n}"),
                ("point", (p, _) => Terms.Of(p.Point).Zh),
                ("found", (p, _) => Found(p) is { Length: > 0 } found ? $"（{found}）" : ""))), Of: NameOf(opinion));
    }

    /// <summary>What the submission held when it was asked for: neither the answer nor what came later.</summary>
    private static IEnumerable<string> Enclosed(PlanOnDay plan, AlignmentOpinion opinion, PartialDate day) =>
        Submission.Of(plan.On(day.Last)).Lines.Where(l => l.State == PaperState.Present && l.Document is { } paper
                && paper.Key != opinion.Document
                && (l.Paper == SubmissionPaper.AlignmentOpinion ? l.On?.Last < day.First : l.On?.Last <= day.Last))
            .Select(l => $"{Terms.Of(l.Paper).Zh}{l.Document!.Named.Zh}");

    private static string NameOf(AlignmentOpinion opinion) => $"{opinion.Plan.Code}-{opinion.Agency.Code}";

    private static string Against(Scope scope, AlignmentOpinion opinion) =>
        opinion.Against is { } other && scope.View.Plan(other) is { } known
            ? new Text($"与{known.Named.Zh}", $" with {known.Named.En}").Zh : "";

    /// <summary>Of the points that the registry fills in, what it finds.</summary>
    private static string Found(ChecklistPoint point)
    {
        if (!point.IsOfTheRegistry)
        {
            return "";
        }
        var word = point.Known switch
        {
            true => new Text("相符", "conforms"),
            false => new Text("不符", "departs"),
            null => new Text("待核实", "open"),
        };
        var facts = point.Facts.Count == 0 ? "" : "：" + string.Join('；', point.Facts.Select(f => f.Zh));
        return new Text($"登记册核对{word.Zh}{facts}", $"The registry finds: {word.En}").Zh;
    }
}
