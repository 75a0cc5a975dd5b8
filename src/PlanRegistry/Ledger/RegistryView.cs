using PlanRegistry.Amendments;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Funding;
using PlanRegistry.Hierarchy;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Ledger;

/// <summary>Everything visible at a vector: a district's records and its superiors', with the lookups that decisions need. Immutable.</summary>
public sealed class RegistryView
{
    private readonly Dictionary<Key<Agency>, Agency> agencies;
    private readonly Dictionary<Key<Document>, Document> documents;
    private readonly Dictionary<Key<DirectoryList>, DirectoryList> lists;
    private readonly Dictionary<Key<Indicator>, Indicator> indicators;
    private readonly PlanBook plans;
    private readonly Lazy<IndicatorIdentities> identities;
    private readonly Dictionary<Key<Plan>, PlanHistory> histories = [];

    /// <param name="chain">The district first, then its superiors upwards.</param>
    public RegistryView(IReadOnlyList<DistrictRecords> chain)
    {
        Chain = chain;
        Vector = new Vector([.. chain.Select(d => new LedgerHead(d.District, d.Seq))]);
        District = Own.Of<District>().FirstOrDefault();
        agencies = All<Agency>().ToDictionary(a => a.Key);
        documents = All<Document>().ToDictionary(d => d.Key);
        lists = All<DirectoryList>().ToDictionary(l => l.Key);
        indicators = All<Indicator>().ToDictionary(i => i.Key);
        plans = new PlanBook(this);
        identities = new(() => new IndicatorIdentities(All<Indicator>()));
        ActsOf = ByPlan<Act>(a => a.Plan);
        TargetsOf = ByPlan<Target>(t => t.Plan);
        AmendmentsOf = ByPlan<Amendment>(a => a.Plan);
        ReadingsOf = ByPlan<Reading>(r => r.Plan);
        AnnualTargetsOf = ByPlan<AnnualTarget>(t => t.Plan);
        AllocationsOf = ByPlan<Allocation>(a => a.Plan);
        FundingOf = ByPlan<FundingLine>(f => f.Plan);
        ExemptionsOf = ByPlan<Exemption>(e => e.Plan);
        EntriesOf = Own.Of<DirectoryEntry>().Where(e => e.Plan is not null).ToLookup(e => Canonical(e.Plan!.Value));
        EntriesIn = Own.Of<DirectoryEntry>().ToLookup(e => e.List);
        LinksUp = ByPlan<PlanLink>(l => l.Subordinate);
        LinksDown = ByPlan<PlanLink>(l => l.Superior);
        Units = new UnitTable(All<Unit>());
    }

    public IReadOnlyList<DistrictRecords> Chain { get; }
    public DistrictRecords Own => Chain[0];
    public Vector Vector { get; }
    public DistrictCode Code => Own.District;

    /// <summary>The district's own record; null while its ledger is empty.</summary>
    public District? District { get; }

    /// <summary>Plans of this district, of its superiors, and stubs that no real plan hides.</summary>
    public IReadOnlyCollection<Plan> Plans => plans.All;

    public ILookup<Key<Plan>, Act> ActsOf { get; }
    public ILookup<Key<Plan>, Target> TargetsOf { get; }
    public ILookup<Key<Plan>, Amendment> AmendmentsOf { get; }
    public ILookup<Key<Plan>, Reading> ReadingsOf { get; }
    public ILookup<Key<Plan>, AnnualTarget> AnnualTargetsOf { get; }
    public ILookup<Key<Plan>, Allocation> AllocationsOf { get; }
    public ILookup<Key<Plan>, FundingLine> FundingOf { get; }
    public ILookup<Key<Plan>, Exemption> ExemptionsOf { get; }
    public ILookup<Key<Plan>, DirectoryEntry> EntriesOf { get; }
    public ILookup<Key<DirectoryList>, DirectoryEntry> EntriesIn { get; }
    public ILookup<Key<Plan>, PlanLink> LinksUp { get; }
    public ILookup<Key<Plan>, PlanLink> LinksDown { get; }
    public UnitTable Units { get; }

    /// <summary>Rows of the district and its superiors, the district's first.</summary>
    public IEnumerable<T> All<T>() where T : Record => Chain.SelectMany(d => d.Of<T>());

    public Plan? Plan(Key<Plan> key) => plans.Find(key);

    public SuperiorPlan? Stub(Key<Plan> key) => plans.Stub(key);

    /// <summary>The key of the plan that is seen under this key: a stub's becomes the real plan's.</summary>
    public Key<Plan> Canonical(Key<Plan> key) => plans.Canonical(key);

    public PlanHistory History(Key<Plan> key)
    {
        lock (histories)
        {
            return histories.TryGetValue(Canonical(key), out var known) ? known
                : histories[Canonical(key)] = new PlanHistory(this, Plan(key) ?? throw new ArgumentException($"No plan {key} in this view.", nameof(key)));
        }
    }

    public Agency? Agency(Key<Agency>? key) => key is { } k && agencies.TryGetValue(k, out var agency) ? agency : null;

    /// <summary>The agency on the day: where it has ended, the one that succeeded it.</summary>
    public Agency? AgencyOn(Key<Agency>? key, DateOnly day)
    {
        var agency = Agency(key);
        for (var step = 0; agency is { SucceededBy: { } next } && !agency.ExistsOn(day) && step < 16; step++)
        {
            agency = Agency(next) ?? agency;
        }
        return agency;
    }

    public Document? Document(Key<Document>? key) => key is { } k && documents.TryGetValue(k, out var document) ? document : null;

    public DirectoryList? List(Key<DirectoryList>? key) => key is { } k && lists.TryGetValue(k, out var list) ? list : null;

    public Indicator? Indicator(Key<Indicator> key) => indicators.GetValueOrDefault(key);

    /// <summary>The row of a record id, in this district or a superior; null when it is not visible here.</summary>
    public Record? Find(RecordId id) => Chain.Where(d => d.District == id.District).Select(d => d.Find(id.Table, id.Code)).FirstOrDefault();

    /// <summary>One token for all codes of the same indicator: equal codes, else equal names or aliases after normalising.</summary>
    public string Identity(Key<Indicator> key) => identities.Value.Of(key);

    /// <summary>The agency that has this role at this tier on the day; the district's own record first.</summary>
    public Agency? AgencyFor(AgencyRole role, PlanTier tier, DateOnly day) =>
        All<Agency>().FirstOrDefault(a => a.Is(role, tier) && a.ExistsOn(day)) ?? All<Agency>().FirstOrDefault(a => a.Is(role, tier));

    private ILookup<Key<Plan>, T> ByPlan<T>(Func<T, Key<Plan>> key) where T : Record => All<T>().ToLookup(r => Canonical(key(r)));
}
