using System.Globalization;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>
/// 年度目标: whether an indicator has one for every year of the horizon, whether those of a cumulative one add up, and whether the path ends
/// at the target (003 三、(四)).
/// </summary>
public sealed class AnnualPath : IFact
{
    private readonly List<Text> faults = [];
    private readonly List<Text> steps = [];
    private readonly IReadOnlyDictionary<int, AnnualValue> values;

    private AnnualPath(HeldIndicator held, IReadOnlyList<Figure> figures)
    {
        (Held, values) = (held, AnnualValue.Of(held));
        Missing = [.. Years(figures).Where(y => !values.TryGetValue(y, out var value) || !value.IsTold)];
        if (Missing.Count > 0)
        {
            var years = string.Join("、", Missing.Select(Year));
            faults.Add(new Text($"{years}年既无目标值，也未说明不设年度目标的理由",
                $"{string.Join(", ", Missing.Select(Year))} without a value, and without the reason why there is none"));
        }
        foreach (var figure in figures.Where(f => IsStated(f) && !Missing.Contains(f.Year)
            && values.TryGetValue(f.Year, out var value) && value.Figure is null))
        {
            faults.Add(new Text($"{Year(figure.Year)}年是目标年，以理由代替了年度目标值",
                $"{Year(figure.Year)} is the year of the target, and has a reason instead of a value"));
        }
        Unclear = values.Values.FirstOrDefault(v => v.IsTwofold) is { } twofold
            ? new Text($"{Year(twofold.Year)}年的年度目标以不同名称录入，数值不一致", $"two annual targets of {Year(twofold.Year)} are recorded, and differ")
            : (Text?)null;
        foreach (var figure in Unclear is null ? figures : [])
        {
            Unclear ??= Compare(figure);
        }
    }

    public HeldIndicator Held { get; }
    public Key<Plan> Plan => Held.Plan;
    public Indicator Indicator => Held.Indicator;

    /// <summary>The years that have neither a value nor a reason.</summary>
    public IReadOnlyList<int> Missing { get; }

    /// <summary>
    /// annual_targets.due_days after the plan was published, or an amendment of this indicator first approved: that of another gives it no
    /// new term.
    /// </summary>
    public DateOnly Due => Under(PublishedOn);

    /// <summary>What is missing and what does not come out, each a clause.</summary>
    public IReadOnlyList<Text> Faults => faults;

    /// <summary>How it was counted.</summary>
    public IReadOnlyList<Text> Steps => steps;

    /// <summary>Why it cannot be told whether the path comes out.</summary>
    public Text? Unclear { get; }

    public bool IsBinding => Held.Figures.Any(f => f.IsBinding);

    public bool IsBroken => faults.Count > 0;

    public bool IsOpen => !IsBroken && Unclear is not null;

    public IEnumerable<AnnualTarget> Rows => values.OrderBy(v => v.Key).SelectMany(v => v.Value.Rows);

    public RecordId Id => new("annual_paths", Held.Of.Plan.Home, $"{Plan}|{Held.Identity}");

    public FactLine Say() => new("AnnualPath", Held.Figures[^1].Source.Id,
        faults.Count > 0 ? Wording.Clauses(faults) : Unclear ?? Held.Figures[^1].Line);

    /// <summary>Of each indicator of the plan with a number to come to within the horizon.</summary>
    public static IEnumerable<AnnualPath> Of(PlanOnDay plan) => plan.Indicators.Select(Of).OfType<AnnualPath>();

    private static AnnualPath? Of(HeldIndicator held) =>
        held.Figures.Where(f => f.Year >= held.Of.Horizon.From && f.Year <= held.Of.Horizon.To).ToList() is { Count: > 0 } figures
            && held.Indicator.Measure != Measure.Qualitative ? new(held, figures) : null;

    /// <summary>From the first year of the horizon that had not passed when the plan was published, and lies after the base.</summary>
    private IEnumerable<int> Years(IReadOnlyList<Figure> figures)
    {
        var published = (Held.Of.History.PublishedOn ?? Held.Of.History.ApprovedOn)?.Last.Year ?? 0;
        var from = Math.Max(StartOf(figures[0]), published);
        return Enumerable.Range(from, Math.Max(0, figures[^1].Year - from + 1));
    }

    private DateOnly PublishedOn => Held.Of.History.PublishedOn!.Value.Last;

    private DateOnly Under(DateOnly published)
    {
        var since = Held.Of.ChangedOn(Held.Identity) is { } changed && changed > published ? changed : published;
        return since.AddDays(Held.Of.Snapshot.Policy.Of(PolicyKeys.AnnualTargetsDueDays, since, Held.Of.Kind));
    }

    private int StartOf(Figure figure) => Math.Max(Held.Of.Horizon.From, figure.BaseYear + 1 ?? 0);

    /// <summary>Adds what does not come out; answers why it cannot be told.</summary>
    private Text? Compare(Figure target) => Indicator.Measure switch
    {
        Measure.Level => EndsAt(target),
        Measure.Cumulative when Indicator.Direction != Direction.Range => AddsUp(target),
        _ => null,
    };

