using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Funding;

/// <summary>Money arranged for or used on a plan: the first of its days on which the listing does not cover it, else the first.</summary>
public sealed record MoneyDay(PlanOnDay Of, FundingLine Line, PartialDate Day, bool IsSpending, ListingStanding Standing) : IFact
{
    public Key<Plan> Plan => Of.Key;

    public RecordId Id => new("money_days", Line.Id.District, Line.Id.Code);

    /// <summary>003 speaks of 区级财政性资金, whatever it is for.</summary>
    public bool IsDistrictMoney => Line.Money == FundingMoney.District;

    /// <summary>By the day judged, whichever of its days is the one told: what is spent is not taken back by an arrangement.</summary>
    public bool IsSpent => Line.SpentOn?.First <= Of.AsOf;

    /// <summary>Not recorded is neither district money nor other.</summary>
    public bool IsOfUnknownSource => Line.Money is null;

    public bool IsBroken => !IsTooRough && Standing == ListingStanding.Unlisted;

    public bool IsExempted => !IsTooRough && Standing == ListingStanding.Exempted;

    public bool IsStudy => !IsTooRough && Standing == ListingStanding.Study;

    /// <summary>Also where no list of its track was approved: nobody can say whether it was listed.</summary>
    public bool IsListingOpen => !IsTooRough && Standing is ListingStanding.Unknown or ListingStanding.NoListYet;

    /// <summary>
    /// Told by a month or year that is not over, or on whose days the plan stood differently to the lists and the law: which of them it was
    /// decides, and nobody can say.
    /// </summary>
    public bool IsTooRough { get; private init; }

    /// <summary>Its days contradict each other: the listing is read on days of which one is wrong, or it was spent too early.</summary>
    public ContradictoryDays? Contradiction => ContradictoryDays.Of(Line, Of.AsOf);

    private RuleReach Rule { get; init; } = null!;

    /// <summary>From its last day; of a month or year that cannot be judged, from the first of its days that may be a breach.</summary>
    public DateOnly Since => IsTooRough ? FirstInDoubt() : Day.Last;

    /// <summary>The breach stays an audit lead (审计线索) after a list that holds for money has the plan, and after it has ended.</summary>
    public bool IsListedByNow => Of.Directory.IsListedForMoney
        || (Of.HasEnded && new DirectoryStanding(Of, Of.StatusSince!.Value.AddDays(-1)).IsListedForMoney);

    /// <summary>Those that held on its day.</summary>
    public IReadOnlyList<ExemptionOnDay> Exemptions { get; private init; } = [];

    public Text InWords => Day.InWords();

    /// <summary>Why its listing on that day is unknown, said of the plan.</summary>
    public Text Doubt => ListingForMoney.DoubtOn(Of, Day.Last < Of.AsOf ? Day.Last : Of.AsOf, Rule);

    /// <param name="rule">The rule on money.</param>
    public static IEnumerable<MoneyDay> On(PlanOnDay plan, RuleReach rule) =>
        from line in plan.IsJudgedBy(rule) ? plan.Funding : []
        let days = Days(plan, line, rule).ToList()
        where days.Count > 0
        select days.Find(d => d.IsBroken) ?? days.Find(d => d.IsExempted || d.IsStudy)
            ?? days.Find(d => d.IsListingOpen || d.IsTooRough) ?? days[0];

    public FactLine Say() => new("MoneyDay", Line.Id, new Text(
        $"{Day.InWords().Zh}为项目“{Line.Project}”{(IsSpending ? "使用" : "安排")}{Line.InWords.Zh}"
            + $"（{(Line.Money is { } m ? Terms.Of(m).Zh : "资金来源未录入")}，{Terms.Of(Line.Purpose).Zh}），"
            + $"{(IsTooRough ? "具体日期未录入" : $"当日{Words[Standing].Zh}")}",
        $"{Line.Amount:0.##} yuan for {Line.Project} {(IsSpending ? "used" : "arranged")} on {Day} "
            + $"({(Line.Money is { } n ? Terms.Of(n).En : "source not recorded")}, "
            + $"{Terms.Of(Line.Purpose).En}); {(IsTooRough ? "the exact day is not recorded" : $"on that day {Words[Standing].En}")}"));

    private static IEnumerable<MoneyDay> Days(PlanOnDay plan, FundingLine line, RuleReach rule)
    {
        if (line.ArrangedOn is { } arranged && arranged.First <= plan.AsOf)
        {
            yield return Of(arranged, false);
        }
        if (line.SpentOn is { } spent && spent.First <= plan.AsOf)
        {
            yield return Of(spent, true);
        }

        MoneyDay Of(PartialDate day, bool isSpending)
        {
            var last = day.Last < plan.AsOf ? day.Last : plan.AsOf;
            var standing = ListingForMoney.On(plan, last, line.Purpose, rule);
            return new(plan, line, day, isSpending, standing)
            {
                Rule = rule,
                Exemptions = [.. ListingForMoney.Exemptions(plan, last, rule)],
                IsTooRough = !day.IsExact && MayHaveStoodOtherwise(day, standing),
            };
        }

        bool MayHaveStoodOtherwise(PartialDate day, ListingStanding standing)
        {
            var first = ListingForMoney.On(plan, day.First, line.Purpose, rule);
            return (first != standing && !(IsClear(first) && IsClear(standing))) || (!IsClear(standing)
                && (day.Last > plan.AsOf || (day.First < plan.Directory.ListingFrom && plan.Directory.ListingFrom <= day.Last)));
        }
    }

    private DateOnly FirstInDoubt()
    {
        if (!IsClear(StandingOn(Day.First)))
        {
            return Day.First;
        }
        var (clear, doubtful) = (Day.First.DayNumber, (Day.Last < Of.AsOf ? Day.Last : Of.AsOf.Day).DayNumber);
        while (doubtful - clear > 1)
        {
            var between = (clear + doubtful) / 2;
            (clear, doubtful) = IsClear(StandingOn(DateOnly.FromDayNumber(between))) ? (between, doubtful) : (clear, between);
        }
        return DateOnly.FromDayNumber(doubtful);
    }

    private ListingStanding StandingOn(AsOfDay day) => ListingForMoney.On(Of, day, Line.Purpose, Rule);

    private static bool IsClear(ListingStanding standing) => standing is ListingStanding.Listed or ListingStanding.NotSubject;

    private static readonly Dictionary<ListingStanding, Text> Words = new()
    {
        [ListingStanding.Listed] = new("已列入目录清单", "listed"),
        [ListingStanding.Exempted] = new("有例外情形", "exempted"),
        [ListingStanding.Study] = new("未列入目录清单，按本区参数可核实后安排前期研究经费", "unlisted, a preliminary study allowed after a check"),
        [ListingStanding.NotSubject] = new("不须列入目录清单", "not subject to listing"),
        [ListingStanding.Unlisted] = new("未列入目录清单", "unlisted"),
        [ListingStanding.NoListYet] = new("尚无经批准的目录清单", "no list approved yet"),
        [ListingStanding.Unknown] = new("是否列入存疑", "its listing in doubt"),
    };
}
