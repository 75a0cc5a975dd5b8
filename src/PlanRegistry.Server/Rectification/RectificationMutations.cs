using GraphQLEngine;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Rectification;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Rectification;

public sealed record HandOutFindingsInput : CommandInput
{
    public required IReadOnlyList<string> Findings { get; init; }
    public required string Agency { get; init; }
    public PartialDate? On { get; init; }
    public string? Document { get; init; }
    public PartialDate? Due { get; init; }
    public string? Word { get; init; }
}

/// <summary>One of the findings, as a row of handouts.csv names it.</summary>
public sealed record HandedOutFinding(string Finding) : IInputFields
{
    public string Finding { get; init; } = Finding;
}

[Resolves("Mutation")]
public static class RectificationMutations
{
    private const string Many = "findings";

    public static HandOutFindingsPayload HandOutFindings(HandOutFindingsInput input, [Service] CommandDesk desk) =>
        new(desk.Run("handOutFindings", input, view => Decide(view, input, desk)));

    private static Decision Decide(RegistryView view, HandOutFindingsInput input, CommandDesk desk)
    {
        var today = desk.Judgements.Today;
        var on = input.On ?? today;
        if (on.First > today)
        {
            return Decision.Refuse(HandingOut.OfADayToCome(on));
        }
        var scope = desk.Judgements.Of(desk.Judgements.Snapshot(view, on.First));
        var objections = HandingOut.Objections(scope, input.Findings, input.Due is not null);
        return objections.Count > 0 ? Decision.Refuse(objections) : Write(view, input, on);
    }

    /// <summary>Handed to the same agency on the same day again, it is said anew: nobody asks why.</summary>
    private static Decision Write(RegistryView view, HandOutFindingsInput input, PartialDate on)
    {
        var rows = InputRows.Of<HandOut>([.. input.Findings.Select(f => new HandedOutFinding(f))], Many,
            (nameof(HandOut.Agency), input.Agency), (nameof(HandOut.On), on), (nameof(HandOut.Document), input.Document),
            (nameof(HandOut.Due), input.Due), (nameof(HandOut.Word), input.Word));
        var decision = RowIntake.Set(view, [.. rows]) with { Overwritten = [] };
        return decision.IsRefused ? Decision.Refuse(decision.Problems.Select(AtItsField).DistinctBy(p => (p.Message.Zh, p.Path[0])))
            : decision;
    }

    /// <summary>What the rows share is one field of the input, and is refused once.</summary>
    private static Problem AtItsField(Problem problem) => problem.Path switch
    {
        [Many, _, var field] when field != "finding" => problem with { Path = [field] },
        [Many, var place, ..] => problem with { Path = [Many, place] },
        _ => problem,
    };
}

public sealed class HandOutFindingsPayload(Outcome outcome) : Payload(outcome)
{
    /// <summary>The findings as they stand now.</summary>
    public IReadOnlyList<FindingNode>? Findings
    {
        get
        {
            var handed = Outcome.Stands ? Outcome.Result.Subjects.OfType<HandOut>().Select(h => h.Finding).ToHashSet() : null;
            return handed is null ? null : [.. Outcome.After.Findings.Where(f => handed.Contains(f.Key)).Select(Outcome.After.Finding)];
        }
    }
}
