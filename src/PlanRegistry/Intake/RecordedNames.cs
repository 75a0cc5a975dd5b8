using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>What the rows of a view are called, each kind made when first asked for.</summary>
internal sealed class RecordedNames(RegistryView view)
{
    public NameIndex<Agency> Agencies => field ??= Index<Agency>(TitleKey.Of, view.All<Agency>(), (names, a) => names.Add(a.Key, [a.Name], a.Aliases ?? [], PackNames.Some(a.Uscc)));
    public NameIndex<Document> Documents => field ??= Index<Document>(DocumentStubs.NameOf, view.All<Document>(), (names, d) => names.Add(d.Key, PackNames.Some(d.Number)));
    public NameIndex<DirectoryList> Lists => field ??= Index<DirectoryList>(TitleKey.Of, view.Of<DirectoryList>(), (names, l) => names.Add(l.Key));
    public NameIndex<Indicator> Indicators => field ??= Index<Indicator>(TitleKey.Of, view.All<Indicator>(), (names, i) => names.Add(i.Key, [i.Name], i.Aliases ?? []));
    public NameIndex<Plan> Plans => field ??= PlansAndStubs();
    public HashSet<Key<Plan>> SecretPlans => field ??= [.. view.Plans.Where(p => p.IsSecret).Select(p => p.Key)];

    private NameIndex<Plan> PlansAndStubs()
    {
        var names = Index<Plan>(TitleKey.Of, view.Plans, (all, p) => all.Add(p.Key, PackNames.Some(p.Title)));
        foreach (var stub in view.All<SuperiorPlan>())
        {
            names.Add(stub.Key, PackNames.Some(stub.Title));
        }
        return names;
    }

    private NameIndex<T> Index<T>(Func<string, string> fold, IEnumerable<T> rows, Action<NameIndex<T>, T> add) where T : Record
    {
        var names = new NameIndex<T>(view.Code, fold);
        foreach (var row in rows)
        {
            add(names, row);
        }
        return names;
    }
}
