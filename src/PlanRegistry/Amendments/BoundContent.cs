using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Amendments;

/// <summary>
/// 批准内容: what the last approval of a plan binds (its columns that an approval fixes, the targets of that version and what their indicators
/// mean, the files of the draft) as the ledger had it when the approval was recorded, and what of it reads otherwise now. Worked out from
/// the ledger alone. An empty cell that is filled, and what was first recorded later, is no change; of an approval from before the records
/// began, nor is what was mended in the first days.
/// </summary>
public sealed class BoundContent : IFact
{
    /// <summary>What gives a number its meaning.</summary>
    private static readonly IReadOnlyList<Column> Meaning =
        [.. new[] { nameof(Indicator.Name), nameof(Indicator.Unit), nameof(Indicator.Direction), nameof(Indicator.Measure),
            nameof(Indicator.ReadingBasis) }.Select(RecordShape.Of<Indicator>().Of)];

    private readonly RowsThen rows;

    private BoundContent(PlanOnDay plan, Act approval, int version)
    {
        (Of, Approval, Version) = (plan, approval, version);
        rows = RowsThen.Of(plan, approval);
        Changed = [.. OfThePlan().Concat(OfTheTargets()).Concat(OfTheIndicators()).Concat(OfTheDraft())];
    }

    public PlanOnDay Of { get; }
    public Act Approval { get; }
    public int Version { get; }
    public Key<Plan> Plan => Of.Key;
    public RecordId Id => new("bound_contents", Of.Plan.Home, $"{Of.Plan.Code}@{Version}");

    /// <summary>When the approval was first recorded.</summary>
    public DateTimeOffset BoundAt => rows.BoundAt;

    public int BoundSeq => rows.BoundSeq;

    public IReadOnlyList<ContentChange> Changed { get; }

    /// <summary>Whether what was approved is what stands.</summary>
    public bool Holds => Changed.Count == 0;

    /// <summary>Whether a target reads otherwise: what an approval is about above all.</summary>
    public bool HasOtherTargets => Changed.Any(c => c.Record is Target);

    /// <summary>sha256 of what was approved.</summary>
    public string Hash => HashOf(rows.Plan, rows.Targets(TargetVersion), rows.IndicatorOf, rows.Drafts());

    /// <summary>The same of what stands now.</summary>
    public string HashNow => HashOf(Of.Plan, TargetsNow, key => Of.Snapshot.View.Indicator(key), rows.DraftsNow());

    /// <summary>Of a plan that is a secret now nothing is told of what it was called before.</summary>
    public static BoundContent? OfPlan(PlanOnDay plan) =>
        plan is { IsOwn: true, Tier: PlanTier.District, IsApproved: true, Plan.IsSecret: false } && ApprovalOf(plan) is { } approval
            ? new BoundContent(plan, approval, plan.Targets.Version) : null;

    /// <summary>
    /// Where it no longer holds, from the day on which the first of it was recorded otherwise. Of most plans nothing was ever corrected,
    /// which is seen at once.
    /// </summary>
    public static IEnumerable<BoundContent> On(PlanOnDay plan) =>
        plan.Exists && RowsThen.MayDiffer(plan) && OfPlan(plan) is { Holds: false } content && content.Changed.Any(c => c.On <= plan.AsOf)
            ? [content] : [];

    public FactLine Say() => new("BoundContent", Approval.Id, new Text(
        $"{Of.Named.Zh}第{Version}版的批准内容（{Calendar.DayOf(BoundAt).InWords().Zh}记入，台账第{BoundSeq}条）",
        $"what was approved as version {Version} of {Of.Named.En} (entry {BoundSeq}, {Calendar.DayOf(BoundAt):yyyy-MM-dd})"));

    /// <summary>Of the version in force: who approves anew approves what stands then.</summary>
    private static Act? ApprovalOf(PlanOnDay plan) => plan.Targets.Version == 1
        ? RowsThen.BindingOf(plan, plan.ActsAbout(ActAbout.Plan)
            .Where(a => PlanHistory.IsApprovalType(a.Type) && plan.History.IsApproval(a) is true)) ?? plan.History.Approval
        : RowsThen.BindingOf(plan, TargetSet.VersionApprovals(plan.History)
            .Where(a => a.Version == plan.Targets.Version && a.On.Last <= plan.AsOf).Select(a => a.Act));

