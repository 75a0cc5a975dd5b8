using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Consultation;

/// <summary>A round of a plan on the day, begun since the records are complete: what rules judge of it.</summary>
public sealed class ConsultedRound : IFact
{
    private ConsultedRound(PlanOnDay of, RoundOnDay round) => (Of, OnDay) = (of, round);

    public PlanOnDay Of { get; }
    public RoundOnDay OnDay { get; }
    public Key<Plan> Plan => Of.Key;
    public RecordId Id => OnDay.Round.Id;
    public Audience Audience => OnDay.Round.Audience;

    /// <summary>The first submission after it was opened.</summary>
    public Act? Submission => field ??= SubmissionAfter(Of, OnDay.Round.OpenedOn);

    /// <summary>Not handled, or objected to and not reviewed, when the plan was submitted.</summary>
    public IReadOnlyList<OpinionOnDay> Submitted => Submission is not { } act ? []
        : [.. OnDay.Undone.Where(o => o.Opinion.On.First <= act.On.Last)];

    /// <summary>The same, past the days for handling them.</summary>
    public IReadOnlyList<OpinionOnDay> Overdue => field ??= [.. OnDay.Undone.Where(o => DueOn(o) < Of.AsOf)];

    public IReadOnlyList<OpinionOnDay> Owed => Submitted.Count > 0 ? Submitted : Overdue;

    /// <summary>The last day for handling the first of those that are owed; null where nothing of it is due.</summary>
    public DateOnly? HandlingDue => OnDay.Undone.Select(DueOn).Min();

    public IReadOnlyList<OpinionOnDay> Incomplete => [.. OnDay.Incomplete];

    public IReadOnlyList<OpinionOnDay> ReviewedByTheFirst => [.. OnDay.Opinions.Where(o => o.IsReviewedByTheFirst == true)];

    public IReadOnlyList<OpinionOnDay> ReviewedByNobodyKnown =>
        [.. OnDay.Opinions.Where(o => o.Review is not null && o.IsReviewedByTheFirst is null)];

    /// <summary>The days that the public should have.</summary>
    public int PublicDays => Of.Snapshot.Policy.Of(PolicyKeys.PublicDays, OnDay.Round.OpenedOn.First, Of.Kind);

    /// <summary>Shorter than that; null where the days recorded do not tell it.</summary>
    public bool? IsShort => OnDay.Lasts is not { } lasts ? null
        : lasts.AtMost < PublicDays ? true : lasts.AtLeast >= PublicDays ? false : null;

    public string? ShorterBecause => OnDay.Round.ShorterBecause;

    /// <summary>Collecting is over, the round is not closed, and fewer replies came than is usual.</summary>
    public bool LacksReplies => OnDay is { State: RoundState.Handling, Statistics.Recovery: { } share }
        && share < Of.Snapshot.Policy.Of(PolicyKeys.RecoveryReference, Of.AsOf, Of.Kind) && OnDay.Silent.Count > 0;

    /// <summary>The agencies that have not replied, by name.</summary>
    public Text Silent => Text.Join(OnDay.Silent
        .Select(a => (Text)(Of.Snapshot.View.AgencyOn(a, Of.AsOf)?.Name ?? a.Code)));

    public FactLine Say() => new("ConsultationRound", Id, new Text(
        $"{OnDay.Round.OpenedOn.InWords().Zh}起征求{Terms.Of(Audience).Zh}意见（{OnDay.Round.Code}，{Terms.Of(OnDay.State).Zh}）",
        $"round {OnDay.Round.Code} to {Terms.Of(Audience).En}, opened on {OnDay.Round.OpenedOn} ({Terms.Of(OnDay.State).En})"));

    public static IEnumerable<ConsultedRound> On(PlanOnDay plan) => RoundOnDay.Of(plan.Snapshot.View, plan.Key, plan.AsOf)
        .Where(r => r.Round.OpenedOn.First >= plan.Snapshot.RecordsFrom).Select(r => new ConsultedRound(plan, r));

    /// <summary>The plan's first submission on or after a day.</summary>
    internal static Act? SubmissionAfter(PlanOnDay plan, PartialDate day) => plan.ActsAbout(ActAbout.Plan)
        .FirstOrDefault(a => a.Type == ActType.Submitted && a.On.Last >= day.Last);

    private DateOnly? DueOn(OpinionOnDay opinion) => OnDay.CollectedOn is not { } collected ? null
        : (opinion.Opinion.On.Last > collected ? opinion.Opinion.On.Last : collected)
            .AddDays(Of.Snapshot.Policy.Of(PolicyKeys.IntegrationDays, collected, Of.Kind));
}
