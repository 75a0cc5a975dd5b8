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
        // Made late, or never: what they are made of is the rows, and no view.
        var (home, chain, book) = (view.Own.District, view.Chain, view.Plans);
        IEnumerable<TRow> All<TRow>() where TRow : Record => chain.SelectMany(d => d.Of<TRow>());
        agencies = Kept<Agency, Lazy<NameIndex<Agency>>>(f => f.agencies, () => new(() => Index<Agency>(new(home, TitleKey.Of), All<Agency>(), (names, a) => names.Add(a.Key, [a.Name], a.Aliases ?? [], PackNames.Some(a.Uscc)))));
        documents = Kept<Document, Lazy<NameIndex<Document>>>(f => f.documents, () => new(() => Index<Document>(new(home, DocumentStubs.NameOf), All<Document>(), (names, d) => names.Add(d.Key, PackNames.Some(d.Number)))));
        lists = Kept<DirectoryList, Lazy<NameIndex<DirectoryList>>>(f => f.lists, () => new(() => Index<DirectoryList>(new(home, TitleKey.Of), chain[0].Of<DirectoryList>(), (names, l) => names.Add(l.Key))));
        indicators = Kept<Indicator, Lazy<NameIndex<Indicator>>>(f => f.indicators, () => new(() => Index<Indicator>(new(home, TitleKey.Of), All<Indicator>(), (names, i) => names.Add(i.Key, [i.Name], i.Aliases ?? []))));
        plans = former is not null && former.PlanBook == book ? former.plans : new(() => PlansOf(home, book, All<SuperiorPlan>()));
        PlanBook = book;
        (former, changes) = (null, null);
    }

    public NameIndex<Agency> Agencies => agencies.Value;
    public NameIndex<Document> Documents => documents.Value;
    public NameIndex<DirectoryList> Lists => lists.Value;
    public NameIndex<Indicator> Indicators => indicators.Value;
    public NameIndex<Plan> Plans => plans.Value.Names;
    public HashSet<Key<Plan>> SecretPlans => plans.Value.Secret;

    private PlanBook PlanBook { get; }

    private static (NameIndex<Plan>, HashSet<Key<Plan>>) PlansOf(DistrictCode home, PlanBook book, IEnumerable<SuperiorPlan> stubs)
    {
        var names = Index<Plan>(new(home, TitleKey.Of), book.All, (all, p) => all.Add(p.Key, PackNames.Some(p.Title)));
        foreach (var stub in stubs)
        {
            names.Add(stub.Key, PackNames.Some(stub.Title));
        }
        return (names, [.. book.All.Where(p => p.IsSecret).Select(p => p.Key)]);
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
