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
        var isDevelopment = plan.Kind == PlanKind.Development;
        var card = RuleBook.Of(isDevelopment ? "AME-002" : "AME-001");
        return new Paper(request.Name(new("调整修订请示", "Amendment"), named.Replace('@', '-')),
            request.Texts(("subject", request.Scope.Subject(plan.Key)), ("version", $"{version}"),
                ("agency", (plan.LeadAgency?.Name).OrUnrecorded()), ("approver", (plan.Approver?.Name).OrUnrecorded()),
                ("recipients", ((isDevelopment ? plan.Snapshot.Agency(AgencyRole.Government) : AmendmentRoute.ApproverOf(plan))?.Name)
                    .OrUnrecorded()),
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
        return route.StepsBefore(route.Approval?.On ?? plan.AsOf).Prepend(route.Proposed()).DistinctBy(s => s.Name)
            .Append(new RouteStep(new Text($"{approver}批准", $"approval by {approver}"), route.Approval is not null, route.Approval));
    }

    private static Text StateOf(RouteStep step) => step.Taken switch
    {
        true when step.Act is { } act => new($"已于{act.On.InWords().Zh}办理", $"done on {act.On}"),
        true => new("已办理", "done"),
        false => new("待办理", "to be done"),
        null => new("待核实", "to be checked"),
    };

    /// <summary>The indicators that the proposal names or whose targets differ, as the page of amendments has them.</summary>
    private static PaperRows Changes(PlanOnDay plan, Amendment amendment)
    {
        var view = plan.Snapshot.View;
        var (after, before) = (Rows(amendment.Version), Enumerable.Range(1, amendment.Version - 1).Reverse().Select(Rows)
            .FirstOrDefault(r => r.Any(), Rows(0)));
        return PaperRows.Of(ChangedIndicators.Of(plan, amendment).Order(StringComparer.Ordinal), ("number", (_, n) => $"{n}"),
            ("indicator", (i, _) => (after[i].Concat(before[i]).FirstOrDefault()?.Indicator.Name
                ?? view.All<Indicator>().FirstOrDefault(k => view.Identity(new(k.Home, k.Code)) == i)?.Name).OrUnrecorded()),
            ("before", (i, _) => Said(before[i])), ("after", (i, _) => Said(after[i])));

        ILookup<string, Figure> Rows(int version) => view.TargetsOf[plan.Key].Where(t => t.Version == version)
            .OrderBy(t => t.TargetYear).Select(t => (Target: t, Of: view.Indicator(t.Indicator))).Where(t => t.Of is not null)
            .ToLookup(t => view.Identity(t.Target.Indicator), t => Figure.Of(t.Target, t.Of!, null), StringComparer.Ordinal);
    }

    private static string Said(IEnumerable<Figure> figures) => PaperWords.Lines(figures.Select(f =>
        new Text($"{f.Year}年{f.Amount.Zh}（{Terms.Of(f.Nature).Zh}）", $"{f.Year}: {f.Amount.En} ({Terms.Of(f.Nature).En})").Zh));
}
