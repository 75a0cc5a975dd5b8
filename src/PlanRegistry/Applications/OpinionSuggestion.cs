using System.Text.RegularExpressions;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Applications;

/// <summary>
/// That a bureau will probably say that it is needed, by the kind and field of the plan: a suggestion, which sets nothing. The word is the
/// bureau's (003 三、(一)).
/// </summary>
public sealed record OpinionSuggestion(OpinionMatter Matter, string Clause, Text Sentence)
{
    private const string Eia = "规划环境影响评价条例 第二条";
    private const string Water = "重庆市水资源管理条例 第二十八条";

    private static readonly (EiaField Field, Regex Words)[] Tells =
    [
        (EiaField.Industry, Of("工业|制造业")), (EiaField.AnimalHusbandry, Of("畜牧|养殖")), (EiaField.Agriculture, Of("农业|种植业")),
        (EiaField.Forestry, Of("林业")), (EiaField.Energy, Of("能源|电力|煤炭|天然气")),
        (EiaField.WaterConservancy, Of("水利|供水|防洪|灌溉|水安全")), (EiaField.Transport, Of("交通|公路|铁路|港口|航道")),
        (EiaField.UrbanConstruction, Of("城市建设|城市更新|城镇建设")), (EiaField.Tourism, Of("旅游")),
        (EiaField.NaturalResources, Of("矿产|自然资源开发")),
    ];

    public static IEnumerable<OpinionSuggestion> For(EntryApplication application)
    {
        var field = FieldOf(application);
        if (application.Kind is PlanKind.Spatial or PlanKind.Regional)
        {
            yield return new(OpinionMatter.Eia, Eia, new("属于土地利用或者区域建设、开发利用的综合性规划，一般需要环境影响评价，请生态环境局提出意见。",
                "It is a comprehensive plan of land use or of an area, which is assessed as a rule: ask the ecology bureau."));
        }
        else if (field is { } known)
        {
            yield return new(OpinionMatter.Eia, Eia, new($"属于{Terms.Of(known).Zh}专项规划，一般需要环境影响评价，请生态环境局提出意见。",
                $"It is a special plan of {Terms.Of(known).En}, which is assessed as a rule: ask the ecology bureau."));
        }
        if (application.Kind == PlanKind.Spatial && application.Title.Contains("总体规划", StringComparison.Ordinal))
        {
            yield return new(OpinionMatter.Water, Water, new("属于总体规划，一般需要水资源论证，请水利局提出意见。",
                "It is an overall spatial plan, for which water argumentation is made as a rule: ask the water bureau."));
        }
        else if (application.Kind == PlanKind.Special && field is EiaField.Industry or EiaField.Agriculture or EiaField.AnimalHusbandry
            or EiaField.Forestry or EiaField.Energy or EiaField.Tourism)
        {
            yield return new(OpinionMatter.Water, Water, new("属于产业发展规划，涉及利用水资源的需要水资源论证，请水利局提出意见。",
                "It is a plan of an industry: where that uses water, argumentation is needed; ask the water bureau."));
        }
    }

    /// <summary>The field that it says, else the one that its own words tell.</summary>
    private static EiaField? FieldOf(EntryApplication application) => application.EiaField
        ?? (application.IsUntold ? null : Tells.Where(t => t.Words.IsMatch($"{application.Title} {application.Field}"))
            .Select(t => (EiaField?)t.Field).FirstOrDefault());

    private static Regex Of(string words) => new(words, RegexOptions.CultureInvariant);
}
