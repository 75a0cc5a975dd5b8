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

    public bool IsBroken => Standing == ListingStanding.Unlisted;

    /// <summary>Also where no list of its track was approved: nobody can say whether it was listed.</summary>
    public bool IsListingOpen => Standing is ListingStanding.Unknown or ListingStanding.NoListYet;

    /// <summary>The breach stays an audit lead (审计线索) after the plan has been listed, and after it has ended.</summary>
    public bool IsListedByNow => Of.IsListed || (Of.HasEnded && new DirectoryStanding(Of, Of.StatusSince!.Value.AddDays(-1)).IsListed);

    /// <summary>Those that held on its day.</summary>
    public IReadOnlyList<ExemptionOnDay> Exemptions { get; private init; } = [];

    public Text InWords => Day.InWords();

    /// <param name="rule">The rule on money.</param>
    public static IEnumerable<MoneyDay> On(PlanOnDay plan, RuleReach rule) =>
        from line in plan.IsJudgedBy(rule) ? plan.Funding : []
        let days = Days(plan, line, rule).Where(d => d.Day.Last <= plan.AsOf).ToList()
        where days.Count > 0
        select days.Find(d => d.IsBroken) 
            ?? days.Find(d => d.Standing is ListingStanding.Exempted or ListingStanding.Study) ?? days.Find(d => d.IsListingOpen)
            ?? days[0];

    public FactLine Say() => new("MoneyDay", Line.Id, new Text(
        $"{Day.InWords().Zh}为项目“{Line.Project}”{(IsSpending ? "使用" : "安排")}{Line.InWords.Zh}"
            + $"（{(Line.Money is { } m ? Terms.Of(m).Zh : "资金来源未录入")}，{Terms.Of(Line.Purpose).Zh}），当日{Words[Standing].Zh}",
        $"{Line.Amount:0.##} yuan for {Line.Project} {(IsSpending ? "used" : "arranged")} on {Day} "
            + $"({(Line.Money is { } n ? Terms.Of(n).En : "source not recorded")}, "
            + $"{Terms.Of(Line.Purpose).En}); on that day {Words[Standing].En}"));

    private static IEnumerable<MoneyDay> Days(PlanOnDay plan, FundingLine line, RuleReach rule)
    {
        if (line.ArrangedOn is { } arranged)
        {
            yield return Of(arranged, false);
        }
        if (line.SpentOn is { } spent)
        {
            yield return Of(spent, true);
        }

        MoneyDay Of(PartialDate day, bool isSpending) =>
            new(plan, line, day, isSpending, ListingForMoney.On(plan, day.Last, line.Purpose, rule))
            {
                Exemptions = [.. ListingForMoney.Exemptions(plan, day.Last, rule)],
            };
    }

    private static readonly Dictionary<ListingStanding, Text> Words = new()
    {
        [ListingStanding.Listed] = new("已列入目录清单", "listed"),
        [ListingStanding.Exempted] = new("有例外情形", "exempted"),
        [ListingStanding.Study] = new("未列入目录清单，按本区参数可核实后安排前期研究经费", "unlisted, a preliminary study allowed after a check"),
        [ListingStanding.NotSubject] = new("不须列入目录清单", "not subject to listing"),
        [ListingStanding.Unlisted] = new("未列入目录清单", "unlisted"),
        [ListingStanding.NoListYet] = new("尚无经批准的目录清单", "no list approved yet"),
        [ListingStanding.Unknown] = new("是否列入未记录", "listing not recorded"),
    };
}
