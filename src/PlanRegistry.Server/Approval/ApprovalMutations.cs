using GraphQLEngine;
using PlanRegistry.Approval;
using PlanRegistry.Handover;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Approval;

[Resolves("Mutation")]
public static class ApprovalMutations
{
    public static RecordActPayload RecordAct(RecordActInput input, [Service] CommandDesk desk) =>
        new(desk.Run("recordAct", input, view => Record(view, input)));

    public static AddSubmissionItemPayload AddSubmissionItem(AddSubmissionItemInput input, [Service] CommandDesk desk) =>
        new(desk.Run("addSubmissionItem", input, view => Add(view, input)));

    /// <summary>Who adds a paper by itself can register its document first; what is imported is judged.</summary>
    private static Decision Add(RegistryView view, AddSubmissionItemInput input)
    {
        var decision = RowIntake.Add(view, [InputRows.Of<SubmissionItem>(input)]);
        var after = view.With(decision);
        var objections = decision.Changes.Select(c => c.Recorded).OfType<SubmissionItem>()
            .Select(i => SubmissionPapers.Objection(after, i)).OfType<Problem>().ToList();
        return objections.Count > 0 ? Decision.Refuse(objections) : decision;
    }

    private static Decision Record(RegistryView view, RecordActInput input)
    {
        var decision = RowIntake.Add(view, [InputRows.Of<Act>(input)]);
        var objections = decision.Changes.Select(c => c.Recorded).OfType<Act>()
            .SelectMany(a => (NoChangeDeclarations.OfItsTime(view, a) ?? PaperDay.Objection(view, a)) is { } early
                ? [early] : StepOrder.Objections(view, a)).ToList();
        return objections.Count > 0 ? Decision.Refuse(objections) : decision;
    }
}

public sealed class RecordActPayload(Outcome outcome) : Payload(outcome)
{
    public ActNode? Act => Subject<ActNode>();
}

public sealed class AddSubmissionItemPayload(Outcome outcome) : Payload(outcome)
{
    public SubmissionItemNode? SubmissionItem => Subject<SubmissionItemNode>();
}
