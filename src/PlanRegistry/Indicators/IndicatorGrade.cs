using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>
/// 进展评价 of one indicator of a plan on a day: by its latest reading, beside the year's annual target where there is one, else beside the
/// straight line from base to target. 参考值: no text sets the bounds, and the grades clear or open no finding.
/// </summary>
public sealed class IndicatorGrade
{
    private readonly List<Text> steps = [];
    private readonly ReadingSeries readings;
    private readonly IReadOnlyDictionary<int, AnnualValue> annual;

    private IndicatorGrade(HeldIndicator held)
    {
        (Held, readings, annual) = (held, held.Readings, AnnualValue.Of(held));
        (Figure, Reason) = (held.Figures[^1], null);
        Reason = Judge();
    }

    public HeldIndicator Held { get; }

    /// <summary>The target on the way to which the year lies.</summary>
    public Figure Figure { get; private set; }

    /// <summary>The year that is judged: the latest full one with a reading; null without one.</summary>
    public int? Year { get; private set; }

    /// <summary>In the target's unit.</summary>
    public decimal? Value { get; private set; }

    public ProgressGrade? Grade { get; private set; }

    /// <summary>Why there is no grade.</summary>
    public Text? Reason { get; }

    /// <summary>How it was counted.</summary>
    public IReadOnlyList<Text> Steps => steps;

    /// <summary>Readings that contradict each other, in whatever year.</summary>
    public IReadOnlyList<ReadingConflict> Conflicts => readings.Conflicts;

    private Indicator Indicator => Held.Indicator;

    private bool IsCumulative => Indicator.Measure == Measure.Cumulative;

    /// <summary>Of each indicator of the plan, binding and expected.</summary>
    public static IReadOnlyList<IndicatorGrade> On(PlanOnDay plan) => [.. plan.Indicators.Select(i => new IndicatorGrade(i))];

    public static IndicatorGrade? Of(PlanOnDay plan, Key<Indicator> indicator) =>
        plan.Indicators.FirstOrDefault(i => i.Identity == plan.Snapshot.View.Identity(indicator)) is { } held ? new(held) : null;

    private Text? Judge()
    {
        if (Indicator.Measure == Measure.Qualitative)
        {
            return new Text("定性指标，不以数值评价", "it is qualitative, and no number grades it");
        }
        var due = Math.Min(readings.LastFullYear, Held.Figures[^1].Year);
        Figure = FigureFor(due);
        if (due < StartOf(Figure))
        {
            return new Text("规划期第一个年度尚未结束", "the first year of its way is not over");
        }
        if (readings.LatestYear(StartOf(Figure), due) is not { } year)
        {
            var (from, span) = (StartOf(Figure), Wording.Span(StartOf(Figure), due));
            return readings.Odd.LastOrDefault(o => o.Year >= from && o.Year <= due)?.InWords
                ?? new Text($"没有{span.Zh}的监测值", $"there is no reading of {span.En}");
        }
        if (year < due && readings.IsOverdue(due))
        {
            return readings.Lack(due);
        }
        (Year, Figure) = (year, FigureFor(year));
        return Grading(null) switch
        {
            { Unclear: { } why } => why,
            { Grade: { } grade, Value: var value, Steps: { } told } => Keep(grade, value, told),
            _ => null,
        };
    }

    /// <summary>Where sources contradict each other, a grade is given only where all of them come to it.</summary>
    private Text? Keep(ProgressGrade grade, decimal value, IReadOnlyList<Text> told)
    {
        var open = readings.ConflictsIn(IsCumulative ? StartOf(Figure) : Year!.Value, Year!.Value).ToList();
        if (open.Count > 0 && (Grading(c => c.Lowest).Grade != grade || Grading(c => c.Highest).Grade != grade))
        {
            var sides = Wording.Clauses(open.Select(c => c.Say().Text));
            return new Text($"各来源的监测值不一致，尚未核定（{sides.Zh}）", $"its sources contradict each other and are not settled ({sides.En})");
        }
        (Grade, Value) = (grade, value);
        steps.AddRange(told);
        return null;
    }

    private Outcome Grading(Func<ReadingConflict, Reading>? side)
    {
        var year = Year!.Value;
        var measured = IsCumulative ? readings.SumFrom(StartOf(Figure), year, Figure.Unit, side)
            : (Value: readings.ValueIn(Figure.Unit, year, side), Unclear: null);
        return measured.Unclear is { } gap ? new(null, 0, [], gap)
            : measured.Value is not { } value ? new(null, 0, [],
                new Text("监测值与目标值计量单位不能换算", "reading and target have units without a factor between them"))
            : Indicator.Direction == Direction.Range ? GradeRange.Of(this, AnnualOf(year) ?? Figure, year, value)
            : Figure.Bound is not { } target ? new(null, 0, [], new Text("目标值未录入", "the target value is not recorded"))
            : GradePath.Of(this, year, value, target);
    }

    internal decimal Policy(PolicyKey<decimal> key) => Held.Of.Snapshot.Policy.Of(key, Held.Of.AsOf, Held.Of.Kind);

    /// <summary>The annual target of a year in the target's unit; null where none is recorded, or it cannot be converted.</summary>
    internal Figure? AnnualOf(int year) => annual.GetValueOrDefault(year) is { IsTwofold: false, Figure: { } figure }
        && Held.Of.Snapshot.View.Units.Common(figure.Unit, Figure.Unit) is { } common
            ? figure.In(Figure.Unit, common) : null;

    internal int StartOf(Figure figure) => Math.Max(Held.Of.Horizon.From, figure.BaseYear + 1 ?? Held.Of.Horizon.From);

    private Figure FigureFor(int year) => Held.Figures.FirstOrDefault(f => f.Year >= year) ?? Held.Figures[^1];

    /// <summary>A grade with its steps, or why there is none.</summary>
    internal sealed record Outcome(ProgressGrade? Grade, decimal Value, IReadOnlyList<Text> Steps, Text? Unclear);
}
