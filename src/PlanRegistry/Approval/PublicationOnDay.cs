using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>What is open about the approval of a plan that is issued or published.</summary>
public enum ApprovalDoubt { NothingElseRecorded, LevelNotRecorded, OfficeAlone, BodyInDoubt, Order, StepAfterwards }

/// <summary>A plan of the district that is issued or published, and how that stands to the approval that its level demands.</summary>
public sealed class PublicationOnDay : IFact
{
    private readonly List<Act> others;
    private readonly Act? doubtful;
    private readonly Act? rough;

    private PublicationOnDay(PlanOnDay plan, Act publication)
    {
        (Of, Publication) = (plan, publication);
        Approval = plan.IsApproved ? plan.History.Approval : null;
        // In this month or year, and perhaps before today.
        rough = Approval is null && plan.History.Approval is { } told && told.On.First <= plan.AsOf ? told : null;
        others = [.. plan.ActsAbout(ActAbout.Plan).Where(a => a.Type is not (ActType.Published or ActType.Issued))];
        doubtful = Approval is null ? plan.ActsAbout(ActAbout.Plan).FirstOrDefault(a => plan.History.IsApproval(a) is null) : null;
    }

    public PlanOnDay Of { get; }
    public Act Publication { get; }

    /// <summary>The act by which it was approved as it must be; null when there is none by the day.</summary>
    public Act? Approval { get; }

    /// <summary>The same, or one of which the day is too rough to say that it has come.</summary>
    public Act? ApprovalAsTold => Approval ?? rough;

    public Key<Plan> Plan => Of.Key;
    public RecordId Id => Publication.Id;

    public static IEnumerable<PublicationOnDay> On(PlanOnDay plan) =>
        plan.Exists && plan.IsPublished && plan.History.Publication is { } publication && publication.On.Last >= plan.Snapshot.RecordsFrom
            ? [new PublicationOnDay(plan, publication)] : [];

    /// <summary>Other acts are recorded, and no approval among them but perhaps another body's.</summary>
    public bool IsUnapproved => Approval is null && rough is null && doubtful is null && others.Count > 0;

    /// <summary>What approved it instead.</summary>
    public Act? ByAnother => others.FirstOrDefault(a => PlanHistory.IsApprovalType(a.Type));

    public DateOnly UnapprovedSince => others[0].On.Last is var first && first > Publication.On.Last ? first : Publication.On.Last;

    /// <summary>Surely before its approval.</summary>
    public bool IsBeforeItsApproval => Approval is not null && Publication.On.IsBefore(Approval.On) is true;

    public bool IsOpen => WhyOpen is not null;

    public ApprovalDoubt? WhyOpen =>
        Approval is { } approval
            ? IsBeforeItsApproval ? null
            : Publication.On != approval.On && Publication.On.IsBefore(approval.On) is null ? ApprovalDoubt.Order
            : StepAfterwards is not null ? ApprovalDoubt.StepAfterwards
            : null
        : rough is not null ? ApprovalDoubt.Order
        : doubtful is not null ? Of.History.WordOf(doubtful).State switch
            {
                EntitlementState.Doubtful => ApprovalDoubt.BodyInDoubt,
                EntitlementState.Unsaid when !doubtful.Agencies.Any() => ApprovalDoubt.BodyInDoubt,
                EntitlementState.Unsaid => ApprovalDoubt.OfficeAlone,
                _ => ApprovalDoubt.LevelNotRecorded,
            }
        : others.Count == 0 ? ApprovalDoubt.NothingElseRecorded
        : null;

    /// <summary>A step that belongs before the approval and surely came after it.</summary>
    public Act? StepAfterwards => Approval is { } approval
        ? others.Find(a => a.Type is ActType.DraftingStarted or ActType.Submitted && a.On.IsAfter(approval.On) is true) : null;

    /// <summary>The act that the doubt is about, beside the publication.</summary>
    public Act? InDoubt => WhyOpen switch
    {
        ApprovalDoubt.Order => null,
        ApprovalDoubt.StepAfterwards => StepAfterwards,
        _ => doubtful,
    };

    /// <summary>Why it is in doubt who approved it.</summary>
    public Text BodyDoubt => WhyOpen == ApprovalDoubt.BodyInDoubt ? Of.History.WordOf(doubtful!).Why : default;

    public DateOnly OpenSince =>
        new[] { Publication, InDoubt, WhyOpen is ApprovalDoubt.StepAfterwards ? Approval : null }.OfType<Act>().Max(a => a.On.Last);

    /// <summary>区政府批准、审定、印发、发布或者区委审定.</summary>
    public Text Demanded => ApprovalDemand.Name(Of.Plan);

    public FactLine Say() => RecordLines.Say(Publication, Of.Snapshot.View);
}
