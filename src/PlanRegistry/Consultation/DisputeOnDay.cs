using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Consultation;

/// <summary>A dispute with the steps taken by the day.</summary>
public sealed class DisputeOnDay
{
    private static readonly IReadOnlyList<Column> Parts =
    [
        .. new[] { nameof(Dispute.Issue), nameof(Dispute.Positions), nameof(Dispute.HostPosition), nameof(Dispute.Grounds) }
            .Select(RecordShape.Of<Dispute>().Of),
    ];

    private readonly Policy policy;
    private readonly bool isOpen;

    public DisputeOnDay(RegistryView view, Dispute dispute, AsOfDay asOf)
    {
        (Dispute, AsOf) = (dispute, asOf);
        Steps = [.. ConsultationBook.Of(view).Steps[dispute.Key].Where(s => s.On.Last <= asOf)
            .OrderBy(s => s.On.First).ThenBy(s => s.Stage)];
        isOpen = (dispute.Opinions ?? []).Select(key => ConsultationBook.Opinion(view, key)).OfType<Opinion>()
            .Any(o => new OpinionOnDay(view, o, asOf).State == OpinionState.Objected);
        policy = view.Policy;
    }

    public Dispute Dispute { get; }
    public AsOfDay AsOf { get; }

    /// <summary>In their order.</summary>
    public IReadOnlyList<DisputeStep> Steps { get; }

    /// <summary>How far it has come; null before the first step.</summary>
    public DisputeStage? Stage => Steps.Count > 0 ? Steps[^1].Stage : null;

    /// <summary>Said without a paper while an objection that it is about stands open, it is not settled.</summary>
    public DisputeStep? Settlement => Steps.FirstOrDefault(s => s.Stage == DisputeStage.Settled && (s.Document is not null || !isOpen));

    /// <summary>It went to the decision maker with what was submitted (随送审稿说明争议).</summary>
    public DisputeStep? Telling => Steps.FirstOrDefault(s => s.Stage == DisputeStage.Told);

    public bool IsSettled => Settlement is not null;

    /// <summary>Natural days from the first one to its settlement, else to the day.</summary>
    public int Days => (Settlement?.On.Last ?? AsOf.Day).DayNumber - Dispute.OpenedOn.First.DayNumber;

    /// <summary>It should go to superiors (参考值).</summary>
    public bool IsToEscalate => !IsSettled && Days > policy.Of(PolicyKeys.DisputeEscalateDays, Dispute.OpenedOn.First);

    /// <summary>It takes, or took, longer than it should (参考值).</summary>
    public bool IsLate => Days > policy.Of(PolicyKeys.DisputeDays, Dispute.OpenedOn.First);

    /// <summary>Which of the four parts are not told (重大行政决策程序暂行条例 第十三条).</summary>
    public IReadOnlyList<Text> MissingParts =>
        [.. Parts.Where(p => p.Read(Dispute) is null).Select(p => new Text(p.Label, p.Name.Replace('_', ' ')))];

    /// <summary>All four parts are told.</summary>
    public bool TellsAll => MissingParts.Count == 0;

    public static IReadOnlyList<DisputeOnDay> Of(RegistryView view, Key<Plan> plan, AsOfDay asOf) =>
        [.. ConsultationBook.Of(view).Disputes[view.Canonical(plan)].Where(d => d.OpenedOn.Last <= asOf)
            .OrderBy(d => d.OpenedOn.First).ThenBy(d => d.Code, StringComparer.Ordinal).Select(d => new DisputeOnDay(view, d, asOf))];

    /// <summary>
    /// The plan's disputes that are not settled on the snapshot's day: each is to be told with what is submitted, and says by
    /// <see cref="TellsAll"/> whether it can be.
    /// </summary>
    public static IReadOnlyList<DisputeOnDay> Unresolved(PlanOnDay plan) =>
        [.. Of(plan.Snapshot.View, plan.Key, plan.AsOf).Where(d => !d.IsSettled)];
}
