using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Generator;

/// <summary>What a generated plan is called, and what is recorded of it besides its acts.</summary>
internal sealed class PlanTitles(DistrictDraft draft, Roster roster)
{
    private readonly Dictionary<string, int> counts = [];
    private readonly HashSet<string> taken = [];

    public Plan Development(Horizon horizon) =>
        New($"DEV-{horizon.From}", $"国民经济和社会发展第{Chinese.FiveYearPlan(horizon.From)}个五年规划纲要(示例)",
            PlanKind.Development, horizon, roster.ReformCommission) with
        {
            ApprovalLevel = ApprovalLevel.Congress, VisionYear = 2035, Importance = Importance.SpeciallyImportant,
        };

    public Plan GeneralSpatial(Horizon horizon) =>
        New(Next("SPA", horizon), $"国土空间总体规划{Years(horizon)}", PlanKind.Spatial, horizon, roster.NaturalResources) with
        {
            ApprovalLevel = ApprovalLevel.Municipal,
        };

    public Plan TownSpatial(Horizon horizon) =>
        New(Next("SPA", horizon), $"{draft.Chance.Town()}镇国土空间规划{Years(horizon)}", PlanKind.Spatial, horizon, roster.NaturalResources) with
        {
            ApprovalLevel = ApprovalLevel.Government,
        };

    public Plan Regional(Horizon horizon)
    {
        var town = draft.Chance.Town();
        return New(Next("REG", horizon), $"{town}片区发展规划{Years(horizon)}", PlanKind.Regional, horizon, roster.ReformCommission) with
        {
            ApprovalLevel = ApprovalLevel.Government, RegionClass = draft.Chance.Of(Enum.GetValues<RegionClass>()),
            Areas = [$"{town}镇", $"{draft.Chance.Town()}镇"],
        };
    }

    public Plan Special(Horizon horizon, PlanningField field, bool isDailyWork)
    {
        var topic = field.Name + draft.Chance.Of(PlanningField.Topics) + "规划";
        var title = World.FiveYears.Contains(horizon) ? $"{Chinese.FiveYearPlanShort(horizon.From)}{topic}(示例)" : topic + Years(horizon);
        return New(Next("SPE", horizon), Unique(title), PlanKind.Special, horizon, roster.Lead(field)) with
        {
            ApprovalLevel = draft.Chance.Percent(15) ? ApprovalLevel.Department : ApprovalLevel.Government, Field = field.Name,
            DailyWork = isDailyWork,
            CoLeadAgencies = draft.Chance.Percent(20) ? [roster.ReformCommission] : null,
            Importance = draft.Chance.Percent(10) ? Importance.Major : Importance.Ordinary,
        };
    }

    /// <summary>What is classified says no more of itself than that it is.</summary>
    public Plan Secret(Horizon horizon, PlanningField field) =>
        New(Next("SPE", horizon), "", PlanKind.Special, horizon, roster.Lead(field)) with { Title = "涉密规划", Secrecy = Secrecy.Secret };

    private Plan New(string code, string title, PlanKind kind, Horizon horizon, Key<Agency> lead) => new()
    {
        Home = draft.Code, Code = code, Title = draft.Name + title, Kind = kind, Tier = draft.Code.Tier, LeadAgency = lead,
        HorizonFrom = horizon.From, HorizonTo = horizon.To, Importance = Importance.Ordinary, Secrecy = Secrecy.Public,
    };

    private static string Years(Horizon horizon) => $"({horizon.From}—{horizon.To}年)(示例)";

    private string Next(string kind, Horizon horizon)
    {
        var series = $"{kind}-{horizon.From}";
        return $"{series}-{counts[series] = counts.GetValueOrDefault(series) + 1:000}";
    }

    private string Unique(string title)
    {
        var name = title;
        for (var again = 2; !taken.Add(name); again++)
        {
            name = $"{title}(之{Chinese.Number(again)})";
        }
        return name;
    }
}
