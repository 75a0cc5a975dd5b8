using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>
/// How far a binding indicator has come on its way from base to target, beside the time gone by. 参考值: no text sets a tolerance.
/// </summary>
public sealed class Progress : IFact
{
    private readonly List<Text> steps = [];
    private readonly ReadingSeries readings;

    private Progress(HeldIndicator held, int due, decimal alert)
    {
        (Held, readings, Alert) = (held, held.Readings, alert);
        Year = readings.LatestYear(StartFor(FigureFor(due)), due) ?? due;
        Figure = FigureFor(Year);
        Reading = readings[Year];
        Unclear = Reading is null ? null : Judge() ?? Contradiction();
        if (!IsBehind && readings[due] is null && readings.IsOverdue(due) && !readings.IsOdd(due))
        {
            (Unclear, IsInConflict) = (readings.Lack(due), false);
        }
    }

    public HeldIndicator Held { get; }
    public PlanOnDay Of => Held.Of;
    public Key<Plan> Plan => Held.Plan;
    public Indicator Indicator => Held.Indicator;

    /// <summary>The target on the way to which the year lies.</summary>
    public Figure Figure { get; }

    /// <summary>The year that is judged: the latest full year with a reading.</summary>
    public int Year { get; }
    public Reading? Reading { get; }
    public IEnumerable<Reading> OtherReadings => readings.Others(Year);
    public decimal Alert { get; }
    public bool IsBehind { get; private set; }

    /// <summary>The target is no better than the base: it is a floor, not a way to go.</summary>
    public bool IsFloor { get; private set; }
    public Text? Unclear { get; }
    public bool IsUnknown => Unclear is not null;

    /// <summary>Sources contradict each other, and by one of them it is behind and by another it is not; told as the conflict is.</summary>
    public bool IsInConflict { get; private set; }
    public Share Time { get; private set; }
    public Share Way { get; private set; }

    /// <summary>The value judged: the reading, or the sum of the years' readings.</summary>
    public decimal Value { get; private set; }
    public IReadOnlyList<Text> Steps => steps;

    /// <summary>How far the way lags behind the time, in percentage points.</summary>
    public string Lag => Time.Minus(Way).ToString().TrimEnd('%');

    /// <summary>Since when it has been so of this indicator, whatever year was judged.</summary>
    public DateOnly Since(Func<Progress, bool> isSo) =>
        Unbroken.Since(Of, ReadingSeries.Turns, p => On(p).Any(o => o.Indicator.Key == Indicator.Key && isSo(o)));

    public RecordId Id => new("progress", Of.Plan.Home, $"{Plan}|{Held.Identity}");

    public FactLine Say() => new("Progress", Figure.Id, steps.Count > 0 ? steps[^1] : Unclear ?? Figure.Line);

    /// <summary>For each binding indicator of the plan, in force, that has come to its first full year.</summary>
    public static IEnumerable<Progress> On(PlanOnDay plan)
    {
        if (!plan.IsJudgedInFull || plan.Status != PlanStatus.InForce)
        {
            return [];
        }
        var alert = plan.Snapshot.Policy.Of(PolicyKeys.DeviationAlert, plan.AsOf, plan.Kind);
        return plan.Indicators.Select(i => Follow(i, alert)).OfType<Progress>();
    }

    /// <summary>Those of which a reading of the year is expected, while none is recorded.</summary>
    internal static IEnumerable<HeldIndicator> Unread(PlanOnDay plan, int year) =>
        !plan.IsJudgedInFull || plan.Status != PlanStatus.InForce ? []
        : plan.Indicators.Select(Followed).OfType<HeldIndicator>().Where(held => held.Figures[^1].Year >= year
            && year >= StartFor(held.Figures.First(f => f.Year >= year), held.Of.Horizon)
            && held.Readings[year] is null && !held.Readings.IsOdd(year));

    private static Progress? Follow(HeldIndicator all, decimal alert)
    {
        if (Followed(all) is not { } held)
        {
            return null;
        }
        var due = Math.Min(held.Readings.LastFullYear, held.Figures[^1].Year);
        var first = StartFor(held.Figures.First(f => f.Year >= due), held.Of.Horizon);
        return due >= first ? new Progress(held, due, alert) : null;
    }

    /// <summary>By its binding targets; null for one that has no way to follow.</summary>
    private static HeldIndicator? Followed(HeldIndicator all)
    {
        var held = all with { Figures = [.. all.Figures.Where(f => f.IsBinding)] };
        return held.Figures.Count == 0 || held.Indicator.Measure is not (Measure.Level or Measure.Cumulative)
            || held.Indicator.Direction == Direction.Range ? null : held;
    }

    private Figure FigureFor(int year) => Held.Figures.First(f => f.Year >= year);

    private int StartFor(Figure figure) => StartFor(figure, Of.Horizon);

    /// <summary>The later of horizon start and base year + 1.</summary>
    private static int StartFor(Figure figure, Horizon horizon) => Math.Max(horizon.From, figure.BaseYear + 1 ?? horizon.From);

