using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Handover;

/// <summary>
/// 跨期交接: from one five-year period of the district to the next, told by its development plans: the one that ends and the one that
/// begins. Which of them is not recorded is said; the years are then the national ones, and nothing else is made up.
/// </summary>
public sealed class PeriodHandover
{
    private const int Years = 5;

    private PeriodHandover(Snapshot snapshot, int from)
    {
        (Snapshot, From) = (snapshot, from);
        var outlines = OutlinesOf(snapshot);
        Ends = Best(outlines.Where(o => o.Horizon.To == from - 1))
            ?? Best(outlines.Where(o => o.Horizon.From < from && o.Horizon.Holds(from - 1)));
        Begins = Best(outlines.Where(o => o.Horizon.From == from));
    }

    public Snapshot Snapshot { get; }

    /// <summary>The first year of the new period.</summary>
    public int From { get; }

    /// <summary>The development plan that ends; null: not recorded.</summary>
    public PlanOnDay? Ends { get; }

    /// <summary>The one that begins; null: not recorded.</summary>
    public PlanOnDay? Begins { get; }

    /// <summary>The last day of the old period.</summary>
    public DateOnly LastDay => new(From - 1, 12, 31);

    public Horizon Old => new(Ends?.Horizon.From ?? From - Years, From - 1);

    public Horizon New => new(From, Begins?.Horizon.To ?? From + Years - 1);

    public PartialDate? PublishedOn => Begins is { IsPublished: true } next ? next.History.PublishedOn : null;

    /// <summary>Which development plans it is between, and what of them is not recorded.</summary>
    public Text Why
    {
        get
        {
            var (old, next) = (Outline(Ends, Old), Outline(Begins, New));
            var standing = Begins is null ? default
                : PublishedOn is { } day ? new Text($"，{day.InWords().Zh}发布", $", published on {day}")
                : new Text("，尚未见发布记录", ", of which no publication is recorded");
            return new($"上一期：{old.Zh}；新一期：{next.Zh}{standing.Zh}。",
                $"The period that ends: {old.En}; the one that begins: {next.En}{standing.En}.");
        }
    }

    /// <summary>Null for a district of another tier, whose plans are not judged here.</summary>
    /// <param name="from">The first year of the new period; by default that of the handover that is at hand.</param>
    public static PeriodHandover? Of(Snapshot snapshot, int? from = null) =>
        snapshot.View.District is { Tier: PlanTier.District } ? new(snapshot, from ?? AtHand(snapshot)) : null;

    /// <summary>The years in which a period begins: as the development plans say, and as they are counted for the nation.</summary>
    public static bool MayBegin(Snapshot snapshot, int year) => year == FiveYearPeriod.Of(new(year, year + Years - 1)).Years.From
        || BeginningsOf(snapshot).Contains(year);

    public static IReadOnlyList<int> BeginningsOf(Snapshot snapshot) =>
        [.. OutlinesOf(snapshot).SelectMany(o => new[] { o.Horizon.From, o.Horizon.To + 1 }).Distinct().Order()];

    /// <summary>In the last year of a period the one that comes; else the one by which the present period began.</summary>
    private static int AtHand(Snapshot snapshot)
    {
        var (year, outlines) = (snapshot.AsOf.Year, OutlinesOf(snapshot));
        var present = Best(outlines.Where(o => o.Horizon.Holds(year)))?.Horizon;
        if (present is null && outlines.Where(o => o.Horizon.To < year).MaxBy(o => o.Horizon.To) is { } last
            && year - last.Horizon.To <= Years)
        {
            return last.Horizon.To + 1;
        }
        var period = present ?? FiveYearPeriod.Of(new(year, year)).Years;
        return year == period.To ? period.To + 1 : period.From;
    }

    /// <summary>The district's development plans that have not ended otherwise than by their time.</summary>
    private static List<PlanOnDay> OutlinesOf(Snapshot snapshot) =>
        [.. snapshot.DevelopmentPlans.Where(p => p.Exists && !p.HasEnded && !p.Plan.IsSecret)];

    /// <summary>Of several for one time the one that is approved or published, and of several such the one that began last.</summary>
    private static PlanOnDay? Best(IEnumerable<PlanOnDay> outlines) => outlines
        .OrderByDescending(o => o.IsApproved || o.IsPublished).ThenByDescending(o => o.Horizon.From)
        .ThenBy(o => o.Plan.Code, StringComparer.Ordinal).FirstOrDefault();

    private static Text Outline(PlanOnDay? outline, Horizon years) => outline is not null
        ? new($"{outline.Named.Zh}（{outline.Horizon.InWords.Zh}）", $"{outline.Title} ({outline.Horizon})")
        : new($"{years.InWords.Zh}，全区发展规划未录入", $"{years}, its development plan not recorded");
}
