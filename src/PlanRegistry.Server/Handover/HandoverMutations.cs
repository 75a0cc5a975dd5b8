using System.Globalization;
using GraphQLEngine;
using PlanRegistry.Approval;
using PlanRegistry.Handover;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Approval;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Handover;

public sealed record DeclareNoChangeInput : CommandInput
{
    public required IReadOnlyList<string> Plans { get; init; }
    public required string Against { get; init; }
    public required PartialDate On { get; init; }
    public string? Agency { get; init; }
    public required string Document { get; init; }
    public string? Note { get; init; }
}

/// <summary>One of the plans, as a row of acts.csv names it.</summary>
public sealed record DeclaredPlan(string Plan) : IInputFields
{
    public string Plan { get; init; } = Plan;
}

[Resolves("Mutation")]
public static class HandoverMutations
{
    private const string Many = "plans";

    public static DeclareNoChangePayload DeclareNoChange(DeclareNoChangeInput input, [Service] CommandDesk desk) =>
        new(desk.Run("declareNoChange", input, view => Decide(view, input)));

    /// <summary>Read as rows of acts, each as recordAct reads its one; then what only many at once ask.</summary>
    private static Decision Decide(RegistryView view, DeclareNoChangeInput input)
    {
        if (NoChangeDeclarations.Objections(input.Plans) is { Count: > 0 } wrong)
        {
            return Decision.Refuse(wrong);
        }
        var decision = RowIntake.Add(view, [.. InputRows.Of<Act>([.. input.Plans.Select(p => new DeclaredPlan(p))], Many,
            (nameof(Act.Type), ActType.NoChangeDeclared), (nameof(Act.On), input.On), (nameof(Act.Agency), input.Agency),
            (nameof(Act.Against), input.Against), (nameof(Act.Document), input.Document), (nameof(Act.Note), input.Note))]);
        if (decision.IsRefused)
        {
            return Decision.Refuse(decision.Problems.Select(p => NamedTwice(p, input.Plans) ?? AtItsField(p))
                .DistinctBy(p => (p.Message.Zh, string.Join('.', p.Path))));
        }
        var objections = NoChangeDeclarations.Objections(view.With(decision), [.. decision.Subjects.OfType<Act>()]);
        return objections.Count > 0 ? Decision.Refuse(objections) : decision with
        {
            // The day is said once.
            Happened = [.. decision.Happened.DistinctBy(h => h.Begins)
                .Select(h => h with { Refusal = today => AtItsField(h.Refusal(today)) })],
        };
    }

    /// <summary>Rows are told apart by a code made of what they say: of one plan twice that is the same.</summary>
    private static Problem? NamedTwice(Problem problem, IReadOnlyList<string> plans) =>
        problem is { Code: ProblemCode.Duplicate, Path: [Many, var place, "code"] }
            ? NoChangeDeclarations.Twice(plans[int.Parse(place, CultureInfo.InvariantCulture)]) with { Path = [Many, place] } : null;

    /// <summary>What the rows share is one field of the input, and is refused once.</summary>
    private static Problem AtItsField(Problem problem) => problem.Path switch
    {
        [Many, _, var field] when field != "plan" => problem with { Path = [field] },
        [Many, var place, ..] => problem with { Path = [Many, place] },
        _ => problem,
    };
}

public sealed class DeclareNoChangePayload(Outcome outcome) : Payload(outcome)
{
    public IReadOnlyList<ActNode>? Acts => Subjects<ActNode>();
}
