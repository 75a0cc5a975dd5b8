using GraphQLEngine;
using PlanRegistry.Access;
using PlanRegistry.Alignment;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Alignment;

[Resolves("Mutation")]
public static class AlignmentMutations
{
    public static RequestAlignmentPayload RequestAlignment(RequestAlignmentInput input, [Service] CommandDesk desk) =>
        new(desk.Run("requestAlignment", input, view => Checked(view, Request(view, input))));

    public static RecordAlignmentOpinionPayload RecordAlignmentOpinion(RecordAlignmentOpinionInput input, [Service] CommandDesk desk) =>
        new(desk.Run("recordAlignmentOpinion", input, view => Record(view, input, desk.Caller)));

    private static Decision Request(RegistryView view, RequestAlignmentInput input) => RowIntake.Add(view,
        [InputRows.Of<AlignmentOpinion>(input with { Agency = input.Agency ?? AgencyFor(view, input.Against, input.RequestedOn) })]);

    private static Decision Record(RegistryView view, RecordAlignmentOpinionInput input, Caller caller)
    {
        var agency = input.Agency ?? (caller.Role == Role.Department ? caller.Account?.AgencyKey?.ToString() : null)
            ?? AgencyFor(view, input.Against, input.On);
        // Given on the day on which it was asked for, it would go by the same code: it is set to be looked at, and recorded below.
        var given = Checked(view, RowIntake.Set(view, [Row(input, agency, [])]));
        if (given.IsRefused || given.Subjects.OfType<AlignmentOpinion>().FirstOrDefault() is not { } opinion)
        {
            return given;
        }
        if (caller.Role == Role.ReformCommission && AlignmentOpinions.WhoseOf(view, opinion) == Aligner.Spatial)
        {
            return Decision.Refuse(new Problem(ProblemCode.NotAllowed, new Text("与空间规划的衔接意见由区规划自然资源局登记。",
                "The natural-resources bureau records its opinion itself."), ["agency"], "开州府办发〔2020〕95号 三、(二)"));
        }
        return AlignmentPowers.Contradiction(opinion, input.Answers?.Where(a => a.Answer == PointAnswer.Departs).Select(a => a.Point))
            is { } contradiction ? Decision.Refuse(contradiction)
            : AgainstTheRegistry(view, input, opinion).ToList() is { Count: > 0 } unfounded ? Decision.Refuse(unfounded)
            : Answered(view, RowIntake.Add(view, [.. Rows(view, input, agency, opinion)]), opinion);
    }

    /// <summary>通过 of the commission says that all nine points were gone through: asked of it since the records are complete.</summary>
    private static Decision Answered(RegistryView view, Decision decision, AlignmentOpinion opinion)
    {
        if (decision.IsRefused || opinion is not { Result: AlignmentResult.Pass, On: { } on }
            || AlignmentOpinions.WhoseOf(view, opinion) != Aligner.Commission
            || new Snapshot(view.With(decision), on.Last) is not { } after || on.First < after.RecordsFrom
            || after.Plan(opinion.Plan) is not { } plan)
        {
            return decision;
        }
        return AlignmentPowers.Unanswered(AlignmentChecklist.Of(plan).Where(p => p.IsOpen).Select(p => p.Point)) is { } open
            ? Decision.Refuse(open) : decision;
    }

    /// <summary>Whoever says that it conforms where the registry finds that it does not gives the reason.</summary>
    private static IEnumerable<Problem> AgainstTheRegistry(RegistryView view, RecordAlignmentOpinionInput input, AlignmentOpinion opinion)
    {
        if (new Snapshot(view, input.On.Last).Plan(opinion.Plan) is not { } plan || input.Answers is not { Count: > 0 } answers)
        {
            yield break;
        }
        var known = AlignmentChecklist.Of(plan).Where(p => p is { IsOfTheRegistry: true, Known: false }).ToDictionary(p => p.Point);
        for (var i = 0; i < answers.Count; i++)
        {
            if (answers[i] is { Answer: PointAnswer.Conforms, Reason: null } said && known.TryGetValue(said.Point, out var found))
            {
                yield return new Problem(ProblemCode.InvalidValue, new Text(
                    $"衔接重点“{Terms.Of(said.Point).Zh}”答复为符合，而登记册核对不符合（{Wording.Clauses(found.Facts).Zh}）；请更正答复，或者写明理由。",
                    $"The point \"{Terms.Of(said.Point).En}\" is answered as conforming, and the registry finds otherwise "
                        + $"({Wording.Clauses(found.Facts).En}): correct the answer, or give the reason."),
                    ["answers", i.ToString(System.Globalization.CultureInfo.InvariantCulture), "reason"], "开州府办发〔2020〕95号 三、(二)");
            }
        }
    }

    /// <summary>What was asked for is answered where it was asked; else the opinion stands by itself.</summary>
    private static IEnumerable<Sheet> Rows(RegistryView view, RecordAlignmentOpinionInput input, string? agency, AlignmentOpinion opinion)
    {
        var asked = AlignmentOpinions.Of(view, opinion.Plan).FirstOrDefault(o => o.Result is null && o.Agency == opinion.Agency
            && (opinion.Against is null || o.Against is null || o.Against == opinion.Against));
        var code = asked?.Code ?? opinion.Code;
        return
        [
            Row(asked is null ? input
                    : input with { Against = asked.Against?.ToString() ?? input.Against, Note = input.Note ?? asked.Note }, agency,
                [(nameof(AlignmentOpinion.Code), code), (nameof(AlignmentOpinion.RequestedOn), asked?.RequestedOn)]),
            .. InputRows.Of<AlignmentAnswer>(input.Answers, "answers", (nameof(AlignmentAnswer.Opinion), code),
                (nameof(AlignmentAnswer.Plan), input.Plan)),
        ];
    }

    private static Sheet Row(RecordAlignmentOpinionInput input, string? agency, IEnumerable<(string, object?)> more) =>
        InputRows.Of<AlignmentOpinion>(input with { Agency = agency }, more);

    private static Decision Checked(RegistryView view, Decision decision) =>
        decision.Changes.Select(c => c.Recorded).OfType<AlignmentOpinion>().Select(o => AlignmentPowers.Objection(view, o))
            .OfType<Problem>().ToList() is { Count: > 0 } objections ? Decision.Refuse(objections) : decision;

    private static string? AgencyFor(RegistryView view, string? against, PartialDate day) => AlignmentPowers.BodyFor(
        view, Key<Plan>.TryParse(against, view.Code, out var key) ? key : null, day.Last)?.Key.ToString();
}

public sealed class RequestAlignmentPayload(Outcome outcome) : Payload(outcome)
{
    public AlignmentOpinionNode? AlignmentOpinion => Subject<AlignmentOpinionNode>();
}

public sealed class RecordAlignmentOpinionPayload(Outcome outcome) : Payload(outcome)
{
    public AlignmentOpinionNode? AlignmentOpinion => Subject<AlignmentOpinionNode>();
}
