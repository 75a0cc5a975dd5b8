using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Implementation;

/// <summary>An indicator, a task or a target handed down that nobody answers for yet, and the day by which somebody should.</summary>
/// <param name="By">The amendment that brought it in, where its day is reckoned from that.</param>
public sealed record OpenItem(Text Name, Record Source, DateOnly Due, (int Version, PartialDate On)? By = null);

/// <summary>
/// 分解落实: whether what the development plan in force says is to be reached and done is decomposed to agencies by the day. Told of a plan
/// published since the registry keeps records, and of any of which an assignment is recorded.
/// </summary>
public sealed class Decomposition : IFact
{
    /// <summary>区政府办公室 and those whose office it is, or who issue with it (003 三、(四)).</summary>
    private static readonly AgencyRole[] Decomposers =
        [AgencyRole.GovernmentOffice, AgencyRole.Government, AgencyRole.PartyOffice, AgencyRole.PartyCommittee];

    private readonly AssignmentBook book;
    private readonly List<Assignment> made;

    private Decomposition(PlanOnDay plan, List<Assignment> made)
    {
        (Of, this.made) = (plan, made);
        book = AssignmentBook.Of(plan.Snapshot.View);
        Undone = [.. Indicators().Concat(Tasks())];
        Open = [.. Undone.Where(i => i.Due < plan.AsOf)];
    }

    public PlanOnDay Of { get; }

    public Key<Plan> Plan => Of.Key;

    public RecordId Id => new("decompositions", Of.Id.District, Of.Plan.Code);

    public bool IsBegun => made.Count > 0;

    /// <summary>What nobody answers for yet, whether its day has come or not: indicators first, then tasks, by their codes.</summary>
    public IReadOnlyList<OpenItem> Undone { get; }

    /// <summary>Overdue.</summary>
    public IReadOnlyList<OpenItem> Open { get; }

    /// <summary>Decomposed by a body that does not do so.</summary>
    public IReadOnlyList<(Assignment Assignment, Agency By)> ByOthers =>
        [.. made.Select(a => (Assignment: a, By: Of.Snapshot.View.Agency(a.By)!))
            .Where(a => a.By is { } by && !Decomposers.Contains(by.Role))];

    public DateOnly Published => Of.History.PublishedOn!.Value.Last;

    public bool IsPartial => IsBegun && Open.Count > 0;

    public bool IsUntold => !IsBegun && Open.Count > 0;

    public bool IsByOthers => ByOthers.Count > 0;

    public static IEnumerable<Decomposition> On(PlanOnDay plan)
    {
        if (plan is not { IsOwn: true, Kind: PlanKind.Development, Status: PlanStatus.InForce }
            || plan.History.PublishedOn is not { } published)
        {
            return [];
        }
        var made = AssignmentBook.Of(plan.Snapshot.View).AssignmentsOf(plan.Key, plan.AsOf).ToList();
        return made.Count == 0 && published.First < plan.Snapshot.RecordsFrom ? [] : [new Decomposition(plan, made)];
    }

    /// <summary>The last day for what holds since a day, by the row in force then.</summary>
    internal static DateOnly DueFrom(PlanOnDay plan, DateOnly since) =>
        since.AddDays(plan.Snapshot.Policy.Of(PolicyKeys.DecompositionDays, since, plan.Kind));

    public FactLine Say() => new(nameof(Decomposition), null, new Text(
        $"任务分工：已分解{made.Count}项，逾期未分解{Open.Count}项",
        $"decomposition: {made.Count} assigned, {Open.Count} overdue"));

    /// <summary>What an amendment brought in is due from when the amended targets hold.</summary>
    private IEnumerable<OpenItem> Indicators()
    {
        var view = Of.Snapshot.View;
        var held = view.TargetsOf[Of.Key].ToLookup(t => t.Version, t => view.Identity(t.Indicator));
        var original = held.MinBy(g => g.Key)?.ToHashSet(StringComparer.Ordinal) ?? [];
        var amendments = TargetSet.VersionApprovals(Of.History).Where(a => a.On.Last <= Of.AsOf && a.On.Last >= Published
            && !Of.VoidVersions.Contains(a.Version)).ToList();
        var done = made.Where(a => a.Indicator is not null).Select(a => view.Identity(a.Indicator!.Value)).ToHashSet();
        foreach (var (indicator, identity) in Of.Indicators.Select(i => (i.Indicator, i.Identity)).Where(i => !done.Contains(i.Identity)))
        {
            (int Version, PartialDate On)? by = null;
            if (!original.Contains(identity) && amendments.Find(a => held[a.Version].Contains(identity)) is { Act: not null } amendment)
            {
                by = (amendment.Version, amendment.On);
            }
            yield return new OpenItem(new Text($"指标“{indicator.Name}”", $"the indicator {indicator.Name}"), indicator,
                DueFrom(Of, by?.On.Last ?? Published), by);
        }
    }

    private IEnumerable<OpenItem> Tasks()
    {
        var done = made.Select(a => a.Task).OfType<Key<PlanTask>>().ToHashSet();
        return book.TasksOf(Of.Key).Where(t => !done.Contains(t.Key)).Select(t => new OpenItem(
            new Text($"{Terms.Of(t.Kind).Zh}“{t.Title}”", $"the {Terms.Of(t.Kind).En} {t.Title}"), t, DueFrom(Of, Published)));
    }
}
