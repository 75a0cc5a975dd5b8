using GraphQLEngine;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Server.GraphQL;

/// <summary>Runs the commands of the mutations: one way from input to ledger entry for all of them.</summary>
public sealed class CommandDesk(Judgements judgements, Actor actor)
{
    // Drafts are set again and again, parameters change by their dates; everything else is recorded once and mended by correctRecord.
    private static readonly HashSet<string> MayReplace = ["setTargets", "allocateTargets", "setPolicy"];

    public Judgements Judgements { get; } = judgements;

    /// <summary>A command that is rows of a pack: read by intake, on the view it is decided on.</summary>
    public Outcome Take(string command, CommandInput input, IReadOnlyList<Sheet> sheets, string? reason = null) => Take(command, input, _ => sheets, null, reason);

    /// <param name="sheets">The rows, where they depend on the view.</param>
    /// <param name="first">What refuses the command before its rows are read.</param>
    public Outcome Take(
        string command, CommandInput input, Func<RegistryView, IReadOnlyList<Sheet>> sheets, Func<RegistryView, IEnumerable<Problem>>? first, string? reason = null)
    {
        IntakeResult? intake = null;
        var outcome = Run(command, input, view =>
        {
            if (first?.Invoke(view).ToList() is { Count: > 0 } problems)
            {
                return Decision.Refuse(problems);
            }
            intake = RowIntake.Decide(view, sheets(view));
            return MayReplace.Contains(command) ? intake.ToDecision() : WithoutReplacing(intake);
        }, reason);
        // A replay has decided nothing: the first answer's subjects are the records that its entry names.
        return outcome.Result.IsRefused || intake is null || outcome.Result.Replayed ? outcome
            : new Outcome(outcome.Result, intake.SubjectsIn(outcome.Result.After), Judgements, input.ClientMutationId);
    }

    public Outcome Run(string command, CommandInput input, Func<RegistryView, Decision> decide, string? reason = null)
    {
        if (!DistrictCode.TryParse(input.District, out var district))
        {
            throw new GraphQLRequestException($"The field \"input.district\" has \"{input.District}\", which is no district code: six digits of GB/T 2260, like \"500154\".");
        }
        if (Judgements.Registry.View(district) is not { District: not null } view)
        {
            var unknown = new Problem(ProblemCode.UnknownDistrict, new Text($"登记册中没有行政区{district}。", $"The registry has no district {district}."), ["district"]);
            var nothing = Judgements.Registry.ViewToDecideOn(district);
            return new Outcome(new WriteResult { Problems = [unknown], Before = nothing, After = nothing }, [], Judgements, input.ClientMutationId);
        }
        var header = new CommandHeader
        {
            District = district,
            Actor = actor,
            Command = command,
            Reason = reason,
            IdempotencyKey = input.IdempotencyKey,
            InputHash = input.IdempotencyKey is null ? null : input.Hash(),
            ExpectedSeq = input.ExpectedSeq,
        };
        var result = Judgements.Registry.Execute(header, decide);
        return new Outcome(result, result.Recorded, Judgements, input.ClientMutationId);
    }

    /// <summary>A row that is recorded with other content is refused: only a correction, with its reason and document, replaces it.</summary>
    private static Decision WithoutReplacing(IntakeResult intake)
    {
        var replaced = intake.IsRefused ? [] : intake.Changes.Where(c => c is { Recorded: not null, Retired: not null }).ToList();
        return replaced.Count == 0 ? intake.ToDecision() : Decision.Refuse(replaced.Select(c => new Problem(ProblemCode.Duplicate, new Text(
            $"“{c.Retired!.Id.Code}”已登记,内容不同;请用 correctRecord 说明原因后更正。", $"{c.Retired.Id.Code} is recorded already with other content; mend it by correctRecord, with a reason."), [])));
    }
}
