using PlanRegistry.Ledger;
using PlanRegistry.Records;
using static PlanRegistry.Consultation.ConsultationProblem;

namespace PlanRegistry.Consultation;

/// <summary>
/// Whether what is recorded of a consultation may be corrected or withdrawn: nobody's word becomes another's, and what a later step rests
/// on stands as long as that step does.
/// </summary>
public static class ConsultationCorrections
{
    /// <summary>What a row is about and whose it is: set by the entry that recorded it.</summary>
    private static readonly string[] Fixed =
    [
        nameof(Opinion.Round), nameof(Opinion.Plan), nameof(Opinion.Agency), nameof(Handling.Opinion), nameof(Handling.Stage),
        nameof(Handling.Handler), nameof(DisputeStep.Dispute), nameof(ConsultationRound.Audience),
    ];

    /// <param name="by">Who corrects.</param>
    /// <param name="isCommission">For the reform commission, or as the operator of a registry without accounts.</param>
    /// <param name="nameOf">The name of whoever handled it.</param>
    public static Problem? Objection(RegistryView view, Change change, Actor by, bool isCommission, Func<Handling?, string?> nameOf) =>
        change.Retired is not { } was || Consulted.PlanOf(was) is null ? null
            : OfWhatIsFixed(was, change.Recorded, isCommission)
                ?? (Overwrites(was, change.Recorded) ? Followed(view, was) : null)
                ?? (was is Handling handling ? OfAnother(view, handling, change.Recorded, by, isCommission, nameOf) : null)
                ?? (change.Recorded is { } now ? Again(view, was, now) : null);

    private static bool Overwrites(Record was, Record? now) =>
        now is null || RecordShape.Of(was.GetType()).Columns.Any(c => c.IsOverwritten(was, now));

    /// <summary>Who handled an imported opinion is filled in by the commission, and by nobody who would review it then.</summary>
    private static Problem? OfWhatIsFixed(Record was, Record? now, bool isCommission) => now is null ? null
        : RecordShape.Of(was.GetType()).Columns.FirstOrDefault(c => Fixed.Contains(c.Property) && !c.Same(now, was)
            && (c.Value(was) is not null || (c.Property == nameof(Handling.Handler) && !isCommission))) is not { } column ? null
        : column.Property == nameof(Handling.Handler)
            ? At(Names.Camel(column.Name), "经办账户以台账记载为准，不能更正；历史资料未录入的，由区发展改革委补录。",
                "Who handled an opinion is told by the ledger and cannot be corrected; of imported records the reform commission adds it.",
                code: ProblemCode.NotAllowed)
        : At(Names.Camel(column.Name), $"{column.Label}登记后不能更正：登记有误的，请撤销这一记录后重新登记。",
            $"{column.Name} cannot be corrected once it is recorded: withdraw the record and record it anew.",
            code: ProblemCode.NotAllowed);

    private static Problem? Followed(RegistryView view, Record was) => was switch
    {
        Opinion opinion => Closed(view, opinion) ?? OfOpinion(new OpinionOnDay(view, opinion, DateOnly.MaxValue)),
        Handling handling => About(view, handling.Opinion) is not { } about ? null
            : Closed(view, about.Opinion) ?? OfHandling(about, handling.Stage),
        Objection objection => About(view, objection.Opinion) is not { } about ? null
            : Closed(view, about.Opinion) ?? (about.Review is null ? null
                : At("id", "异议已经复核：须先撤销复核记录，再更正或者撤销异议。",
                    "The objection has been reviewed: withdraw the review first, then correct or withdraw the objection.")),
        Dispute dispute => OfDispute(new DisputeOnDay(view, dispute, DateOnly.MaxValue)),
        _ => null,
    };

    private static Problem? OfOpinion(OpinionOnDay opinion) => opinion.Holding is null ? null
        : At("id", $"意见“{opinion.Opinion.Code}”已经办理：须先由经办人或者区发展改革委撤销办理记录，再更正意见并重新办理。",
            $"The opinion {opinion.Opinion.Code} has been handled: who handled it or the reform commission withdraws the handling first, "
                + "then the opinion is corrected and handled anew.", Handled);

