using PlanRegistry.Approval;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>
/// The word of the ecology and the water bureau on each entry of a list. 003 三、(一). An entry without its own opinion has the list's.
/// </summary>
public sealed class ListOpinions
{
    private const int NamedInFull = 5;

    private static readonly Opinion Eia = new(Matter.EiaOpinion,
        new("环境影响评价", "environmental impact assessment"), AgencyRole.Ecology, e => e.EiaNeeded, e => e.EiaOpinion, l => l.EiaOpinion);
    private static readonly Opinion Water = new(Matter.WaterOpinion,
        new("水资源论证", "water-resources argumentation"), AgencyRole.Water, e => e.WaterNeeded, e => e.WaterOpinion, l => l.WaterOpinion);

    private readonly ListOnDay list;
    private readonly List<Found> found;

    public ListOpinions(ListOnDay list)
    {
        this.list = list;
        found = [.. Find(Eia), .. Find(Water)];
    }

    /// <summary>The bureaus whose word is missing or was given by another.</summary>
    public IEnumerable<AgencyRole> BureausToHear => found.Select(f => f.Matter.Bureau).Distinct();

    /// <summary>Each fault once: what both matters lack of the same entries is said of them together.</summary>
    public ListFaults Faults => field ??= new(
        [.. found.Where(f => f.Fault == Fault.OtherIssuer).Select(Say)],
        [.. found.Where(f => f.Fault != Fault.OtherIssuer)
            .GroupBy(f => (f.Fault, f.Why, Entries: string.Join('\n', f.Entries.Select(e => e.Code)))).OrderBy(g => g.Key.Fault)
            .GroupBy(g => g.Key.Fault is Fault.NeedUnsaid or Fault.NoOpinion ? g.Key.Entries : $"{g.Key}")
            .Select(g => SayAll([.. g.Select(faults => (IReadOnlyList<Found>)[.. faults])]))]);

    /// <summary>Several faults of the same entries, which are named once.</summary>
    private Text SayAll(IReadOnlyList<IReadOnlyList<Found>> faults)
    {
        var entries = Name(faults[0][0].Entries);
        var said = faults.Select((f, i) => Say(f[0].Fault, f, i == 0 ? entries : new Text("", "it"))).ToList();
        return new(string.Join("，也", said.Select(s => s.Zh)), string.Join(", and ", said.Select(s => s.En)));
    }

    private IEnumerable<Found> Find(Opinion matter)
    {
        var view = list.Snapshot.View;
        var opinions = list.Entries.Select(e => (Entry: e, Opinion: view.Document(matter.OfEntry(e) ?? matter.OfList(list.List)))).ToList();
        IEnumerable<Found> Some(Fault fault, IEnumerable<DirectoryEntry> entries, string? issuer = null, Text why = default) =>
            entries.ToList() is { Count: > 0 } named ? [new Found(matter, fault, named, issuer, why)] : [];
        var given = opinions.Where(o => o.Opinion?.Issuers.Any() == true).GroupBy(
            o => (Issuers: NamesOf(o.Opinion!), Word: Entitlement.OfPaper(view, matter.Matter, o.Opinion!)));
        return
        [
            .. Some(Fault.NeedUnsaid, list.Entries.Where(e => matter.Needed(e) is null)),
            .. Some(Fault.NoOpinion, opinions.Where(o => o.Opinion is null).Select(o => o.Entry)),
            .. Some(Fault.NoIssuer, opinions.Where(o => o.Opinion?.Issuers.Any() == false).Select(o => o.Entry)),
            .. given.Where(g => !g.Key.Word.IsGiven).SelectMany(g => Some(
                g.Key.Word.IsDenied ? Fault.OtherIssuer : Fault.InDoubt, g.Select(o => o.Entry),
                g.Key.Issuers, g.Key.Word.Why)),
        ];
    }

    private string NamesOf(Document opinion) =>
        string.Join('、', opinion.Issuers.Select(i => list.Snapshot.View.Agency(i)?.Name ?? i.Code));

    /// <param name="entries">Their names; a sentence begins with them in Chinese.</param>
    private Text Say(Fault fault, IReadOnlyList<Found> of, Text entries)
    {
        var matters = And(of.Select(f => f.Matter.Name));
        return fault switch
        {
            Fault.NeedUnsaid => new($"{entries.Zh}未说明是否需要{matters.Zh}", $"whether {matters.En} is needed is not said for {entries.En}"),
            Fault.NoOpinion => And(of.Select(f => new Text($"{BureauOf(f.Matter)}关于{f.Matter.Name.Zh}的意见",
                $"of {BureauOf(f.Matter)} on {f.Matter.Name.En}"))) is var opinions
                ? new($"{entries.Zh}无{opinions.Zh}", $"no opinion {opinions.En} is recorded for {entries.En}") : default,
            Fault.InDoubt => new($"{entries.Zh}的{matters.Zh}意见存疑：{of[0].Why.Zh}",
                $"the opinion on {matters.En} for {entries.En} is in doubt: {of[0].Why.En}"),
            _ => new($"{entries.Zh}的{matters.Zh}意见未注明出具单位", $"the opinion on {matters.En} for {entries.En} names no issuer"),
        };
    }

    private Text Say(Found other)
    {
        var (entries, matter, bureau) = (Name(other.Entries), other.Matter.Name, BureauOf(other.Matter));
        return new($"{entries.Zh}的{matter.Zh}意见由{other.Issuer}出具，应由{bureau}出具",
            $"the opinion on {matter.En} for {entries.En} was given by {other.Issuer} and not by {bureau}");
    }

    private string BureauOf(Opinion matter) => list.Snapshot.Agency(matter.Bureau)?.Name ?? Terms.Of(matter.Bureau).Zh;

    /// <summary>Few entries by number and title, many by number alone, or as all there are.</summary>
    private Text Name(IReadOnlyList<DirectoryEntry> entries) =>
        entries.Count <= NamedInFull ? Text.Join(entries.Select(e => new Text($"第{e.Code}项{e.Named.Zh}", $"entry {e.Code} ({e.Title})")))
        : entries.Count == list.Entries.Count ? new Text($"全部{entries.Count}项", $"all {entries.Count} entries")
        : new Text($"第{string.Join("、", entries.Select(e => e.Code))}项", $"entries {string.Join(", ", entries.Select(e => e.Code))}");

    private static Text And(IEnumerable<Text> parts) => parts.ToList() is var list
        ? new Text(string.Join('和', list.Select(p => p.Zh)), string.Join(" and ", list.Select(p => p.En))) : default;

    private enum Fault { NeedUnsaid, NoOpinion, NoIssuer, InDoubt, OtherIssuer }

    private sealed record Found(Opinion Matter, Fault Fault, IReadOnlyList<DirectoryEntry> Entries, string? Issuer, Text Why = default);

    private sealed record Opinion(
        Matter Matter, Text Name, AgencyRole Bureau, Func<DirectoryEntry, bool?> Needed,
        Func<DirectoryEntry, Key<Document>?> OfEntry, Func<DirectoryList, Key<Document>?> OfList);
}
