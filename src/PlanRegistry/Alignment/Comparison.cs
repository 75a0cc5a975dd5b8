using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Hierarchy;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Alignment;

/// <summary>Two figures of one indicator, the plan's and its superior's, compared at the earlier of their years.</summary>
public sealed class Comparison : IFact
{
    private readonly List<Text> steps = [];
    private readonly UnitTable units;

    private Comparison(Demand demand, Figure theirs, Figure ours)
    {
        (Demand, Theirs, Ours) = (demand, theirs, ours);
        units = demand.Of.Snapshot.View.Units;
        if (IsCompared)
        {
            Unclear = Misfit() ?? (ours.Indicator.Direction == Direction.Range ? CompareRanges() : CompareBounds());
        }
    }

    public Demand Demand { get; }
    public Figure Theirs { get; }
    public Figure Ours { get; }

    public PlanOnDay Of => Demand.Of;
    public Key<Plan> Plan => Demand.Plan;
    public int Year => Math.Min(Theirs.Year, Ours.Year);
    public bool IsInterpolated => Theirs.Year != Ours.Year;

    /// <summary>Words are not compared, nor the total of a region with that of a whole.</summary>
    public bool IsCompared => Theirs.Indicator.Measure != Measure.Qualitative && !IsPartOfATotal;

    public bool IsPartOfATotal =>
        (Demand.Of.Kind == PlanKind.Regional || Demand.Superior.Kind == PlanKind.Regional)
        && (Theirs.Indicator.Extent == Extent.Total || Ours.Indicator.Extent == Extent.Total);

    /// <summary>Why it cannot be compared; null when it was.</summary>
    public Text? Unclear { get; }

    public bool IsUnknown => Unclear is not null;

    /// <summary>Ours falls short of, or beyond, what the superior demands.</summary>
    public bool IsWeaker { get; private set; }

    /// <summary>What is binding above stands here as expected (ALI-002).</summary>
    public bool IsSoftened => Theirs.IsBinding && !Ours.IsBinding && !IsPartOfATotal;

    /// <summary>The superior is one by a link, or the outline of the plan's own time; else no rule compares them.</summary>
    public bool IsOfASuperior => Of.Reaches(Demand.Superior) || Demand.Superior.Horizon.Holds(Of.Horizon.From);

    /// <summary>低于、高于 or 超出, where it is weaker.</summary>
    public Text Relation => Ours.Indicator.Direction switch
    {
        Direction.Higher => new("低于", "below"),
        Direction.Lower => new("高于", "above"),
        _ => new("超出", "outside"),
    };

    /// <summary>What would do: 不低于、不高于、不超出.</summary>
    public Text Enough => Ours.Indicator.Direction switch
    {
        Direction.Higher => new("不低于", "at least"),
        Direction.Lower => new("不高于", "at most"),
        _ => new("不超出", "within"),
    };

    /// <summary>Where it is weaker, the two amounts at <see cref="Year"/>, each in its own unit.</summary>
    public Text OurAmount { get; private set; }
    public Text TheirAmount { get; private set; }

    /// <summary>How the weaker figure was found to be weaker.</summary>
    public IReadOnlyList<Text> Steps => steps;

    /// <summary>The last day of grace when the superior's version was approved after this plan's; else null.</summary>
    public DateOnly? GraceUntil => Grace.Until(Of, Ours.Since, Theirs.Since);

    public bool IsInGrace => GraceUntil >= Of.AsOf;

    /// <summary>Since when two such figures have been found so: with the same superior, of the same year and as binding above.</summary>
    public DateOnly Since(Func<Comparison, bool> isSo) => Unbroken.Since(Of, WaysUp.Turns,
        p => DemandSearch.On(p, Demand.Identity).OfType<Comparison>()
        .Any(c => c.Year == Year && c.Theirs.IsBinding == Theirs.IsBinding && c.Demand.IsLike(Demand) && isSo(c)));

    public RecordId Id => new("comparisons", Of.Plan.Home, $"{Plan}|{Demand.Superior.Key}|{Demand.Identity}|{Year}");

    public FactLine Say() => new("Comparison", Ours.Source.Id, steps.Count > 0 ? steps[^1] : Unclear ?? Ours.Line);

    /// <summary>
    /// Each year of the superior's against ours of that year, else our next later one; beyond our last
    /// year the superior's next one is brought back to it. Years before our horizon are not of our time.
    /// </summary>
    public static IEnumerable<Comparison> Between(Demand demand)
    {
        var held = demand.Held;
        var last = held.Figures[^1];
        foreach (var theirs in demand.Figures.Where(f => f.Year >= held.Of.Horizon.From && last.Year >= held.Of.Horizon.From))
        {
            if (held.Figures.FirstOrDefault(f => f.Year >= theirs.Year) is { } ours)
            {
                yield return new Comparison(demand, theirs, ours);
                continue;
            }
            if (demand.Figures.All(f => f.Year != last.Year))
            {
                yield return new Comparison(demand, theirs, last);
            }
            yield break;
        }
    }

