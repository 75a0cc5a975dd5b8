using PlanRegistry.Amendments;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Hierarchy;
using PlanRegistry.Indicators;
using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Ledger;

/// <summary>What a view answers from. Made of the tables of a former view, it shares all that no row of the difference touches.</summary>
internal sealed class ViewTables
{
    private readonly Lazy<IndicatorIdentities> identities;
    private readonly Lazy<Policy> policy;

    public ViewTables(IReadOnlyList<DistrictRecords> chain, ViewTables? former)
    {
        Chain = chain;
        var changes = former is null ? null : RowChanges.Between(former.Chain, chain);
        Plans = changes is not null && !changes.Touches<Plan>() && !changes.Touches<SuperiorPlan>() ? former!.Plans : new PlanBook(All<Plan>(), All<SuperiorPlan>());
        if (changes is null || !Plans.NamesLike(former!.Plans))
        {
            (changes, former) = (null, null);
        }
        T Kept<TRow, T>(Func<ViewTables, T> old, Func<T> made) where TRow : Record => former is null || changes!.Touches<TRow>() ? made() : old(former);
        RowIndex<TKey, TRow> Index<TKey, TRow>(Func<ViewTables, RowIndex<TKey, TRow>> old, Func<TRow, Key<TKey>?> keyOf) where TRow : Record =>
            former is null ? RowIndex<TKey, TRow>.Of(All<TRow>(), keyOf) : old(former).After(changes!.Of(typeof(TRow)), keyOf, Order);
        RowIndex<Plan, TRow> ByPlan<TRow>(Func<ViewTables, RowIndex<Plan, TRow>> old, Func<TRow, Key<Plan>> keyOf) where TRow : Record => Index(old, r => Plans.Canonical(keyOf(r)));

        Agencies = Kept<Agency, Dictionary<Key<Agency>, Agency>>(f => f.Agencies, () => All<Agency>().ToDictionary(a => a.Key));
        Lists = Kept<DirectoryList, Dictionary<Key<DirectoryList>, DirectoryList>>(f => f.Lists, () => All<DirectoryList>().ToDictionary(l => l.Key));
        Indicators = Kept<Indicator, Dictionary<Key<Indicator>, Indicator>>(f => f.Indicators, () => All<Indicator>().ToDictionary(i => i.Key));
        identities = Kept<Indicator, Lazy<IndicatorIdentities>>(f => f.identities, () => IdentitiesOf(chain));
        Units = Kept<Unit, UnitTable>(f => f.Units, () => new UnitTable(All<Unit>()));
        policy = former is null || changes!.Touches<PolicyValue>() || former.Day != Day ? PolicyOf(chain[0]) : former.policy;
        Developments = former is null || Plans != former.Plans ? [.. Plans.All.Where(p => p.Kind == PlanKind.Development).OrderBy(p => p.Key.ToString(), StringComparer.Ordinal)] : former.Developments;
        Names = new RecordedNames(this, former?.Names, changes);
        Documents = Index<Document, Document>(f => f.Documents, d => d.Key);
        Acts = ByPlan<Act>(f => f.Acts, a => a.Plan);
        Targets = ByPlan<Target>(f => f.Targets, t => t.Plan);
        Amendments = ByPlan<Amendment>(f => f.Amendments, a => a.Plan);
        Readings = ByPlan<Reading>(f => f.Readings, r => r.Plan);
        AnnualTargets = ByPlan<AnnualTarget>(f => f.AnnualTargets, t => t.Plan);
        Allocations = ByPlan<Allocation>(f => f.Allocations, a => a.Plan);
        Funding = ByPlan<FundingLine>(f => f.Funding, l => l.Plan);
        Exemptions = ByPlan<Exemption>(f => f.Exemptions, e => e.Plan);
        LinksUp = ByPlan<PlanLink>(f => f.LinksUp, l => l.Subordinate);
        LinksDown = ByPlan<PlanLink>(f => f.LinksDown, l => l.Superior);
        Entries = Index<Plan, DirectoryEntry>(f => f.Entries, e => e.Home == Own.District && e.Plan is { } plan ? Plans.Canonical(plan) : null);
        EntriesIn = Index<DirectoryList, DirectoryEntry>(f => f.EntriesIn, e => e.Home == Own.District ? e.List : null);
        UnlinkedEntries = Index<string, DirectoryEntry>(f => f.UnlinkedEntries, e => e.Home == Own.District && e.Plan is null ? TitleOf(e.Title) : null);
        // What the indexes find keys by outlives this constructor, and must not keep every former view alive with its variables.
        (former, changes) = (null, null);
    }

