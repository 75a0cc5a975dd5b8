using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>
/// The word of the ecology and the water bureau on each entry of a list. 003 三、(一). An entry without its own opinion has the list's.
/// </summary>
public static class ListOpinions
{
    private const int NamedInFull = 5;

    public static ListFaults OnEia(ListOnDay list) => On(list, Eia);

    public static ListFaults OnWater(ListOnDay list) => On(list, Water);

    private static readonly Matter Eia = new(
        new("环境影响评价", "environmental impact assessment"), AgencyRole.Ecology, e => e.EiaNeeded, e => e.EiaOpinion, l => l.EiaOpinion);

    private static readonly Matter Water = new(
        new("水资源论证", "water-resources argumentation"), AgencyRole.Water, e => e.WaterNeeded, e => e.WaterOpinion, l => l.WaterOpinion);

    private static ListFaults On(ListOnDay list, Matter matter)
    {
        var defects = new List<Text>();
        var gaps = new List<Text>();
        var view = list.Snapshot.View;
        var bureau = list.Snapshot.Agency(matter.Bureau)?.Name ?? Terms.Of(matter.Bureau).Zh;
        var opinions = list.Entries.Select(e => (Entry: e, Opinion: view.Document(matter.OfEntry(e) ?? matter.OfList(list.List)))).ToList();

        Add(gaps, list.Entries.Where(e => matter.Needed(e) is null),
            e => new($"{e.Zh}未说明是否需要{matter.Name.Zh}", $"whether {matter.Name.En} is needed is not said for {e.En}"));
        Add(gaps, opinions.Where(o => o.Opinion is null).Select(o => o.Entry),
            e => new($"{e.Zh}无{bureau}关于{matter.Name.Zh}的意见", $"no opinion of {bureau} on {matter.Name.En} is recorded for {e.En}"));
        Add(gaps, opinions.Where(o => o.Opinion is { Issuer: null }).Select(o => o.Entry),
            e => new($"{e.Zh}的{matter.Name.Zh}意见未注明出具单位", $"the opinion on {matter.Name.En} for {e.En} names no issuer"));
        foreach (var wrong in opinions.Where(o => o.Opinion is { Issuer: not null })
            .GroupBy(o => view.Agency(o.Opinion!.Issuer)).Where(g => g.Key?.Is(matter.Bureau, PlanTier.District) != true))
        {
            var issuer = wrong.Key?.Name ?? wrong.First().Opinion!.Issuer!.Value.Code;
            Add(defects, wrong.Select(o => o.Entry),
                e => new($"{e.Zh}的{matter.Name.Zh}意见由{issuer}出具，应由{bureau}出具",
                    $"the opinion on {matter.Name.En} for {e.En} was given by {issuer} and not by {bureau}"));
        }
        return new ListFaults(defects, gaps);
    }

    private static void Add(List<Text> to, IEnumerable<DirectoryEntry> entries, Func<Text, Text> say)
    {
        var named = entries.ToList();
        if (named.Count > 0)
        {
            to.Add(say(Name(named)));
        }
    }

    /// <summary>Few entries by number and title, many by number alone.</summary>
    private static Text Name(List<DirectoryEntry> entries) => entries.Count <= NamedInFull
        ? Text.Join(entries.Select(e => new Text($"第{e.Code}项{e.Named.Zh}", $"entry {e.Code} ({e.Title})")))
        : new Text($"第{string.Join("、", entries.Select(e => e.Code))}项", $"entries {string.Join(", ", entries.Select(e => e.Code))}");

    private sealed record Matter(
        Text Name, AgencyRole Bureau, Func<DirectoryEntry, bool?> Needed,
        Func<DirectoryEntry, Key<Document>?> OfEntry, Func<DirectoryList, Key<Document>?> OfList);
}
