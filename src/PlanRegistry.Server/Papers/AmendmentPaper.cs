using PlanRegistry.Amendments;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Papers;

/// <summary>调整修订请示: a proposed version of a plan (PLAN@VERSION) to the body that approves it, with what it changes and its route.</summary>
internal static class AmendmentPaper
{
    public static PaperForm Form { get; } = new("amendment.docx", "District.plan", (request, of) =>
        of.Count == 0 ? throw PaperException.OneOnly() : of.Select(named => Of(request, named)));

    private static Paper Of(PaperDesk.Request request, string named)
    {
        var (plan, version) = named.Split('@') is [var code, var number] && int.TryParse(number, out var parsed)
            ? (request.Plan(code), parsed) : throw PaperException.NotThere();
        var route = new AmendmentRoute(plan, version);
        var amendment = route.Amendment ?? throw PaperException.NotThere();
        if (AskedInVain(plan, version) is { } vain)
        {
            throw FindingPapers.Nothing(vain);
        }
        var isDevelopment = plan.Kind == PlanKind.Development;
        var to = isDevelopment ? plan.Snapshot.Agency(AgencyRole.Government) : AmendmentRoute.ApproverOf(plan);
        var card = RuleBook.Of(isDevelopment ? "AME-002" : "AME-001");
        return new Paper(request.Name(new("调整修订请示", "Amendment"), named.Replace('@', '-')),
            request.Texts(("subject", request.Scope.Subject(plan.Key)), ("version", $"{version}"),
                ("agency", plan.Signs()), ("approver", (plan.Approver?.Name).OrUnrecorded()),
                ("recipients", to?.Name ?? throw FindingPapers.Nothing(PaperWords.NobodyToApprove(plan))),
                ("approved", PaperWords.Day(plan.History.ApprovedOn)), ("proposed", amendment.ProposedOn.InWords().Zh),
                ("basis", string.Join('、', card.Bases.Where(b => b.InForceOn(plan.AsOf))
                    .Select(b => $"{b.Document} {Wording.Clause(b.Clause)}"))),
                ("rule", card.Sentence.WithoutStop().Zh), ("reason", amendment.Reason.OrUnrecorded()),
                ("evaluation", (request.Scope.View.Document(amendment.Evaluation)?.Named.Zh).OrUnrecorded())),
            new Dictionary<string, PaperRows>(StringComparer.Ordinal)
            {
                ["changes"] = Changes(plan, amendment),
                ["steps"] = PaperRows.Of(Steps(plan, route), ("number", (_, n) => $"{n}"), ("name", (s, _) => s.Name.Zh),
                    ("state", (s, _) => StateOf(s).Zh)),
                ["after"] = PaperWords.Sentences(isDevelopment ? RuleBook.Of("AME-003").Sentence.Zh : null),
            }, Of: named);
    }

    /// <summary>Those before the approval, and it.</summary>
    private static IEnumerable<RouteStep> Steps(PlanOnDay plan, AmendmentRoute route)
    {
        var approver = AmendmentRoute.ApproverOf(plan)?.Name.OrUnrecorded() ?? PaperWords.OrUnrecorded(null);
        return route.StepsBefore(route.Approval?.On ?? plan.AsOf.Unwatched).Prepend(route.Proposed()).DistinctBy(s => s.Name)
            .Append(new RouteStep(new Text($"{approver}批准", $"approval by {approver}"), route.Approval is not null, route.Approval));
    }

    private static Text StateOf(RouteStep step) => step.Taken switch
    {
        true when step.Act is { } act => new($"已于{act.On.InWords().Zh}办理", $"done on {act.On}"),
        true => new("已办理", "done"),
        false => new("待办理", "to be done"),
        null => new("待核实", "to be checked"),
    };

    /// <summary>What is approved with effect is not asked for again, nor what a later version has overtaken.</summary>
    private static Text? AskedInVain(PlanOnDay plan, int version)
    {
        var approvals = TargetSet.VersionApprovals(plan.History).Where(a => a.Version >= version && a.On.Last <= plan.AsOf)
            .Where(a => !plan.VoidVersions.Contains(a.Version)).OrderBy(a => a.Version).ToList();
        if (approvals is not [var (number, on, _), ..])
        {
            return null;
        }
        return number == version
            ? new($"{plan.Named.Zh}第{version}版已于{on.InWords().Zh}批准，无需再次请示。",
                $"Version {version} of {plan.Named.En} was approved on {on}: there is nothing to ask for.")
            : new($"{plan.Named.Zh}第{number}版已于{on.InWords().Zh}批准，第{version}版不再请示。",
                $"Version {number} of {plan.Named.En} was approved on {on}: version {version} is asked for no more.");
    }

    private static PaperRows Changes(PlanOnDay plan, Amendment amendment)
    {
        var view = plan.Snapshot.View;
        return PaperRows.Of(ProposedChange.Of(plan, amendment), ("number", (_, n) => $"{n}"),
            ("indicator", (c, _) => (c.After.Concat(c.Before).Select(t => view.Indicator(t.Indicator)?.Name).FirstOrDefault()
                ?? view.All<Indicator>().FirstOrDefault(k => view.Identity(new(k.Home, k.Code)) == c.Indicator)?.Name).OrUnrecorded()),
            ("before", (c, _) => Said(Figures(c.Before))), ("after", (c, _) => Said(Figures(c.After))));

        IEnumerable<Figure> Figures(IEnumerable<Target> targets) => targets.Select(t => (Target: t, Of: view.Indicator(t.Indicator)))
            .Where(t => t.Of is not null).Select(t => Figure.Of(t.Target, t.Of!, null));
    }

    private static string Said(IEnumerable<Figure> figures) => PaperWords.Lines(figures.Select(f =>
        new Text($"{f.Year}年{f.Amount.Zh}（{Terms.Of(f.Nature).Zh}）", $"{f.Year}: {f.Amount.En} ({Terms.Of(f.Nature).En})").Zh));
}
