using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Amendments;

/// <summary>The rows of a plan that stood when its approval, or the proposal of an amendment, was recorded.</summary>
internal sealed class RowsThen
{
    private readonly PlanOnDay plan;
    private readonly Past past;
    private readonly Point bound;

    /// <param name="first">What was recorded then.</param>
    private RowsThen(PlanOnDay plan, Record first, PartialDate on)
    {
        (this.plan, past) = (plan, PastOf(plan));
        BoundAt = first.RecordedAt;
        bound = PointOf(first, on.Last < plan.Snapshot.RecordsFrom);
    }

    /// <summary>Recorded again under another code, or withdrawn and recorded anew, it is the approval that it was.</summary>
    public static RowsThen Of(PlanOnDay plan, Act approval) => new(plan,
        plan.Snapshot.View.ActsOf[plan.Key].Concat(PastOf(plan).Of<Act>(plan.Key).Select(o => (Act)o.Row))
            .Where(a => a.Counts && a.Type == approval.Type && a.About == approval.About && a.Version == approval.Version
                && (a.RecordCode == approval.RecordCode || a.On == approval.On))
            .MinBy(a => a.Seq)!, approval.On);

    /// <summary>Its own record may have been corrected since; the targets that came with it tell when it came.</summary>
    public static RowsThen Of(PlanOnDay plan, Amendment amendment) => new(plan,
        PastOf(plan).Of<Target>(plan.Key).Select(o => (Target)o.Row).Concat(plan.Snapshot.View.TargetsOf[plan.Key])
            .Where(t => t.Version == amendment.Version).Append<Record>(amendment).MinBy(r => r.Seq)!, amendment.ProposedOn);

    private static Past PastOf(PlanOnDay plan) => plan.Snapshot.View.Kept(v => new Past(v));

    /// <summary>Whether a row of the plan stands no more, or a target came in another entry than the others.</summary>
    public static bool MayDiffer(PlanOnDay plan)
    {
        var (view, past) = (plan.Snapshot.View, PastOf(plan));
        return past.Of<Record>(plan.Key).Any() || view.TargetsOf[plan.Key].DistinctBy(t => t.Seq).Skip(1).Any()
            || view.TargetsOf[plan.Key].Any(t => past.Of(t.Indicator).Any())
            || view.SubmissionItemsOf[plan.Key].Any(i => past.Of(i.Document).Any())
            || view.SubmissionItemsOf[plan.Key].Where(i => i.Paper == SubmissionPaper.Draft).Skip(1).Any();
    }

    /// <summary>
    /// Of several approvals of a version the one that binds: the first, and after it each that was given anew, by a paper of its own and
    /// not before the day on which what it found had been mended.
    /// </summary>
    public static Act? BindingOf(PlanOnDay plan, IEnumerable<Act> approvals)
    {
        var past = PastOf(plan);
        List<Act> given = [];
        Act? binding = null;
        foreach (var act in approvals)
        {
            var mended = past.Of<Record>(plan.Key).Concat(plan.Snapshot.View.TargetsOf[plan.Key].SelectMany(t => past.Of(t.Indicator)))
                .Where(o => o.Until <= act.Seq && o.Row is not Act)
                .Select(o => Calendar.DayOf(o.RetiredAt)).DefaultIfEmpty(DateOnly.MinValue).Max();
            if (binding is null || (act.Document is { } paper && given.TrueForAll(g => g.Document != paper) && act.On.First >= mended))
            {
                binding = act;
            }
            given.Add(act);
        }
        return binding;
    }

    public DateTimeOffset BoundAt { get; }

    public int BoundSeq => bound.Seq;

    /// <summary>Null where it was recorded later than its approval.</summary>
    public Plan? Plan => Stood<Plan>(past.Of<Plan>(plan.Key), [plan.Plan], bound).FirstOrDefault();

    /// <summary>Of a version; where none was recorded by then, those that were recorded first.</summary>
    public IEnumerable<Target> Targets(int version)
    {
        var old = past.Of<Target>(plan.Key).Where(o => ((Target)o.Row).Version == version).ToList();
        var now = plan.Snapshot.View.TargetsOf[plan.Key].Where(t => t.Version == version).ToList();
        var first = old.Select(o => o.Row).Concat(now).MinBy(t => t.Seq);
        return first is null ? []
            : Stood(old, now, first.Seq > bound.Seq ? PointOf(first, bound.OpenUntil is not null) : bound);
    }

