using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Hierarchy;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Generator;

/// <summary>
/// 示例 of the nation and the municipality above generated districts: agencies,
/// development plans and what these aim at. The same for every seed.
/// </summary>
public static class SuperiorGenerator
{
    private static readonly (string Code, AgencyRole Role, string Nation, string Municipality)[] Agencies =
    [
        ("PARTY", AgencyRole.PartyCommittee, "党中央(示例)", "市委(示例)"), ("GOV", AgencyRole.Government, "国务院(示例)", "市政府(示例)"),
        ("CONGRESS", AgencyRole.Congress, "全国人民代表大会(示例)", "市人民代表大会(示例)"), ("DRC", AgencyRole.ReformCommission, "国家发展改革委(示例)", "市发展改革委(示例)"),
        ("NR", AgencyRole.NaturalResources, "自然资源部(示例)", "市规划自然资源局(示例)"),
    ];

    public static IReadOnlyList<Record> Nation() => Generate(DistrictCode.Nation, "国家(示例)", null);

    public static IReadOnlyList<Record> Municipality() => Generate(World.Municipality, "重庆市(示例)", DistrictCode.Nation);

    private static IReadOnlyList<Record> Generate(DistrictCode code, string name, DistrictCode? superior)
    {
        var draft = new DistrictDraft(code, name, superior, new Chance(0), new Superiors([]));
        foreach (var agency in Agencies)
        {
            draft.Add(new Agency
            {
                Home = code, Code = agency.Code, Name = code == DistrictCode.Nation ? agency.Nation : agency.Municipality,
                Role = agency.Role, Tier = code.Tier,
            });
        }
        foreach (var mould in IndicatorMould.Common)
        {
            draft.Add(Gauges.Indicator(code, mould));
        }
        foreach (var horizon in World.FiveYears)
        {
            AddDevelopmentPlan(draft, horizon, superior);
        }
        return draft.Records;
    }

    private static void AddDevelopmentPlan(DistrictDraft draft, Horizon horizon, DistrictCode? superior)
    {
        var plan = draft.Add(new Plan
        {
            Home = draft.Code, Code = $"DEV-{horizon.From}", Title = $"{draft.Name}第{Chinese.FiveYearPlan(horizon.From)}个五年规划纲要",
            Kind = PlanKind.Development,
            Tier = draft.Code.Tier, LeadAgency = draft.Key<Agency>("DRC"), HorizonFrom = horizon.From, HorizonTo = horizon.To,
            ApprovalLevel = ApprovalLevel.Congress,
            Importance = Importance.SpeciallyImportant, Secrecy = Secrecy.Public,
        });
        // Before the districts' own are approved, which follow it.
        AddAct(draft, plan, ActType.CongressApproved, new DateOnly(horizon.From - 1, 12, 10), "CONGRESS");
        AddAct(draft, plan, ActType.Published, new DateOnly(horizon.From - 1, 12, 20), "GOV");
        if (superior is { } above)
        {
            draft.Add(new PlanLink
            {
                Home = draft.Code, Subordinate = plan.Key, Superior = new Key<Plan>(above, plan.Code), Kind = PlanLinkKind.Obeys,
            });
        }
        foreach (var mould in IndicatorMould.Common)
        {
            draft.Add(new Target
            {
                Home = draft.Code, Plan = plan.Key, Version = 1, Indicator = draft.Key<Indicator>(mould.Code), TargetYear = horizon.To,
                Nature = mould.Nature,
                TargetValue = mould.Rounded(mould.Measure == Measure.Cumulative
                    ? mould.Step
                    : mould.Base + (mould.Step * (horizon.To - 2020) / 5m)),
            });
        }
    }

    private static void AddAct(DistrictDraft draft, Plan plan, ActType type, DateOnly on, string agency) => draft.Add(new Act
    {
        Home = draft.Code, Code = $"{plan.Code}/{Names.Of(type)}", Plan = plan.Key, Type = type, On = on,
        Agency = draft.Key<Agency>(agency), About = ActAbout.Plan,
    });
}