    /// <summary>A version without rows of its own keeps those before it.</summary>
    private int TargetVersion => Of.Targets.Targets.Count > 0 ? Of.Targets.Targets[0].Version : Version;

    private IEnumerable<Target> TargetsNow => Of.Snapshot.View.TargetsOf[Plan].Where(t => t.Version == TargetVersion);

    private IEnumerable<ContentChange> OfThePlan() => rows.Plan is not { } then ? []
        : RecordShape.Of<Plan>().Columns.Where(c => c.IsFixedByApproval && c.Read(then) is not null && !c.Alike(then, Of.Plan))
            .Select(c => new ContentChange(Of.Plan, c, then, Of.Plan, rows.GoneOn(then)));

    private IEnumerable<ContentChange> OfTheTargets()
    {
        var then = rows.Targets(TargetVersion).ToDictionary(t => t.RecordCode, StringComparer.Ordinal);
        if (then.Count == 0)
        {
            return [];
        }
        var now = TargetsNow.ToDictionary(t => t.RecordCode, StringComparer.Ordinal);
        return then.Keys.Union(now.Keys).Order(StringComparer.Ordinal)
            .SelectMany(code => Between(then.GetValueOrDefault(code), now.GetValueOrDefault(code)));
    }

    private IEnumerable<ContentChange> Between(Target? then, Target? now) =>
        then is null ? [new(now!, null, null, now, Calendar.DayOf(now!.RecordedAt))]
        : now is null ? [new(then, null, then, null, rows.GoneOn(then))]
        : RecordShape.Of<Target>().Columns.Where(c => c.Property != nameof(Target.Plan) && c.Read(then) is not null && !c.Same(then, now))
            .Select(c => new ContentChange(now, c, then, now, rows.GoneOn(then)));

    private IEnumerable<ContentChange> OfTheIndicators() => rows.Targets(TargetVersion).Select(t => t.Indicator).Distinct()
        .SelectMany(key => rows.IndicatorOf(key) is { } then && Of.Snapshot.View.Indicator(key) is { } now
            ? Meaning.Where(c => c.Read(then) is not null && !c.Same(then, now))
                .Select(c => new ContentChange(now, c, then, now, rows.GoneOn(then)))
            : []);

    /// <summary>The file that was approved must be there still, and no other beside it that was said to be the draft only later.</summary>
    private IEnumerable<ContentChange> OfTheDraft()
    {
        var sha256 = RecordShape.Of<Document>().Of(nameof(Document.Sha256));
        var (then, now) = (rows.Drafts().ToList(), rows.DraftsNow().ToList());
        var gone = then.Where(d => now.TrueForAll(n => n.Sha256 != d.Sha256)).ToList();
        return gone.Select(d => new ContentChange(Of.Snapshot.View.Document(d.Key) ?? d, sha256,
                d, now.Find(n => n.Id == d.Id) ?? now.FirstOrDefault(), rows.GoneOn(d)))
            .Concat(then.Count == 0 || gone.Count > 0 ? [] : now.Where(n => then.TrueForAll(d => d.Sha256 != n.Sha256))
                .Select(n => new ContentChange(n, null, null, n, rows.AddedOn(n))));
    }

    private static string HashOf(
        Plan? plan, IEnumerable<Target> targets, Func<Key<Indicator>, Indicator?> indicator, IEnumerable<Document> drafts)
    {
        using var hash = new TextHash();
        foreach (var column in RecordShape.Of<Plan>().Columns.Where(c => plan is not null && c.IsFixedByApproval))
        {
            hash.Add(column.Name).Add(column.Read(plan!));
        }
        foreach (var target in targets.OrderBy(t => t.RecordCode, StringComparer.Ordinal))
        {
            hash.Add(RecordShape.Of<Target>().ContentHash(target));
            if (indicator(target.Indicator) is { } meant && meant.Home == target.Home)
            {
                foreach (var column in Meaning)
                {
                    hash.Add(column.Name).Add(column.Read(meant));
                }
            }
        }
        foreach (var file in drafts.Select(d => d.Sha256).Order(StringComparer.Ordinal))
        {
            hash.Add(file);
        }
        return hash.ToHex();
    }
}