    /// <summary>What an indicator of the district meant; null of one that stands in another ledger.</summary>
    public Indicator? IndicatorOf(Key<Indicator> key) => plan.Snapshot.View.Indicator(key) is { } now && now.Home == plan.Plan.Home
        ? Stood<Indicator>(past.Of(key), [now], bound).FirstOrDefault() : null;

    /// <summary>The files of the draft.</summary>
    public IEnumerable<Document> Drafts()
    {
        var view = plan.Snapshot.View;
        return Stood(past.Of<SubmissionItem>(plan.Key), view.SubmissionItemsOf[plan.Key], bound)
            .Where(i => i.Paper == SubmissionPaper.Draft)
            .SelectMany(i => Stood<Document>(past.Of(i.Document), view.Document(i.Document) is { } now ? [now] : [], bound))
            .Where(d => d.Sha256 is not null).DistinctBy(d => d.Sha256);
    }

    /// <summary>On which day a file was said to be the draft.</summary>
    public DateOnly AddedOn(Document draft) => plan.Snapshot.View.SubmissionItemsOf[plan.Key]
        .Where(i => i.Paper == SubmissionPaper.Draft && i.Document == draft.Key).Select(i => Calendar.DayOf(i.RecordedAt))
        .DefaultIfEmpty(Calendar.DayOf(draft.RecordedAt)).Max();

    public IEnumerable<Document> DraftsNow() => plan.Snapshot.View.SubmissionItemsOf[plan.Key]
        .Where(i => i.Paper == SubmissionPaper.Draft).Select(i => plan.Snapshot.View.Document(i.Document)).OfType<Document>()
        .Where(d => d.Sha256 is not null).DistinctBy(d => d.Sha256);

    /// <summary>On which day a row that stood then was recorded otherwise or withdrawn; a draft, or that it was one.</summary>
    public DateOnly GoneOn(Record then) => past.Of<Record>(plan.Key)
        .Concat(then switch { Document d => past.Of(d.Key), Indicator i => past.Of(i.Key), _ => [] })
        .Where(o => o.Row.Id == then.Id || (o.Row is SubmissionItem item && then is Document file && item.Document == file.Key))
        .Where(o => o.Until > bound.Seq).Select(o => (DateOnly?)Calendar.DayOf(o.RetiredAt)).Min() ?? plan.AsOf.Day;

    private Point PointOf(Record first, bool isHistory) => new(first.Seq, !isHistory ? null
        : Calendar.DayOf(first.RecordedAt).AddDays(
            plan.Snapshot.Policy.Of(PolicyKeys.OverwritingDays, Calendar.DayOf(first.RecordedAt))));

    private static IEnumerable<T> Stood<T>(IEnumerable<Outdated> old, IEnumerable<T> now, Point at) where T : Record =>
        old.Where(o => at.Saw(o.Row.Seq, o.Row.RecordedAt) && !at.Saw(o.Until, o.RetiredAt)).Select(o => (T)o.Row)
            .Concat(now.Where(r => at.Saw(r.Seq, r.RecordedAt)));

    /// <param name="OpenUntil">Until when what is mended belongs to the first recording: of what lies before the records began.</param>
    private sealed record Point(int Seq, DateOnly? OpenUntil)
    {
        public bool Saw(int seq, DateTimeOffset at) => seq <= Seq || Calendar.DayOf(at) <= OpenUntil;
    }

    /// <summary>What the district's ledger remembers of rows that stand no more.</summary>
    private sealed class Past(RegistryView view)
    {
        private readonly ILookup<Key<Plan>, Outdated> ofPlans = view.Own.Outdated.Where(o => o.Row is not (Document or Indicator))
            .ToLookup(o => view.Canonical(o.Row switch
            {
                Plan p => p.Key,
                Target t => t.Plan,
                Act a => a.Plan,
                var item => ((SubmissionItem)item).Plan,
            }));

        private readonly ILookup<Key<Document>, Outdated> ofDocuments = view.Own.Outdated.Where(o => o.Row is Document)
            .ToLookup(o => ((Document)o.Row).Key);

        private readonly ILookup<Key<Indicator>, Outdated> ofIndicators = view.Own.Outdated.Where(o => o.Row is Indicator)
            .ToLookup(o => ((Indicator)o.Row).Key);

        public IEnumerable<Outdated> Of(Key<Indicator> indicator) => ofIndicators[indicator];

        public IEnumerable<Outdated> Of<T>(Key<Plan> plan) => ofPlans[plan].Where(o => o.Row is T);

        public IEnumerable<Outdated> Of(Key<Document> document) => ofDocuments[document];
    }
}
