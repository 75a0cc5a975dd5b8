using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Consultation;

/// <summary>An opinion with what has come of it by the day.</summary>
public sealed class OpinionOnDay
{
    public OpinionOnDay(RegistryView view, Opinion opinion, AsOfDay asOf)
    {
        (Opinion, AsOf) = (opinion, asOf);
        var book = ConsultationBook.Of(view);
        var handlings = book.Handlings[opinion.Key].Where(h => h.On.Last <= asOf).ToList();
        First = handlings.Find(h => h.Stage == HandlingStage.First);
        Review = handlings.Find(h => h.Stage == HandlingStage.Review);
        Objection = book.Objections[opinion.Key].FirstOrDefault(o => o.On.Last <= asOf);
    }

    public Opinion Opinion { get; }
    public AsOfDay AsOf { get; }
    public Handling? First { get; }
    public Objection? Objection { get; }
    public Handling? Review { get; }

    /// <summary>What holds: the review's word goes before the first one.</summary>
    public Handling? Holding => Review ?? First;

    public ReplyKind Kind => Opinion.Kind;

    /// <summary>It says something to be weighed, in whatever form.</summary>
    public bool IsWeighed => Kind != ReplyKind.NoOpinion;

    public OpinionState State => !IsWeighed ? OpinionState.NothingToHandle
        : Review is not null ? OpinionState.Reviewed
        : Objection is not null ? OpinionState.Objected
        : First is not null ? OpinionState.Handled
        : OpinionState.Open;

    /// <summary>Handled, with a reason unless adopted, and any objection reviewed.</summary>
    public bool IsDone => State is OpinionState.NothingToHandle
        || (State is OpinionState.Handled or OpinionState.Reviewed && !Holding!.LacksReason);

    /// <summary>The review was by who had handled it first; null where one of the two is not recorded, or there was no review.</summary>
    public bool? IsReviewedByTheFirst =>
        Review?.Handler is { } again && First?.Handler is { } first ? Persons.AreOne(again, first) : null;
}