    /// <summary>Measure, direction and unit must fit.</summary>
    private Text? Misfit() =>
        Ours.Indicator.Measure != Theirs.Indicator.Measure
            ? Differ("计算方式", "measures", Terms.Of(Ours.Indicator.Measure), Terms.Of(Theirs.Indicator.Measure))
        : Ours.Indicator.Direction != Theirs.Indicator.Direction
            ? Differ("指标方向", "directions", Terms.Of(Ours.Indicator.Direction), Terms.Of(Theirs.Indicator.Direction))
        : units.Common(Ours.Unit, Theirs.Unit) is null ? Differ("计量单位", "units", Ours.Unit, Theirs.Unit)
        : IsInterpolated && Ours.Indicator.Measure != Measure.Level
            ? new Text("目标年不同，且不是水平值，不能插值", "the target years differ, and only levels can be interpolated")
        : Ours.Indicator.Measure == Measure.Cumulative && Of.Horizon.From != Demand.Superior.Horizon.From
            ? new Text("累计值的起始年不同", "the totals are counted from different years")
        : (Text?)null;

    private static Text Differ(string zh, string en, Text ours, Text theirs) =>
        new($"{zh}不一致（本规划{ours.Zh}，上位规划{theirs.Zh}）", $"the {en} differ (ours: {ours.En}, theirs: {theirs.En})");

    private Text? CompareBounds()
    {
        var (ours, theirs) = (Interpolation.At(Ours, Year), Interpolation.At(Theirs, Year));
        if ((ours.Unclear ?? theirs.Unclear) is { } unclear)
        {
            return ours.Unclear is null ? OfTheirs(unclear) : OfOurs(unclear);
        }
        var common = units.Common(Ours.Unit, Theirs.Unit)!.Value;
        var (left, right) = (ours.Value * common.Left, theirs.Value * common.Right);
        IsWeaker = Ours.Indicator.Direction == Direction.Higher ? left < right : left > right;
        if (!IsWeaker)
        {
            return null;
        }
        (OurAmount, TheirAmount) = (ours.Amount, theirs.Amount);
        steps.AddRange(
            [.. ours.Steps, .. theirs.Steps, UnitStep(common, ours.Value, theirs.Value), Conclusion(left, right, common.BaseUnit)]);
        return null;
    }

    /// <summary>Ours, a range or one value, lies within theirs.</summary>
    private Text? CompareRanges()
    {
        if (IsInterpolated)
        {
            return new Text("区间型指标的目标年不同，不能插值", "the target years of a range differ and cannot be interpolated");
        }
        if (Theirs.Low is null && Theirs.High is null)
        {
            return OfTheirs(new Text("区间未录入", "the range is not recorded"));
        }
        var (low, high) = (Ours.Low ?? Ours.Value, Ours.High ?? Ours.Value);
        if ((low is null && Theirs.Low is not null) || (high is null && Theirs.High is not null))
        {
            return OfOurs(new Text("区间未录入", "the range is not recorded"));
        }
        (OurAmount, TheirAmount) = (Ours.Amount, Theirs.Amount);
        var common = units.Common(Ours.Unit, Theirs.Unit)!.Value;
        IsWeaker = low * common.Left < Theirs.Low * common.Right || high * common.Left > Theirs.High * common.Right;
        steps.Add(new Text($"区间比较：本规划{OurAmount.Zh}，上位规划{TheirAmount.Zh}", $"ranges: ours {OurAmount.En}, theirs {TheirAmount.En}"));
        return null;
    }

    private Text UnitStep((string BaseUnit, decimal Left, decimal Right) common, decimal ours, decimal theirs) =>
        Ours.Unit == Theirs.Unit
            ? new Text($"计量单位：均为{Ours.Unit}，无需换算", $"unit: both in {Ours.Unit}, nothing to convert")
            : Converted(ours, Ours.Unit, common.Left, common.BaseUnit) is var left
                && Converted(theirs, Theirs.Unit, common.Right, common.BaseUnit) is var right
                ? new Text($"计量单位换算：本规划{left.Zh}，上位规划{right.Zh}", $"units: ours {left.En}, theirs {right.En}") : default;

    /// <summary>6万公顷=90万亩; what stands in its common unit already is not said twice.</summary>
    private static Text Converted(decimal value, string unit, decimal factor, string baseUnit)
    {
        var (own, common) = (Say(value, unit), Say(value * factor, baseUnit));
        return new Text(own.Zh == common.Zh ? own.Zh : $"{own.Zh}={common.Zh}", $"{own.En} = {common.En}");
    }

    private Text Conclusion(decimal left, decimal right, string unit)
    {
        var sign = left < right ? "<" : left > right ? ">" : "=";
        var direction = Terms.Of(Ours.Indicator.Direction);
        var (ours, theirs) = (Say(left, unit), Say(right, unit));
        return new Text(
            $"{Year}年比较（{direction.Zh}）：本规划{ours.Zh} {sign} 上位规划{theirs.Zh}",
            $"{Year} ({direction.En}): ours {ours.En} {sign} theirs {theirs.En}");
    }

    private Text OfOurs(Text what) => new($"{Of.Named.Zh}{what.Zh}", $"of {Of.Title}, {what.En}");

    private Text OfTheirs(Text what) => new($"{Demand.Superior.Named.Zh}{what.Zh}", $"of {Demand.Superior.Title}, {what.En}");

    private static Text Say(decimal value, string unit) => Quantity.InWords(Math.Round(value, 4), unit);
}
