using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Server.GraphQL;

/// <summary>Who writes when nobody has signed in: the --actor of the process.</summary>
public sealed record Actor(string Name);

/// <summary>Runs the commands of the mutations: one way from input to ledger entry for all of them.</summary>
public sealed class CommandDesk(Judgements judgements, Actor actor)
{
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
            return intake.ToDecision();
        }, reason);
        // A replay has decided nothing: the first answer's subjects are the records that its entry names.
        return outcome.Result.IsRefused || intake is null || outcome.Result.Replayed ? outcome
            : new Outcome(outcome.Result, intake.SubjectsIn(outcome.Result.After), Judgements, input.ClientMutationId);
    }

    public Outcome Run(string command, CommandInput input, Func<RegistryView, Decision> decide, string? reason = null)
    {
        var district = DistrictCode.Parse(input.District);
        if (Judgements.Registry.View(district) is not { District: not null } view)
        {
            var unknown = new Problem(ProblemCode.UnknownDistrict, new Text($"登记册中没有行政区{district}。", $"The registry has no district {district}."), ["district"]);
            var nothing = Judgements.Registry.ViewToDecideOn(district);
            return new Outcome(new WriteResult { Problems = [unknown], Before = nothing, After = nothing }, [], Judgements, input.ClientMutationId);
        }
        var header = new CommandHeader
        {
            District = district,
            Actor = actor.Name,
            Command = command,
            Reason = reason,
            IdempotencyKey = input.IdempotencyKey,
            InputHash = input.IdempotencyKey is null ? null : input.Hash(),
            ExpectedSeq = input.ExpectedSeq,
        };
        var result = Judgements.Registry.Execute(header, decide);
        return new Outcome(result, result.Recorded, Judgements, input.ClientMutationId);
    }
}
