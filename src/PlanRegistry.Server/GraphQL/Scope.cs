using PlanRegistry.Access;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Reviews;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Backups;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.Indicators;

namespace PlanRegistry.Server.GraphQL;

/// <summary>
/// What everything below one <c>district(...)</c> is read from: a snapshot, judged when a judged field is first asked for,
/// whether its day and moment were asked for, and who asks. Every node carries its scope, so two days in one request never mix.
/// What lies outside of what the caller sees is not in <see cref="View"/>, <see cref="Plans"/> and <see cref="Findings"/>, and these
/// are all that nodes and fields are made from; <see cref="Snapshot"/> and <see cref="Judgement"/> are whole, since what is judged is.
/// </summary>
public sealed class Scope(Snapshot snapshot, DateOnly? asOf, DateTimeOffset? knownAt, Judgements judgements, Caller caller)
{
    private readonly Sight? sight = caller.SightOf(snapshot.View);
    private IReadOnlyList<Finding>? told;
    private Scope? asItIs;

    public Caller Caller { get; } = caller;

    /// <summary>Where other days and other moments are judged.</summary>
    public Judgements Judgements { get; } = judgements;

    public Snapshot Snapshot { get; } = snapshot;

    public Judgement Judgement => field ??= asItIs is { } real ? Judgements.Of(Snapshot, real.Judgement) : Judgements.Of(Snapshot);

    public RegistryView View => sight?.View ?? Snapshot.View;

    /// <summary>The district's own plans.</summary>
    public IEnumerable<PlanOnDay> Plans => sight is null ? Snapshot.OwnPlans : Snapshot.OwnPlans.Where(p => sight.IsOwn(p.Key));

    public IReadOnlyList<Finding> Findings =>
        told ?? (sight is null ? Judgement.Findings : field ??= [.. Judgement.Findings.Where(sight.Sees)]);

    /// <summary>What is owed, as far as the caller sees it: worked out once, however often a page asks.</summary>
    internal IReadOnlyList<OwedDuty> Owed => field ??= [.. Reviews.Owed.Of(this)];

    /// <summary>Whether some of the district is hidden from the caller.</summary>
    public bool IsPartial => sight is not null;

    public bool Shows(Finding finding) => sight is null || sight.Sees(finding);

    /// <summary>Whether a plan is the caller's, where not all are.</summary>
    public bool IsTheirs(Key<Plan>? plan) => sight is null || (plan is { } key && sight.IsOwn(key));

    /// <summary>Of a plan that is seen.</summary>
    public IEnumerable<Finding> FindingsOf(Key<Plan> plan) =>
        sight is null ? Judgement.Of(plan) : Judgement.Of(plan).Where(sight.Sees);

    /// <summary>The same for whom it is read, on another day or in another state.</summary>
    public Scope On(Snapshot other, DateOnly? asOf, DateTimeOffset? knownAt) => new(other, asOf, knownAt, Judgements, Caller);

    /// <summary>The same of what something that is tried would make of the district.</summary>
    public Scope Tried(RegistryView view) =>
        new(new Snapshot(view, Snapshot.AsOf.Unwatched), GivenAsOf, GivenKnownAt, Judgements, Caller) { asItIs = this };

    /// <summary>The same, telling of its findings these alone: what something would open.</summary>
    public Scope Telling(IReadOnlyList<Finding> findings) => new(Snapshot, GivenAsOf, GivenKnownAt, Judgements, Caller) { told = findings };

    /// <summary>What the caller sees of another state of the district.</summary>
    public RegistryView Seen(RegistryView view) => Caller.SightOf(view)?.View ?? view;

    /// <summary>As of today.</summary>
    public Scope Today() => Judgements.Scope(View.Code, Caller)!;

    /// <summary>The day asked for; null: today, whenever the id is used again.</summary>
    public DateOnly? GivenAsOf { get; } = asOf;

    public DateTimeOffset? GivenKnownAt { get; } = knownAt;

