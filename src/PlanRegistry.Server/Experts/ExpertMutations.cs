using GraphQLEngine;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Experts;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Experts;

[Resolves("Mutation")]
public static class ExpertMutations
{
    public static RegisterExpertPayload RegisterExpert(RegisterExpertInput input, [Service] CommandDesk desk) =>
        new(desk.Run("registerExpert", input, view => RowIntake.Add(view, [InputRows.Of<Expert>(input)])));

    public static DrawExpertsPayload DrawExperts(DrawExpertsInput input, [Service] CommandDesk desk) =>
        Draw(input, desk, AccessKeys.Make());

    public static AppointExpertPayload AppointExpert(AppointExpertInput input, [Service] CommandDesk desk) =>
        new(desk.Run("appointExpert", input, view => Reasons.Refusal(input.Reason) is { } refusal ? Decision.Refuse(refusal)
            : Checked<ExpertDraw>(RowIntake.Add(view, [InputRows.Of<ExpertDraw>(input)]), made => Asking.Objection(view, made))));

    public static RecordExpertOpinionPayload RecordExpertOpinion(RecordExpertOpinionInput input, [Service] CommandDesk desk) =>
        new(desk.Run("recordExpertOpinion", input, view =>
            Checked<ExpertOpinion>(RowIntake.Add(view, [InputRows.Of<ExpertOpinion>(input)]), made => Asking.Objection(view, made))));

    private static DrawExpertsPayload Draw(DrawExpertsInput input, CommandDesk desk, string thrown) =>
        new(desk.Run("drawExperts", input, view => input.Reason is { } reason && Reasons.Refusal(reason) is { } unfit
            ? Decision.Refuse(unfit) : Draw(view, input, desk, thrown)));

    /// <summary>
    /// The lot is the hash of the last entry and what is thrown for each draw: one that is only tried tells nothing of the next.
    /// </summary>
    private static Decision Draw(RegistryView view, DrawExpertsInput input, CommandDesk desk, string thrown)
    {
        var (today, about) = (desk.Judgements.Today, input.About ?? ActAbout.Plan);
        if (!Key<Plan>.TryParse(input.Plan, view.Code, out var named) || view.Plan(named) is not { } plan)
        {
            var column = RecordShape.Of<ExpertDraw>().Of(nameof(ExpertDraw.Plan));
            return Decision.Refuse(Refusals.NotKnown(column, input.Plan, ProblemCode.UnknownPlan) with { Path = ["plan"] });
        }
        var request = new DrawRequest(plan.Key, about, input.Count, input.Fields, input.Form, today);
        var lots = Drawing.Lots(view, desk.Judgements.Registry.Entry(view.Code, view.Own.Seq)!.Hash, thrown, request);
        return (Asking.Objection(plan, request, lots.Count) ?? Asking.Objection(view, plan, about, input.Reason)) is { } objection
            ? Decision.Refuse(objection)
            : RowIntake.Add(view, [.. InputRows.Of<ExpertDraw>([.. lots.Take(input.Count).Select(e => new DrawnExpert
            {
                Plan = input.Plan, About = about, Expert = e.Code, On = today, LotOf = view.Own.Seq, Lot = thrown,
                Reason = input.Reason, Document = input.Document,
            })], "experts")]);
    }

    private static Decision Checked<T>(Decision decision, Func<T, Problem?> objection) where T : Record =>
        decision.Subjects.OfType<T>().Select(objection).FirstOrDefault(p => p is not null) is { } problem
            ? Decision.Refuse(problem) : decision;
}

public sealed class RegisterExpertPayload(Outcome outcome) : Payload(outcome)
{
    public ExpertNode? Expert => Subject<ExpertNode>();
}

public sealed class DrawExpertsPayload(Outcome outcome) : Payload(outcome)
{
    public IReadOnlyList<ExpertDrawNode>? Draws => Subjects<ExpertDrawNode>();
}

public sealed class AppointExpertPayload(Outcome outcome) : Payload(outcome)
{
    public ExpertDrawNode? Draw => Subject<ExpertDrawNode>();
}

public sealed class RecordExpertOpinionPayload(Outcome outcome) : Payload(outcome)
{
    public ExpertOpinionNode? Opinion => Subject<ExpertOpinionNode>();
}