    public IReadOnlyList<DistrictRecords> Chain { get; }
    public RecordedNames Names { get; }
    public DistrictRecords Own => Chain[0];
    public PlanBook Plans { get; }
    public Dictionary<Key<Agency>, Agency> Agencies { get; }
    public Dictionary<Key<DirectoryList>, DirectoryList> Lists { get; }
    public Dictionary<Key<Indicator>, Indicator> Indicators { get; }
    public IndicatorIdentities Identities => identities.Value;
    public UnitTable Units { get; }
    public Policy Policy => policy.Value;
    public IReadOnlyList<Plan> Developments { get; }
    public RowIndex<Document, Document> Documents { get; }
    public RowIndex<Plan, Act> Acts { get; }
    public RowIndex<Plan, Target> Targets { get; }
    public RowIndex<Plan, Amendment> Amendments { get; }
    public RowIndex<Plan, Reading> Readings { get; }
    public RowIndex<Plan, AnnualTarget> AnnualTargets { get; }
    public RowIndex<Plan, Allocation> Allocations { get; }
    public RowIndex<Plan, FundingLine> Funding { get; }
    public RowIndex<Plan, Exemption> Exemptions { get; }
    public RowIndex<Plan, PlanLink> LinksUp { get; }
    public RowIndex<Plan, PlanLink> LinksDown { get; }
    public RowIndex<Plan, DirectoryEntry> Entries { get; }
    public RowIndex<DirectoryList, DirectoryEntry> EntriesIn { get; }
    public RowIndex<string, DirectoryEntry> UnlinkedEntries { get; }

    /// <summary>The default of registry.records_from, where no row says it.</summary>
    private DateOnly Day => Calendar.DayOf(Own.RecordedAt);

    /// <summary>Titles that read alike have one key.</summary>
    public static Key<string> TitleOf(string title) => new(default, TitleKey.Of(title));

    public static Question Kind(PlanKind kind) => new(typeof(Plan), default, Records.Names.Of(kind));

    public IEnumerable<T> All<T>() where T : Record => Chain.SelectMany(d => d.Of<T>());

    /// <summary>Questions that the two may answer differently; null when that may be any.</summary>
    public static HashSet<Question>? Between(ViewTables before, ViewTables after)
    {
        if (RowChanges.Between(before.Chain, after.Chain) is not { } changes || !before.Plans.NamesLike(after.Plans))
        {
            return null;
        }
        var questions = new HashSet<Question>();
        foreach (var (type, rows) in changes.Types)
        {
            questions.Add(Question.Whole(type));
            foreach (var row in rows.All)
            {
                questions.UnionWith(after.QuestionsOf(row));
            }
        }
        if (before.Day != after.Day)
        {
            questions.Add(Question.Whole(typeof(PolicyValue)));
        }
        return questions;
    }

    /// <summary>Every question, but the one for its whole table, whose answer the row is part of.</summary>
    private IEnumerable<Question> QuestionsOf(Record row) => row switch
    {
        Plan plan => [Question.Under(typeof(Plan), plan.Key), Kind(plan.Kind)],
        SuperiorPlan stub => [Question.Under(typeof(Plan), stub.Key), Kind(stub.Kind), Question.Whole(typeof(Plan))],
        _ => new[]
        {
            Documents.QuestionOf(row), Acts.QuestionOf(row), Targets.QuestionOf(row), Amendments.QuestionOf(row), Readings.QuestionOf(row),
            AnnualTargets.QuestionOf(row), Allocations.QuestionOf(row), Funding.QuestionOf(row), Exemptions.QuestionOf(row), LinksUp.QuestionOf(row),
            LinksDown.QuestionOf(row), Entries.QuestionOf(row), EntriesIn.QuestionOf(row), UnlinkedEntries.QuestionOf(row),
        }.OfType<Question>(),
    };

    // Of the rows alone: made late, or never, they hold no tables.
    private static Lazy<IndicatorIdentities> IdentitiesOf(IReadOnlyList<DistrictRecords> chain) => new(() => new IndicatorIdentities(chain.SelectMany(d => d.Of<Indicator>())));

    private static Lazy<Policy> PolicyOf(DistrictRecords own) => new(() => new Policy(own));

    /// <summary>The district's own rows before its superiors', in order of their record codes.</summary>
    private int Order<T>(T one, T other) where T : Record =>
        one.Home == other.Home ? string.CompareOrdinal(one.RecordCode, other.RecordCode) : Place(one.Home).CompareTo(Place(other.Home));

    private int Place(DistrictCode home) => Chain.TakeWhile(d => d.District != home).Count();
}
