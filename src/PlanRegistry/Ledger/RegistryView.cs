using System.Collections.Concurrent;
using PlanRegistry.Amendments;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Hierarchy;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Ledger;

/// <summary>
/// Everything visible at a vector: a district's records and its superiors', with the lookups that decisions need. Immutable;
/// a lookup is made when it is first asked for, and two threads that ask at once may each make one: either answers the same.
/// </summary>
/// <param name="chain">The district first, then its superiors upwards.</param>
public sealed class RegistryView(IReadOnlyList<DistrictRecords> chain)
{
    private readonly ConcurrentDictionary<Key<Plan>, PlanHistory> histories = [];
    private readonly ConcurrentDictionary<Type, object> kept = [];

    public IReadOnlyList<DistrictRecords> Chain { get; } = chain;

    /// <summary>
    /// What a command would make of the registry, if it were written: its vector may come to mean something else, so that nobody may keep
    /// under it what is worked out from here.
    /// </summary>
    public bool IsRehearsal { get; init; }

    /// <summary>Rules that are tried as if they were in force otherwise; none but in a trial.</summary>
    public IReadOnlyList<RuleTrial> RuleTrials { get; init; } = [];

    /// <summary>What a rule demands by a day is tried as if nobody owed it.</summary>
    public bool IsTriedOff(Obliged what, AsOfDay day) => RuleTrials.Any(t => t.What == what && !t.InForceOn(day, isInForce: true));

    public RegistryView WithRules(IReadOnlyList<RuleTrial> tried) =>
        tried.Count == 0 ? this : new(Chain) { IsRehearsal = true, RuleTrials = tried };

    /// <summary>What a decision would make of it, to decide further on; a refused one makes nothing of it.</summary>
    public RegistryView With(Decision decision) => With(Code, [.. decision.Changes.Select(c => c.Recorded).OfType<Record>()],
        [.. decision.Changes.Select(c => c.Retired).OfType<Record>()]);

    /// <summary>What one more entry in the ledger of a district of the chain would make of it.</summary>
    public RegistryView With(DistrictCode home, IReadOnlyList<Record> recorded, IReadOnlyList<Record>? retired = null) =>
        recorded.Count + (retired?.Count ?? 0) == 0 ? this
            : new([.. Chain.Select(d => d.District != home ? d
                : d.After(d.Seq + 1, d.RecordedAt, [.. recorded.Select(r => Told(r, d))], retired ?? []))])
            {
                IsRehearsal = true, RuleTrials = RuleTrials,
            };

    public DistrictRecords Own => Chain[0];
    public DistrictCode Code => Own.District;
    public Vector Vector => field ??= new Vector([.. Chain.Select(d => new LedgerHead(d.District, d.Seq))]);

    /// <summary>The district's own record; null while its ledger is empty.</summary>
    public District? District => Of<District>().FirstOrDefault();

    /// <summary>Plans of this district, of its superiors, and stubs that no real plan hides.</summary>
    public IReadOnlyCollection<Plan> Plans => Book.All;

    /// <summary>The development plans among them, in order of their keys.</summary>
    public IReadOnlyList<Plan> DevelopmentPlans =>
        field ??= [.. Plans.Where(p => p.Kind == PlanKind.Development).OrderBy(p => p.Key.ToString(), StringComparer.Ordinal)];

    public RowIndex<Plan, Act> ActsOf => field ??= ByPlan<Act>(a => a.Plan);
    public RowIndex<Plan, SubmissionItem> SubmissionItemsOf => field ??= ByPlan<SubmissionItem>(i => i.Plan);
    public RowIndex<Plan, Target> TargetsOf => field ??= ByPlan<Target>(t => t.Plan);
    public RowIndex<Plan, Amendment> AmendmentsOf => field ??= ByPlan<Amendment>(a => a.Plan);
    public RowIndex<Plan, Reading> ReadingsOf => field ??= ByPlan<Reading>(r => r.Plan);
    public RowIndex<Plan, ReadingSettlement> ReadingSettlementsOf => field ??= ByPlan<ReadingSettlement>(s => s.Plan);
    public RowIndex<Plan, AnnualTarget> AnnualTargetsOf => field ??= ByPlan<AnnualTarget>(t => t.Plan);
    public RowIndex<Plan, Allocation> AllocationsOf => field ??= ByPlan<Allocation>(a => a.Plan);
    public RowIndex<Plan, FundingLine> FundingOf => field ??= ByPlan<FundingLine>(l => l.Plan);
    public RowIndex<Plan, Exemption> ExemptionsOf => field ??= ByPlan<Exemption>(e => e.Plan);
    public RowIndex<Plan, PlanLink> LinksUp => field ??= ByPlan<PlanLink>(l => l.Subordinate);
    public RowIndex<Plan, PlanLink> LinksDown => field ??= ByPlan<PlanLink>(l => l.Superior);
    public RowIndex<Plan, DirectoryEntry> EntriesOf =>
        field ??= new(Of<DirectoryEntry>(), e => e.Plan is { } plan ? Canonical(plan) : null);
    public RowIndex<DirectoryList, DirectoryEntry> EntriesIn => field ??= new(Of<DirectoryEntry>(), e => e.List);
    public UnitTable Units => field ??= new UnitTable(All<Unit>());
    public Policy Policy => field ??= new Policy(this);