    /// <summary>A walk goes on in the state that its first page was read from, whatever has been written since.</summary>
    public Scope At(PageArguments page)
    {
        if ((page.After ?? page.Before) is not { } cursor || !Cursor.TryRead(cursor, out var parts))
        {
            return this;
        }
        if (Cursor.DayOf(parts.List) is { } day && day != Snapshot.AsOf.Unwatched)
        {
            throw Cursor.OfAnotherDay(page.After is null ? "before" : "after", day, Snapshot.AsOf.Unwatched);
        }
        if (parts.Vector == Sealed || !IsOfDistrict(parts.Vector))
        {
            return this;
        }
        var vector = VectorOf(parts.Vector, page.After is null ? "before" : "after");
        return Judgements.AtHand(vector, Snapshot.AsOf.Unwatched) is { } snapshot
            ? On(snapshot, GivenAsOf, GivenKnownAt)
            : throw RequestErrors.Request("翻页期间登记册有新的记录，开始翻页时的状态已不再保存。请不带游标，从第一页重新读起。",
                "Records were written since this walk began, and the state that it began with is kept no longer: "
                    + "begin again without a cursor.");
    }

    /// <summary>The vector as cursors hold it.</summary>
    public string Sealed => field ??= RequestErrors.Telling(() => Judgements.Registry.Sealed(View.Vector));

    /// <summary>The cursor, which must be one of entries that the registry has.</summary>
    public string? Own(string? after, string argument)
    {
        if (after is not null && Cursor.TryRead(after, out var parts) && parts.Vector != Sealed && IsOfDistrict(parts.Vector))
        {
            VectorOf(parts.Vector, argument);
        }
        return after;
    }

    private bool IsOfDistrict(string vector) => vector.StartsWith($"{View.Code}:", StringComparison.Ordinal);

    private Vector VectorOf(string sealedVector, string argument) => RequestErrors.Telling(() => Judgements.Registry.Unsealed(sealedVector))
        ?? throw RequestErrors.Request(BackupWords.OfAnotherLife(argument));

    public string IdOf(Record record) => NodeId.Of(this, Capabilities.NodeOf(record.GetType())!.Name, record.Id.District, record.Id.Code);

    /// <summary>Null where there is none, or none that is seen.</summary>
    public PlanNode? Plan(Key<Plan>? key) =>
        key is { } k && Snapshot.Plan(k) is { } plan && (sight is null || View.Plan(plan.Key) is not null)
            ? new PlanNode(plan, this) : null;

    public PlanNode PlanOf(Key<Plan> key) =>
        Plan(key) ?? throw (IsPartial ? Caller.NotTheirs()
            : new InvalidOperationException($"Plan {key} is named by a record but is not in the view."));

    public AgencyNode? Agency(Key<Agency>? key) => View.Agency(key) is { } agency ? new AgencyNode(agency, this) : null;

    public AgencyNode? Agency(Agency? agency) => agency is null ? null : new AgencyNode(agency, this);

    public IReadOnlyList<AgencyNode>? Agencies(IReadOnlyList<Key<Agency>>? keys) =>
        keys?.Select(k => Agency(k)).OfType<AgencyNode>().ToList();

    public DocumentNode? Document(Key<Document>? key) => View.Document(key) is { } document ? new DocumentNode(document, this) : null;

    public DirectoryListNode? List(Key<DirectoryList>? key) => View.List(key) is { } list ? new DirectoryListNode(list, this) : null;

    public IndicatorNode IndicatorOf(Key<Indicator> key) =>
        View.Indicator(key) is { } indicator
            ? new IndicatorNode(indicator, this)
            : throw new InvalidOperationException($"Indicator {key} is named by a record but is not in the view.");

    public FindingNode Finding(Finding finding) => new(finding, this);

    /// <summary>What stands here and not there.</summary>
    public IReadOnlyList<FindingNode> FindingsNotIn(Scope? other) =>
        [.. Findings.NotIn(other?.Findings ?? []).Select(Finding)];

    /// <summary>The node of a record as it is seen here; null for record types that are no nodes.</summary>
    public INode? Node(Record record) => Capabilities.NodeOf(record.GetType())?.Show(record, this);

    /// <summary>The node that a finding's subject or fact names.</summary>
    public INode? Node(RecordId? id)
    {
        if (id is not { } wanted)
        {
            return null;
        }
        if (View.Find(wanted) is { } record)
        {
            return Node(record);
        }
        // A stub shows as a plan of the district that it stands for.
        return wanted.Table == RecordShape.Of<Plan>().Table ? Plan(new Key<Plan>(wanted.District, wanted.Code)) : null;
    }
}
