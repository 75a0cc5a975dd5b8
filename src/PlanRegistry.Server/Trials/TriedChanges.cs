using System.Globalization;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using PlanRegistry.Rules.Trials;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Conformance;
using PlanRegistry.Trials;

namespace PlanRegistry.Server.Trials;

/// <summary>A district as it is on a day, with what commands and rules that are tried would make of it.</summary>
internal sealed class TriedChanges
{
    private const int MostChanges = 50;

    private readonly RegistryView outcome;

    private TriedChanges(Scope before, RegistryView outcome, IReadOnlyList<Problem> problems) =>
        (Before, this.outcome, Problems) = (before, outcome, problems);

    public Scope Before { get; }

    /// <summary>Why the first command that would be refused is.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Steps that are taken for granted so that what is proposed may be approved.</summary>
    public IReadOnlyList<Text> AssumedSteps { get; private init; } = [];

    /// <summary>What becomes of the district on the day of a scope of its own; null where a command is refused.</summary>
    public Scope? On(Scope before) => Problems.Count > 0 ? null : before.Tried(outcome);

    public static TriedChanges Of(Reach reach, CommandDesk desk, string district, IReadOnlyList<PlannedChangeInput> changes,
        IReadOnlyList<RuleTrialInput>? rules, DateOnly? asOf, DateTimeOffset? knownAt, bool assumeApproval = false)
    {
        if (changes.Count > MostChanges || changes.Count + (rules?.Count ?? 0) == 0)
        {
            throw RequestErrors.Request($"参数“changes”有{changes.Count}项，应为1至{MostChanges}项；只试规则时可以为空。",
                $"The argument \"changes\" has {changes.Count}; it is to have 1 to {MostChanges}, and may be empty where rules are tried.");
        }
        var tried = RulesOf(rules);
        var before = reach.Scope(DistrictCode.Parse(district), asOf, knownAt)
            ?? throw RequestErrors.NotFound($"登记册中没有行政区{district}。", $"The registry has no district {district}.");
        var (day, today) = (before.Snapshot.AsOf.Unwatched, reach.Judgements.Today);
        var trial = new Trial(before.Snapshot.View, code => reach.Judgements.Registry.View(code, knownAt), day > today ? day : today);
        var problems = Try(changes, desk.Trying(trial));
        var outcome = trial.Outcome.WithRules(tried);
        if (!assumeApproval || problems.Count > 0)
        {
            return new TriedChanges(before, outcome, problems);
        }
        var assumed = AssumedApproval.OfThoseIn(outcome, before.Snapshot.View, day);
        return new TriedChanges(before, assumed.After, problems) { AssumedSteps = assumed.Steps };
    }

    /// <summary>One after another, until one is refused.</summary>
    private static IReadOnlyList<Problem> Try(IReadOnlyList<PlannedChangeInput> changes, CommandDesk desk)
    {
        for (var n = 0; n < changes.Count; n++)
        {
            var given = changes[n].Given;
            if (PlannedChanges.Run(given, desk).Result.Problems is { Count: > 0 } problems)
            {
                string[] place = ["changes", n.ToString(CultureInfo.InvariantCulture), PlannedChanges.NameOf(given)];
                return [.. problems.Select(p => p with { Path = [.. place, .. p.Path] })];
            }
        }
        return [];
    }

    private static IReadOnlyList<RuleTrial> RulesOf(IReadOnlyList<RuleTrialInput>? rules)
    {
        var cards = RuleNames.Cards([.. (rules ?? []).Select(r => r.Code)]).ToList();
        return cards.GroupBy(c => c.Code).FirstOrDefault(g => g.Count() > 1) is { Key: var twice }
            ? throw RequestErrors.Request($"参数“rules”中的“{twice}”写了两次。", $"The argument \"rules\" has \"{twice}\" twice.")
            : [.. (rules ?? []).Select(r => TriedRules.Of(r.Code, r.InForce, r.From.First))];
    }
}