    private PlanBook Book => field ??= new PlanBook(All<Plan>(), All<SuperiorPlan>());
    private Dictionary<Key<Agency>, Agency> Agencies => field ??= All<Agency>().ToDictionary(a => a.Key);
    private Dictionary<Key<Document>, Document> Documents => field ??= All<Document>().ToDictionary(d => d.Key);
    private Dictionary<Key<DirectoryList>, DirectoryList> Lists => field ??= All<DirectoryList>().ToDictionary(l => l.Key);
    private Dictionary<Key<Indicator>, Indicator> Indicators => field ??= All<Indicator>().ToDictionary(i => i.Key);
    private IndicatorIdentities Identities => field ??= new IndicatorIdentities(All<Indicator>());
    private ILookup<string, DirectoryEntry> Unlinked =>
        field ??= Of<DirectoryEntry>().Where(e => e.Plan is null).ToLookup(e => TitleKey.Of(e.Title));

    private ILookup<string, DirectoryEntry> NearlyUnlinked => field ??=
        Of<DirectoryEntry>().Where(e => e.Plan is null).ToLookup(e => TitleNearness.Subject(e.Title, DistrictNames));

    /// <summary>Rows of the district and its superiors, the district's first.</summary>
    public IEnumerable<T> All<T>() where T : Record => Chain.SelectMany(d => d.Of<T>());

    /// <summary>The district's own rows.</summary>
    public IReadOnlyList<T> Of<T>() where T : Record => Own.Of<T>();

    /// <summary>Entries that name no plan and have a title that reads like this one.</summary>
    public IEnumerable<DirectoryEntry> UnlinkedEntries(string title) => Unlinked[TitleKey.Of(title)];

    /// <summary>Entries that name no plan and have a title that may mean this one.</summary>
    public IEnumerable<DirectoryEntry> NearlyUnlinkedEntries(string title) =>
        TitleNearness.Subject(title, DistrictNames) is { Length: > 0 } subject ? NearlyUnlinked[subject] : [];

    /// <summary>Of the district and of those above it.</summary>
    public IReadOnlyList<string> DistrictNames => field ??= [.. All<District>().Select(d => d.Name)];

    public Plan? Plan(Key<Plan> key) => Book.Find(key);

    public SuperiorPlan? Stub(Key<Plan> key) => Book.Stub(key);

    /// <summary>The key of the plan that is seen under this key: a stub's becomes the real plan's.</summary>
    public Key<Plan> Canonical(Key<Plan> key) => Book.Canonical(key);

    public PlanHistory History(Key<Plan> key) => histories.GetOrAdd(Canonical(key),
        known => new PlanHistory(this, Plan(known) ?? throw new ArgumentException($"No plan {key} in this view.", nameof(key))));

    public Agency? Agency(Key<Agency>? key) => key is { } k ? Agencies.GetValueOrDefault(k) : null;

    /// <summary>The agency on the day: where it has ended, the one that succeeded it.</summary>
    public Agency? AgencyOn(Key<Agency>? key, AsOfDay day)
    {
        var agency = Agency(key);
        for (var step = 0; agency is { SucceededBy: { } next } && !agency.ExistsOn(day) && step < 16; step++)
        {
            agency = Agency(next) ?? agency;
        }
        return agency;
    }

    public Document? Document(Key<Document>? key) => key is { } k ? Documents.GetValueOrDefault(k) : null;

    public DirectoryList? List(Key<DirectoryList>? key) => key is { } k ? Lists.GetValueOrDefault(k) : null;

    public Indicator? Indicator(Key<Indicator> key) => Indicators.GetValueOrDefault(key);

    /// <summary>The row of a record id, in this district or a superior; null when it is not visible here.</summary>
    public Record? Find(RecordId id) => Chain.Where(d => d.District == id.District).Select(d => d.Find(id.Table, id.Code)).FirstOrDefault();

    /// <summary>When the registry first heard of a record that is visible here.</summary>
    public DateTimeOffset FirstRecordedAt(Record record) => Chain.First(d => d.District == record.Home).FirstRecordedAt(record);

    /// <summary>One token for all codes of the same indicator: equal codes, else equal names or aliases after normalising.</summary>
    public string Identity(Key<Indicator> key) => Identities.Of(key);

    /// <summary>The agency that has this role at this tier on the day; the district's own record first.</summary>
    public Agency? AgencyFor(AgencyRole role, PlanTier tier, AsOfDay day) =>
        All<Agency>().FirstOrDefault(a => a.Is(role, tier) && a.ExistsOn(day)) ?? All<Agency>().FirstOrDefault(a => a.Is(role, tier));

    /// <summary>What somebody works out from this view, kept as long as the view is.</summary>
    public T Kept<T>(Func<RegistryView, T> make) where T : class => (T)kept.GetOrAdd(typeof(T), _ => make(this));

    private static Record Told(Record row, DistrictRecords ledger) => row with
    {
        RecordCode = row.RecordCode is { Length: > 0 } code ? code : RecordShape.Of(row.GetType()).KeyOf(row),
        Seq = ledger.Seq + 1, RecordedAt = ledger.RecordedAt,
    };

    private RowIndex<Plan, TRow> ByPlan<TRow>(Func<TRow, Key<Plan>> keyOf)
        where TRow : Record => new(All<TRow>(), r => Canonical(keyOf(r)));
}
