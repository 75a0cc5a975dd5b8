using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Funding;

/// <summary>Money arranged for or used on a plan: the first of its days on which the listing does not cover it, else the first.</summary>
public sealed record MoneyDay(PlanOnDay Of, FundingLine Line, PartialDate Day, bool IsSpending, ListingStanding Standing) : IFact
{
    public Key<Plan> Plan => Of.Key;

    public RecordId Id => new("money_days", Line.Id.District, Line.Id.Code);

    /// <summary>003 speaks of 区级财政性资金; a preliminary study comes before there is a plan to list.</summary>
    public bool IsDistrictMoneyForThePlan => Line.Money == FundingMoney.District && Line.Purpose != FundingPurpose.PreliminaryStudy;

    public bool IsBroken => Standing is ListingStanding.Unlisted or ListingStanding.NoListYet;

    /// <summary>The breach stays an audit lead (审计线索) after the plan has been listed.</summary>
    public bool IsListedByNow => Of.IsListed;

    /// <param name="rule">The rule on money.</param>
    public static IEnumerable<MoneyDay> On(PlanOnDay plan, RuleReach rule) =>
        from line in plan.IsJudgedBy(rule) ? plan.Funding : []
        let days = Days(plan, line, rule).Where(d => d.Day.Last <= plan.AsOf).ToList()
        where days.Count > 0
        select days.Find(d => d.IsBroken) ?? days.Find(d => d.Standing == ListingStanding.Exempted)
            ?? days.Find(d => d.Standing == ListingStanding.Unknown) ?? days[0];

    public FactLine Say() => new("MoneyDay", Line.Id, new Text(
        $"{Day}{(IsSpending ? "使用" : "安排")}“{Line.Project}”{Line.Amount:0.##}元({(Line.Money is { } m ? Terms.Of(m).Zh : "资金来源未记录")},"
            + $"{Terms.Of(Line.Purpose).Zh}),当日{Words[Standing].Zh}",
        $"{Line.Amount:0.##} yuan for {Line.Project} {(IsSpending ? "used" : "arranged")} on {Day} "
            + $"({(Line.Money is { } n ? Terms.Of(n).En : "source not recorded")}, "
            + $"{Terms.Of(Line.Purpose).En}); on that day {Words[Standing].En}"));

    private static IEnumerable<MoneyDay> Days(PlanOnDay plan, FundingLine line, RuleReach rule)
    {
        if (line.ArrangedOn is { } arranged)
        {
            yield return new MoneyDay(plan, line, arranged, false, ListingForMoney.On(plan, arranged.Last, rule));
        }
        if (line.SpentOn is { } spent)
        {
            yield return new MoneyDay(plan, line, spent, true, ListingForMoney.On(plan, spent.Last, rule));
        }
    }

    private static readonly Dictionary<ListingStanding, Text> Words = new()
    {
        [ListingStanding.Listed] = new("已列入目录清单", "listed"),
        [ListingStanding.Exempted] = new("有例外情形", "exempted"),
        [ListingStanding.NotSubject] = new("不须列入目录清单", "not subject to listing"),
        [ListingStanding.Unlisted] = new("未列入目录清单", "unlisted"),
        [ListingStanding.NoListYet] = new("尚无经批准的目录清单", "no list approved yet"),
        [ListingStanding.Unknown] = new("是否列入未记录", "listing not recorded"),
    };
}
