using PlanRegistry.Alignment;
using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Server.Alignment;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Exports;

/// <summary>
/// 约束性指标比对表: a row for each indicator and year, a column for what was allocated, for each development plan and for each other plan.
/// What is weaker than demanded says so in words, and so does what cannot be compared.
/// </summary>
internal sealed class ComparisonTable
{
    /// <summary>So many plans have a column of their own; the others share one, by name.</summary>
    public const int MostPlans = 40;

    /// <summary>Indicator, unit, direction and year stay in sight.</summary>
    private const int Fixed = 4;

    private readonly IReadOnlyList<Row> rows;
    private readonly List<PlanNode> plans;
    private readonly HashSet<Key<Plan>> others;
    private readonly Scope scope;
    private readonly Language language;

    public ComparisonTable(Scope scope, bool bindingOnly, Language language)
    {
        (this.scope, this.language) = (scope, language);
        Name = bindingOnly ? new("约束性指标比对表", "Comparison of binding indicators") : new("指标比对表", "Comparison of indicators");
        rows = [.. ComparedIndicator.On(scope.Snapshot, bindingOnly).Select(c => new ComparedIndicatorNode(c, scope))
            .Select(n => new Row(n, n.Allocations, n.Targets)).Where(r => r.Allocations.Count + r.Targets.Count > 0)];
        var all = rows.SelectMany(r => r.Targets).Select(t => t.Plan).DistinctBy(p => p.OnDay.Key)
            .OrderBy(p => p.Kind).ThenBy(p => p.Code, StringComparer.Ordinal).ToList();
        (plans, others) = ([.. all.Take(MostPlans)], [.. all.Skip(MostPlans).Select(p => p.OnDay.Key)]);
    }

    public Text Name { get; }

    public int Rows => rows.Count;

    public Sheet Make(Text source)
    {
        IReadOnlyList<SheetColumn<Row>> columns =
        [
            new("指标", "Indicator", 24, r => r.Of.Indicator.Name),
            new("计量单位", "Unit", 9, r => r.Of.Indicator.Unit),
            new("指标方向", "Direction", 9, r => Cell.Of(r.Of.Indicator.Direction)),
            new("年度", "Year", 7, r => r.Of.Year),
            new("分解下达值", "Allocated", 14, Allocated),
            .. plans.Select(p => new SheetColumn<Row>(HeadOf(p), 16, r => Figures(r, r.By(p.OnDay.Key)))),
            .. others.Count == 0 ? Array.Empty<SheetColumn<Row>>() : [new("其他规划", "Other plans", 44, Shared)],
            new("弱于要求的规划", "Weaker than demanded", 40, Weaker),
        ];
        return new Sheet(Name.In(language), [.. columns.Select(c => c.Head.In(language))], [.. columns.Select(c => c.Width)],
            [.. rows.Select(r => (IReadOnlyList<Cell>)[.. columns.Select(c => c.Cell(r))])], source.In(language),
            $"{scope.View.District!.Name}{(language == Language.Zh ? "" : ": ")}{Name.In(language)}", [.. Head()], Fixed);
    }

    /// <summary>Of which district and day it is, what the registry knew, and how it is to be read.</summary>
    private IEnumerable<(string, string?)> Head()
    {
        var known = (scope.GivenKnownAt ?? scope.Judgements.Now.ToTheSecond()).InWords();
        return new (Text Label, Text Value)[]
        {
            (new("行政区", "District"), $"{scope.View.District!.Name} {scope.View.Code}"),
            (new("评估日", "As of"), scope.Snapshot.AsOf.Unwatched.InWords()),
            (new("所知时点", "Known at"), known),
            (new("台账", "Ledger"), scope.View.Vector.ToString()),
            (new("说明", "To be read"), new(
                "弱于上位规划要求，或者弱于全区发展规划约束性目标（含未建立关联的）的，注明“弱于要求”及所要求的数值；上位为约束性而本规划列为预期性的，注明“应为约束性”；空格为该规划没有此项目标。",
                "\"Weaker than demanded\", and by what: than a superior plan, or a binding target of the development plan, linked or not; "
                    + "\"to be binding\": binding above, expected here; an empty cell: the plan states no such target.")),
        }.Select(l => (l.Label.In(language), (string?)l.Value.In(language)));
    }

