using GraphQLEngine;
using PlanRegistry.Access;
using PlanRegistry.Catalogue;
using PlanRegistry.Consultation;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Consultation;

/// <summary>Each is read as a row of its table is, and then held to what the step asks: the same row, whole, is what is written.</summary>
[Resolves("Mutation")]
public static class ConsultationMutations
{
    public static OpenConsultationPayload OpenConsultation(OpenConsultationInput input, [Service] CommandDesk desk) =>
        new(desk.Run("openConsultation", input, view =>
        {
            var opened = input.OpenedOn ?? desk.Judgements.Today;
            return RowIntake.Add(view, [InputRows.Of<ConsultationRound>(input,
                (nameof(ConsultationRound.Code),
                    input.Code ?? ConsultationCodes.Next($"{input.Plan}-C", Codes<ConsultationRound>(view, r => r.Code))),
                (nameof(ConsultationRound.OpenedOn), opened),
                (nameof(ConsultationRound.DueOn), input.DueOn ?? RoundChecks.DueOn(view, input.Audience, opened.First)))])
                .Held<ConsultationRound>(round => RoundChecks.Opening(view, round));
        }));

    public static RecordOpinionPayload RecordOpinion(RecordOpinionInput input, [Service] CommandDesk desk) =>
        new(desk.Run("recordOpinion", input, view => About<ConsultationRound>(view, "round", input.Round, round =>
            RowIntake.Add(view, [InputRows.Of<Opinion>(input,
                (nameof(Opinion.Code), input.Code ?? ConsultationCodes.Next($"{round.Code}-", Codes<Opinion>(view, o => o.Code), "000")),
                (nameof(Opinion.Plan), round.Plan.Within(view.Code)),
                (nameof(Opinion.Agency), input.Agency ?? (round.Audience != Audience.Agencies || desk.Caller.Role == Role.ReformCommission
                    ? null : desk.Caller.OwnAgency(view)?.Within(view.Code))),
                (nameof(Opinion.On), input.On ?? desk.Judgements.Today))])
                .Held<Opinion>(opinion => OpinionChecks.Recording(view, round, opinion)))));

    public static HandleOpinionPayload HandleOpinion(HandleOpinionInput input, [Service] CommandDesk desk) =>
        new(desk.Run("handleOpinion", input, view => Handle(view, input, HandlingStage.First, desk,
            (opinion, handling) => OpinionChecks.Handling(view, opinion, handling))));

    public static ReviewHandlingPayload ReviewHandling(ReviewHandlingInput input, [Service] CommandDesk desk) =>
        new(desk.Run("reviewHandling", input, view => desk.Caller.Actor.Role is null ? Decision.Refuse(OpinionChecks.NobodyElse)
            : desk.Caller.IsProgram ? Decision.Refuse(OpinionChecks.NoPerson)
            : Handle(view, input, HandlingStage.Review, desk, (opinion, review) => OpinionChecks.Reviewing(opinion, review,
                HandlerNames.Of(desk, view, opinion.First), desk.Caller.Actor.Name))));

    public static ObjectToHandlingPayload ObjectToHandling(ObjectToHandlingInput input, [Service] CommandDesk desk) =>
        new(desk.Run("objectToHandling", input, view => About<Opinion>(view, "opinion", input.Opinion, opinion =>
            RowIntake.Add(view, [InputRows.Of<Objection>(input,
                (nameof(Objection.Plan), opinion.Plan.Within(view.Code)),
                (nameof(Objection.Agency),
                    (desk.Caller.Role == Role.Operator ? opinion.Agency : desk.Caller.OwnAgency(view))?.Within(view.Code)),
                (nameof(Objection.On), input.On ?? desk.Judgements.Today))])
                .Held<Objection>(o => OpinionChecks.Objecting(view, new OpinionOnDay(view, opinion, DateOnly.MaxValue), o)))));