    private bool IsCumulative => Indicator.Measure == Measure.Cumulative;

    /// <summary>Sets what there is to see; answers why nothing can be said.</summary>
    private Text? Judge()
    {
        if (Figure.Bound is not { } target)
        {
            return new Text("目标值未录入", "the target value is not recorded");
        }
        if (!IsCumulative && (Figure.BaseYear is null || Figure.BaseValue is null))
        {
            return new Text("基期年或基期值未录入", "base year or base value is not recorded");
        }
        var measured = Measured();
        if (measured.Unclear is { } gap)
        {
            return gap;
        }
        if (measured.Value is not { } value)
        {
            return new Text($"监测值与目标值计量单位不一致（{readings.UnitOf(Reading!)}，{Figure.Unit}）",
                $"the units of reading and target differ ({readings.UnitOf(Reading!)}, {Figure.Unit})");
        }
        Value = value;
        Compare(IsCumulative ? StartFor(Figure) - 1 : Figure.BaseYear!.Value, IsCumulative ? 0m : Figure.BaseValue!.Value, target);
        return null;
    }

    private (decimal? Value, Text? Unclear) Measured(Func<ReadingConflict, Reading>? side = null) => IsCumulative
        ? readings.SumFrom(StartFor(Figure), Year, Figure.Unit, side) : (readings.ValueIn(Figure.Unit, Year, side), null);

    /// <summary>
    /// What stands between the lowest and the highest of the sources is as they are, where these two agree. What is behind by the source
    /// that counts first stays behind: another source that says otherwise takes nothing from it until it is settled.
    /// </summary>
    private Text? Contradiction()
    {
        if (IsBehind)
        {
            return null;
        }
        var open = readings.ConflictsIn(IsCumulative ? StartFor(Figure) : Year, Year).ToList();
        if (open.Count == 0 || (IsBehindAt(c => c.Lowest) is var low && low == IsBehindAt(c => c.Highest)))
        {
            return null;
        }
        IsInConflict = true;
        return new Text($"各来源的监测值不一致（{Wording.Clauses(open.Select(c => c.Say().Text)).Zh}），按其一落后、按其一不落后，尚未核定采用哪一来源",
            $"its sources contradict each other ({Wording.Clauses(open.Select(c => c.Say().Text)).En}): "
                + "by one it is behind and by another it is not, and nobody has settled which is taken");
    }

    private bool IsBehindAt(Func<ReadingConflict, Reading> side) => IsBehindAt(Measured(side).Value ?? Value);

    private void Compare(int baseYear, decimal baseValue, decimal target)
    {
        IsFloor = Indicator.Direction == Direction.Higher ? target <= baseValue : target >= baseValue;
        if (!IsFloor)
        {
            Time = new Share(Year - baseYear, Figure.Year - baseYear);
            Way = new Share(Value - baseValue, target - baseValue);
        }
        IsBehind = IsBehindAt(Value);
        if (IsBehind)
        {
            steps.AddRange(IsFloor ? FloorSteps(baseValue, target) : PathSteps(baseYear, baseValue, target));
        }
    }

    private bool IsBehindAt(decimal value)
    {
        var (target, start) = (Figure.Bound!.Value, IsCumulative ? 0m : Figure.BaseValue!.Value);
        return !IsFloor ? Time.Exceeds(new Share(value - start, target - start), Alert)
            : Indicator.Direction == Direction.Higher ? value < target : value > target;
    }

    private IEnumerable<Text> FloorSteps(decimal baseValue, decimal target)
    {
        var (value, floor, start) = (Amount(Value), Amount(target), Amount(baseValue));
        return
        [
            new($"{Year}年{value.Zh}，底线{floor.Zh}（目标值不优于基期值{start.Zh}）",
                $"{Year}: {value.En}, floor {floor.En} (the target is no better than the base {start.En})"),
        ];
    }

    private IEnumerable<Text> PathSteps(int baseYear, decimal baseValue, decimal target) =>
        [
            new($"时间进度：({Year}−{baseYear})÷({Figure.Year}−{baseYear})={Time}",
                $"time gone by: ({Year}-{baseYear})/({Figure.Year}-{baseYear}) = {Time}"),
            new($"完成进度：({N(Value)}−{N(baseValue)})÷({N(target)}−{N(baseValue)})={Way}",
                $"way done: ({N(Value)}-{N(baseValue)})/({N(target)}-{N(baseValue)}) = {Way}"),
            new($"偏离：{Time}−{Way}={Time.Minus(Way)}，预警线{new Share(Alert, 1)}（参考值）",
                $"deviation: {Time}-{Way} = {Time.Minus(Way)}, alert above {new Share(Alert, 1)}"),
        ];

    public Text Amount(decimal value) => Quantity.InWords(value, Figure.Unit);

    private static string N(decimal value) => Quantity.Number(value);
}