    private static Text HeadOf(PlanNode plan)
    {
        var kind = Terms.Of(plan.Kind);
        return new($"{plan.Title}\n（{kind.Zh}，{plan.Code}）", $"{plan.Title}\n({kind.En}, {plan.Code})");
    }

    private static Cell Allocated(Row row) => row.Allocations.Count > 0 ? Figures(row, row.Allocations)
        : row.Of.IsAllocationMissing ? Cell.Of(PlanRegistry.Conformance.Verdict.Unknown) : default;

    /// <summary>One figure as such, where nothing is to be said of it; else in words.</summary>
    private static Cell Figures(Row row, IReadOnlyList<ComparedFigureNode> figures) =>
        figures is [{ Value: { } value, Nature: IndicatorNature.Binding } only] && only.Unit == row.Of.Indicator.Unit
            && !Remarks(only).Any() ? value
            : Cell.Lines(figures.SelectMany(f => Remarks(f).Prepend(Amount(row, f)))) with { IsMarked = figures.Any(IsWeaker) };

    private Cell Shared(Row row)
    {
        var figures = row.Targets.Where(t => others.Contains(t.Plan.OnDay.Key)).ToList();
        return Cell.Lines(figures.SelectMany(f => Remarks(f).Prepend(
            new($"{Amount(row, f).Zh} {f.Plan.Title}", $"{Amount(row, f).En} {f.Plan.Title}"))))
            with { IsMarked = figures.Exists(IsWeaker) };
    }

    private static Cell Weaker(Row row) => Cell.Lines(row.Targets.SelectMany(t => t.Comparisons.Where(c => c.IsWeaker)
        .Select(c => new Text($"{t.Plan.Title}：弱于{c.Superior.Title}{c.Year}年的{c.Of.TheirAmount.Zh}{Unlinked(c).Zh}",
            $"{t.Plan.Title}: weaker than {c.Of.TheirAmount.En} of {c.Superior.Title} in {c.Year}{Unlinked(c).En}"))
        .Concat(t.Comparisons.Where(c => c.IsSoftened).Select(c => c.Superior.Title).Distinct()
            .Select(s => new Text($"{t.Plan.Title}：{s}为约束性，本规划列为预期性", $"{t.Plan.Title}: binding in {s}, expected here")))));

    private static Text Unlinked(FigureComparisonNode comparison) =>
        comparison.IsOfASuperior ? default : new("（未建立关联）", " (not linked to it)");

    private static bool IsWeaker(ComparedFigureNode figure) => figure.Comparisons.Any(c => c.IsWeaker || c.IsSoftened);

    private static IEnumerable<Text> Remarks(ComparedFigureNode figure) =>
        figure.Comparisons.Where(c => c.IsWeaker || c.Of.IsUnknown).Select(c => c.Of.Unclear is { } unclear
            ? new Text($"待核实：{unclear.Zh}", $"to be checked: {unclear.En}")
            : new Text($"弱于要求：{c.Of.TheirAmount.Zh}", $"weaker than demanded: {c.Of.TheirAmount.En}")).Distinct()
        .Concat(figure.Comparisons.Where(c => c.IsSoftened).Take(1).Select(_ => new Text("应为约束性", "to be binding")));

    /// <summary>With its unit where that is not the row's, and its nature where it is not binding.</summary>
    private static Text Amount(Row row, ComparedFigureNode figure) => ComparisonSheet.Amount(row.Of, figure);

    /// <summary>An indicator in a year, with what is seen of it.</summary>
    private sealed class Row(
        ComparedIndicatorNode of, IReadOnlyList<ComparedFigureNode> allocations, IReadOnlyList<ComparedFigureNode> targets)
    {
        private readonly ILookup<Key<Plan>, ComparedFigureNode> byPlan = targets.ToLookup(t => t.Plan.OnDay.Key);

        public ComparedIndicatorNode Of => of;
        public IReadOnlyList<ComparedFigureNode> Allocations => allocations;
        public IReadOnlyList<ComparedFigureNode> Targets => targets;

        public IReadOnlyList<ComparedFigureNode> By(Key<Plan> plan) => [.. byPlan[plan]];
    }
}