    /// <summary>Fills in the day on which it was closed, once nothing of it is open.</summary>
    public static CloseConsultationPayload CloseConsultation(CloseConsultationInput input, [Service] CommandDesk desk) =>
        new(desk.Run("closeConsultation", input, view => About<ConsultationRound>(view, "code", input.Code, round =>
        {
            var closed = input.ClosedOn ?? desk.Judgements.Today;
            var problems = RoundChecks.Closing(new RoundOnDay(view, round, closed.Last)).ToList();
            return problems.Count > 0 ? Decision.Refuse(problems)
                : RowIntake.Add(view, [InputRows.Of<ConsultationRound>(input,
                    [.. Kept(round, input), (nameof(ConsultationRound.ClosedOn), closed)])]);
        })));

    public static OpenDisputePayload OpenDispute(OpenDisputeInput input, [Service] CommandDesk desk) =>
        new(desk.Run("openDispute", input, view => RowIntake.Add(view, [InputRows.Of<Dispute>(input,
                Recorded<Dispute>(view, input.Code) is { } known ? Kept(known, input)
                : [(nameof(Dispute.Code), input.Code ?? ConsultationCodes.Next($"{input.Plan}-D", Codes<Dispute>(view, d => d.Code))),
                    (nameof(Dispute.OpenedOn), input.OpenedOn ?? desk.Judgements.Today)])])
                .Held<Dispute>(dispute => DisputeChecks.Opening(view, dispute))));

    public static RecordDisputeStepPayload RecordDisputeStep(RecordDisputeStepInput input, [Service] CommandDesk desk) =>
        new(desk.Run("recordDisputeStep", input, view => About<Dispute>(view, "dispute", input.Dispute, dispute =>
            RowIntake.Add(view, [InputRows.Of<DisputeStep>(input, (nameof(DisputeStep.Plan), dispute.Plan.Within(view.Code)),
                (nameof(DisputeStep.On), input.On ?? desk.Judgements.Today))])
                .Held<DisputeStep>(step => DisputeChecks.Stepping(new DisputeOnDay(view, dispute, DateOnly.MaxValue), step)))));

    /// <summary>By the plan's lead agency; the account stays with it, so that another can be told from it.</summary>
    private static Decision Handle(RegistryView view, HandlingInput input, HandlingStage stage, CommandDesk desk,
        Func<OpinionOnDay, Handling, IEnumerable<Problem>> check) =>
        About<Opinion>(view, "opinion", input.Opinion, opinion => RowIntake.Add(view, [InputRows.Of<Handling>(input,
            (nameof(Handling.Stage), stage), (nameof(Handling.Plan), opinion.Plan.Within(view.Code)),
            (nameof(Handling.Agency), view.Plan(view.Canonical(opinion.Plan))?.LeadAgency?.Within(view.Code)),
            (nameof(Handling.Handler), desk.Caller.Actor.Id), (nameof(Handling.On), input.On ?? desk.Judgements.Today))])
            .Held<Handling>(handling => check(new OpinionOnDay(view, opinion, DateOnly.MaxValue), handling)));

    /// <summary>Refused by what a step asks of the row that it comes to.</summary>
    private static Decision Held<T>(this Decision decision, Func<T, IEnumerable<Problem>> problems) where T : Record =>
        !decision.IsRefused && problems((T)decision.Subjects[0]).ToList() is { Count: > 0 } found
            ? Decision.Refuse(found) : decision;

    private static IEnumerable<string> Codes<T>(RegistryView view, Func<T, string> code) where T : Record => view.Of<T>().Select(code);

    /// <summary>What is recorded in the columns that the input says nothing of: filling one in changes no other.</summary>
    private static IEnumerable<(string Property, object? Value)> Kept(Record record, CommandInput input)
    {
        var said = InputTexts.Of(input).Where(t => t.Text is not null).Select(t => t.Column).ToHashSet();
        return RecordShape.Of(record.GetType()).Columns.Where(c => !said.Contains(c.Name) && c.Value(record) is not null)
            .Select(c => (c.Property, c.Value(record)));
    }

    private static T? Recorded<T>(RegistryView view, string? code) where T : Record =>
        code is null ? null : view.Own.FindByKey(typeof(T), code.Trim()) as T;

    private static Decision About<T>(RegistryView view, string field, string code, Func<T, Decision> then) where T : Record =>
        Recorded<T>(view, code) is { } found ? then(found)
        : Decision.Refuse(ConsultationProblem.Unknown(field, RecordShape.Of<T>().Named, code));
}
