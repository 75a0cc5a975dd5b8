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

/// <summary>
/// Everything visible at a vector: a district's records and its superiors', with the lookups that decisions need. Immutable, but for one that is
/// <see cref="Watched"/>: that one stands where its owner puts it, and tells every question that it is asked.
/// </summary>
public sealed class RegistryView
{
    private readonly Standing standing;
    private readonly Action<Question>? ask;
    private readonly Dictionary<Key<Plan>, PlanHistory> histories = [];

    /// <param name="chain">The district first, then its superiors upwards.</param>
    /// <param name="former">A view of the same district from which this one differs little; it shares what is equal.</param>
    public RegistryView(IReadOnlyList<DistrictRecords> chain, RegistryView? former = null)
    {
        standing = new Standing { Tables = new ViewTables(chain, former?.Tables) };
        Code = chain[0].District;
    }

    private RegistryView(Standing standing, Action<Question> ask) => (this.standing, this.ask, Code) = (standing, ask, standing.Tables.Own.District);

    public DistrictCode Code { get; }

    /// <summary>Not of a watched view, as the next ones: who reads rows past the questions could not be told when these change.</summary>
    public IReadOnlyList<DistrictRecords> Chain => ask is null ? Tables.Chain : throw new InvalidOperationException("A watched view shows no ledger: ask it for rows.");
    public DistrictRecords Own => Chain[0];
    public Vector Vector => field ??= new Vector([.. Chain.Select(d => new LedgerHead(d.District, d.Seq))]);

    /// <summary>The district's own record; null while its ledger is empty.</summary>
    public District? District => Of<District>().FirstOrDefault();

    /// <summary>Plans of this district, of its superiors, and stubs that no real plan hides.</summary>
    public IReadOnlyCollection<Plan> Plans => Asked(Question.Whole(typeof(Plan))).Plans.All;

    /// <summary>The development plans among them, in order of their keys.</summary>
    public IReadOnlyList<Plan> DevelopmentPlans => Asked(ViewTables.Kind(PlanKind.Development)).Developments;

    public Rows<Plan, Act> ActsOf => new(Tables.Acts, ask);
    public Rows<Plan, Target> TargetsOf => new(Tables.Targets, ask);
    public Rows<Plan, Amendment> AmendmentsOf => new(Tables.Amendments, ask);
    public Rows<Plan, Reading> ReadingsOf => new(Tables.Readings, ask);
    public Rows<Plan, AnnualTarget> AnnualTargetsOf => new(Tables.AnnualTargets, ask);
    public Rows<Plan, Allocation> AllocationsOf => new(Tables.Allocations, ask);
    public Rows<Plan, FundingLine> FundingOf => new(Tables.Funding, ask);
    public Rows<Plan, Exemption> ExemptionsOf => new(Tables.Exemptions, ask);
    public Rows<Plan, DirectoryEntry> EntriesOf => new(Tables.Entries, ask);
    public Rows<DirectoryList, DirectoryEntry> EntriesIn => new(Tables.EntriesIn, ask);
    public Rows<Plan, PlanLink> LinksUp => new(Tables.LinksUp, ask);
    public Rows<Plan, PlanLink> LinksDown => new(Tables.LinksDown, ask);
    public UnitTable Units => Asked(Question.Whole(typeof(Unit))).Units;
    public Policy Policy => Asked(Question.Whole(typeof(PolicyValue))).Policy;

    /// <summary>Rows of the district and its superiors, the district's first.</summary>
    public IEnumerable<T> All<T>() where T : Record => Asked(Question.Whole(typeof(T))).All<T>();

    /// <summary>The district's own rows.</summary>
    public IReadOnlyList<T> Of<T>() where T : Record => Asked(Question.Whole(typeof(T))).Own.Of<T>();

    /// <summary>Entries that name no plan and have a title that reads like this one.</summary>
    public IReadOnlyList<DirectoryEntry> UnlinkedEntries(string title) => new Rows<string, DirectoryEntry>(Tables.UnlinkedEntries, ask)[ViewTables.TitleOf(title)];

    public Plan? Plan(Key<Plan> key) => Asked(Question.Under(typeof(Plan), key)).Plans.Find(key);

    public SuperiorPlan? Stub(Key<Plan> key) => Asked(Question.Under(typeof(Plan), key)).Plans.Stub(key);

    /// <summary>The key of the plan that is seen under this key: a stub's becomes the real plan's.</summary>
    public Key<Plan> Canonical(Key<Plan> key) => Tables.Plans.Canonical(key);

    public PlanHistory History(Key<Plan> key)
    {
        lock (histories)
        {
            return ask is null && histories.TryGetValue(Canonical(key), out var known) ? known
                : histories[Canonical(key)] = new PlanHistory(this, Plan(Canonical(key)) ?? throw new ArgumentException($"No plan {key} in this view.", nameof(key)));
        }
    }

    public Agency? Agency(Key<Agency>? key) => key is { } k ? Asked(Question.Whole(typeof(Agency))).Agencies.GetValueOrDefault(k) : null;

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

    public Document? Document(Key<Document>? key) => key is { } k ? new Rows<Document, Document>(Tables.Documents, ask)[k].FirstOrDefault() : null;

    public DirectoryList? List(Key<DirectoryList>? key) => key is { } k ? Asked(Question.Whole(typeof(DirectoryList))).Lists.GetValueOrDefault(k) : null;

    public Indicator? Indicator(Key<Indicator> key) => Asked(Question.Whole(typeof(Indicator))).Indicators.GetValueOrDefault(key);

    /// <summary>The row of a record id, in this district or a superior; null when it is not visible here.</summary>
    public Record? Find(RecordId id) => Chain.Where(d => d.District == id.District).Select(d => d.Find(id.Table, id.Code)).FirstOrDefault();

    /// <summary>One token for all codes of the same indicator: equal codes, else equal names or aliases after normalising.</summary>
    public string Identity(Key<Indicator> key) => Asked(Question.Whole(typeof(Indicator))).Identities.Of(key);

    /// <summary>The agency that has this role at this tier on the day; the district's own record first.</summary>
    public Agency? AgencyFor(AgencyRole role, PlanTier tier, DateOnly day) =>
        All<Agency>().FirstOrDefault(a => a.Is(role, tier) && a.ExistsOn(day)) ?? All<Agency>().FirstOrDefault(a => a.Is(role, tier));

    /// <summary>The same view, which tells every question put to it.</summary>
    internal RegistryView Watched(Standing at, Action<Question> told) => new(at, told);

    internal ViewTables Tables => standing.Tables;

    /// <summary>What intake finds records by.</summary>
    internal RecordedNames Names => Tables.Names;

    private ViewTables Asked(Question question)
    {
        ask?.Invoke(question);
        return Tables;
    }
}

/// <summary>The tables that watched views answer from: their owner moves them on.</summary>
internal sealed class Standing
{
    public required ViewTables Tables { get; set; }
}
