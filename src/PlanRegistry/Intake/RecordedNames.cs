using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>What the rows of a view are called. Made when first asked for, and shared by the next views as long as the tables stay as they are.</summary>
internal sealed class RecordedNames
{
    private readonly Lazy<NameIndex<Agency>> agencies;
    private readonly Lazy<NameIndex<Document>> documents;
    private readonly Lazy<NameIndex<DirectoryList>> lists;
    private readonly Lazy<NameIndex<Indicator>> indicators;
    private readonly Lazy<(NameIndex<Plan> Names, HashSet<Key<Plan>> Secret)> plans;

    /// <param name="former">The names of a former view, with what has changed since.</param>
    public RecordedNames(ViewTables view, RecordedNames? former, RowChanges? changes)
    {
        T Kept<TRow, T>(Func<RecordedNames, T> old, Func<T> made) where TRow : Record => former is null || changes!.Touches<TRow>() ? made() : old(former);
        var home = view.Own.District;
        agencies = Kept<Agency, Lazy<NameIndex<Agency>>>(f => f.agencies, () => new(() => Index<Agency>(new(home, TitleKey.Of), view.All<Agency>(), (names, a) => names.Add(a.Key, [a.Name], a.Aliases ?? [], PackNames.Some(a.Uscc)))));
        documents = Kept<Document, Lazy<NameIndex<Document>>>(f => f.documents, () => new(() => Index<Document>(new(home, DocumentStubs.NameOf), view.All<Document>(), (names, d) => names.Add(d.Key, PackNames.Some(d.Number)))));
        lists = Kept<DirectoryList, Lazy<NameIndex<DirectoryList>>>(f => f.lists, () => new(() => Index<DirectoryList>(new(home, TitleKey.Of), view.Own.Of<DirectoryList>(), (names, l) => names.Add(l.Key))));
        indicators = Kept<Indicator, Lazy<NameIndex<Indicator>>>(f => f.indicators, () => new(() => Index<Indicator>(new(home, TitleKey.Of), view.All<Indicator>(), (names, i) => names.Add(i.Key, [i.Name], i.Aliases ?? []))));
        plans = former is not null && former.PlanBook == view.Plans ? former.plans : new(() => PlansOf(home, view));
        PlanBook = view.Plans;
    }

    public NameIndex<Agency> Agencies => agencies.Value;
    public NameIndex<Document> Documents => documents.Value;
    public NameIndex<DirectoryList> Lists => lists.Value;
    public NameIndex<Indicator> Indicators => indicators.Value;
    public NameIndex<Plan> Plans => plans.Value.Names;
    public HashSet<Key<Plan>> SecretPlans => plans.Value.Secret;

    private PlanBook PlanBook { get; }

    private static (NameIndex<Plan>, HashSet<Key<Plan>>) PlansOf(DistrictCode home, ViewTables view)
    {
        var names = Index<Plan>(new(home, TitleKey.Of), view.Plans.All, (all, p) => all.Add(p.Key, PackNames.Some(p.Title)));
        foreach (var stub in view.All<SuperiorPlan>())
        {
            names.Add(stub.Key, PackNames.Some(stub.Title));
        }
        return (names, [.. view.Plans.All.Where(p => p.IsSecret).Select(p => p.Key)]);
    }

    private static NameIndex<T> Index<T>(NameIndex<T> names, IEnumerable<T> rows, Action<NameIndex<T>, T> add) where T : Record
    {
        foreach (var row in rows)
        {
            add(names, row);
        }
        return names;
    }
}