    private Text? EndsAt(Figure target)
    {
        if (values.GetValueOrDefault(target.Year)?.Figure is not { } last || !IsStated(target))
        {
            return null;
        }
        if (Held.Of.Snapshot.View.Units.Common(last.Unit, target.Unit) is not { } common)
        {
            return OtherUnit(last, target);
        }
        if (IsWeaker(last, target, common.Left, common.Right))
        {
            faults.Add(new Text($"{Year(target.Year)}年的年度目标{last.Amount.Zh}{Than(target).Zh}目标值{target.Amount.Zh}",
                $"the annual target of {Year(target.Year)}, {last.Amount.En}, {Than(target).En} the target of {target.Amount.En}"));
        }
        return null;
    }

    /// <summary>As readings are: of each year, or of all years to date; where nobody says which, either may come out.</summary>
    private Text? AddsUp(Figure target)
    {
        if (target.Bound is not { } wanted)
        {
            return null;
        }
        var years = Enumerable.Range(StartOf(target), Math.Max(0, target.Year - StartOf(target) + 1)).ToList();
        var stated = years.Select(y => values.GetValueOrDefault(y)?.Figure).OfType<Figure>().Where(f => f.Bound is not null).ToList();
        if (stated.Find(f => Held.Of.Snapshot.View.Units.Common(f.Unit, target.Unit) is null) is { } other)
        {
            return OtherUnit(other, target);
        }
        if (Indicator.ReadingBasis == ReadingBasis.ToDate)
        {
            return EndsAt(target);
        }
        var sum = stated.Sum(f => ValueIn(target.Unit, f));
        if (years.Count == 0 || !IsShort(sum, wanted))
        {
            return null;
        }
        if (stated.Count < years.Count)
        {
            // Years of which nothing is said are told as missing.
            return Missing.Count > 0 ? default(Text?) : new Text(
                $"部分年度不设年度目标，其余年度合计{Quantity.InWords(sum, target.Unit).Zh}，是否达到目标值{target.Amount.Zh}无法核算",
                $"some years have no annual target; the others add up to {Quantity.InWords(sum, target.Unit).En}, "
                    + $"and whether that comes to the target of {target.Amount.En} cannot be told");
        }
        if (Indicator.ReadingBasis is null && !IsShort(ValueIn(target.Unit, stated[^1]), wanted))
        {
            return null;
        }
        var (total, aim) = (Quantity.InWords(sum, target.Unit), target.Amount);
        steps.Add(new Text(string.Join('+', stated.Select(f => Quantity.Number(ValueIn(target.Unit, f)))) + $"={total.Zh}",
            string.Join(" + ", stated.Select(f => Quantity.Number(ValueIn(target.Unit, f)))) + $" = {total.En}"));
        if (Indicator.ReadingBasis is null)
        {
            return new Text($"各年度目标是当年值还是累计至今值未录入：合计{total.Zh}，末年{stated[^1].Amount.Zh}，都未达到目标值{aim.Zh}",
                $"whether the annual targets are of the year or to date is not recorded: neither their sum, {total.En}, nor the last, "
                    + $"{stated[^1].Amount.En}, comes to the target of {aim.En}");
        }
        faults.Add(new Text($"{Year(years[0])}—{Year(target.Year)}年各年度目标合计{total.Zh}{Than(target).Zh}目标值{aim.Zh}",
            $"the annual targets of {Year(years[0])}-{Year(target.Year)} add up to {total.En}, which {Than(target).En} "
                + $"the target of {aim.En}"));
        return null;
    }

    private bool IsShort(decimal sum, decimal target) => Indicator.Direction == Direction.Higher ? sum < target : sum > target;

    private decimal ValueIn(string unit, Figure figure) =>
        Held.Of.Snapshot.View.Units.Common(figure.Unit, unit) is { } common ? figure.Bound!.Value * common.Left / common.Right : 0;

    /// <summary>What one of the two does not state is not compared.</summary>
    private bool IsWeaker(Figure last, Figure target, decimal left, decimal right) => Indicator.Direction switch
    {
        Direction.Higher => last.Bound * left < target.Bound * right,
        Direction.Lower => last.Bound * left > target.Bound * right,
        _ => (last.Value ?? last.Low) * left < target.Low * right || (last.Value ?? last.High) * left > target.High * right,
    };

    private static bool IsStated(Figure figure) => figure.Value is not null || figure.Low is not null || figure.High is not null;

    private Text Than(Figure target) => target.Indicator.Direction switch
    {
        Direction.Higher => new("，低于", "is below"),
        Direction.Lower => new("，高于", "is above"),
        _ => new("，超出", "lies outside"),
    };

    private static Text OtherUnit(Figure one, Figure target) => new($"{Year(one.Year)}年的年度目标与目标值的计量单位（{one.Unit}、{target.Unit}）不能换算",
        $"the annual target of {Year(one.Year)} and the target have units without a factor between them ({one.Unit}, {target.Unit})");

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