    private static Problem? OfHandling(OpinionOnDay opinion, HandlingStage stage) =>
        stage == HandlingStage.First && (opinion.Objection is not null || opinion.Review is not null)
            ? At("id", "对这一办理已有异议，初次办理不再更正或者撤销，由另一人复核，以复核为准；异议确属误登的，须先撤销异议。",
                "The handling has been objected to and is neither corrected nor withdrawn: another person reviews it, and that holds. "
                    + "Where the objection is an error, withdraw that first.")
            : null;

    private static Problem? OfDispute(DisputeOnDay dispute) => (dispute.Settlement ?? dispute.Telling) is not { } step ? null
        : At("id", $"争议“{dispute.Dispute.Code}”已登记{Terms.Of(step.Stage).Zh}：须先撤销该环节，再更正争议内容。",
            $"The dispute {dispute.Dispute.Code} has the step {Terms.Of(step.Stage).En}: withdraw that first, then correct the dispute.");

    private static Problem? Closed(RegistryView view, Opinion opinion) =>
        ConsultationBook.Round(view, opinion.Round) is { ClosedOn: { } closed } round
            ? At("id", $"第{round.Code}轮征求意见已于{closed.InWords().Zh}办结，其意见、办理和异议不再更正；确有错误的，须先更正该轮的办结日期，重新办理后再办结。",
                $"The round {round.Code} was closed on {closed}, and its opinions, handlings and objections stand: "
                    + "where one is wrong, take the day of closing back first, and close it again when all is handled.", Handled)
            : null;

    /// <summary>
    /// A handling is a person's: mended by who did it, taken back by the commission too, and a review never by who handled it first.
    /// </summary>
    private static Problem? OfAnother(RegistryView view, Handling handling, Record? now, Actor by, bool isCommission,
        Func<Handling?, string?> nameOf)
    {
        if (handling.Handler is not { } handler || handler == by.Id)
        {
            return null;
        }
        return now is not null || !isCommission
            ? At("id", "办理和复核记录由经办人本人更正或者撤销；经办人不能办理的，由区发展改革委撤销，再由有关人员重新办理。",
                "A handling is corrected or withdrawn by who did it; where they cannot, the reform commission withdraws it, "
                    + "and it is done anew.", code: ProblemCode.NotAllowed)
            : handling.Stage == HandlingStage.Review && About(view, handling.Opinion) is { } about
                && OpinionChecks.SamePerson(about, by.Id, nameOf(about.First), by.Name) is { } same ? same with { Path = ["id"] }
            : null;
    }

    /// <summary>The corrected row is held to what its step asks.</summary>
    private static Problem? Again(RegistryView view, Record was, Record now) => (was, now) switch
    {
        (Opinion before, Opinion after) => after.Kind == ReplyKind.Incomplete && before.Kind != ReplyKind.Incomplete
            ? OpinionChecks.Incomplete(after) : OpinionChecks.Early(ConsultationBook.Round(view, after.Round), after),
        (Handling { Handler: not null }, Handling after) when About(view, after.Opinion) is { } about =>
            (after.Stage == HandlingStage.First ? OpinionChecks.Handling(view, about, after)
                : OpinionChecks.Reviewing(about, after, null, "")).FirstOrDefault(),
        (DisputeStep { Document: not null }, DisputeStep { Stage: DisputeStage.Settled, Document: null }) => DisputeChecks.NoPaper,
        (ConsultationRound before, ConsultationRound after) => RoundChecks.Correcting(view, before, after, Overwrites(before, after)),
        _ => null,
    };

    private static OpinionOnDay? About(RegistryView view, Key<Opinion> key) =>
        ConsultationBook.Opinion(view, key) is { } opinion ? new OpinionOnDay(view, opinion, DateOnly.MaxValue) : null;
}
