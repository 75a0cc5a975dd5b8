namespace RuleEngine.Tests.Oracle;

/// <summary>What one rule says about all facts, found by trying every combination. It remembers nothing.</summary>
internal sealed class NaiveJudge(RandomRule rule)
{
    private readonly List<Found> _found = [];
    private IReadOnlyList<OracleFact> _facts = [];
    private IReadOnlyCollection<OracleFact> _arrived = [];

    /// <summary>A match; Identity is what makes it the same match after an update, Parts are the facts whose change it notices.</summary>
    public sealed record Found(OracleMatch Match, string Identity, IReadOnlyList<OracleFact> Parts, bool IsRemade);

    /// <summary>All matches; <paramref name="arrived"/> are the facts just inserted.</summary>
    public IReadOnlyList<Found> Judge(IEnumerable<OracleFact> facts, IReadOnlyCollection<OracleFact> arrived)
    {
        _found.Clear();
        _facts = [.. facts];
        _arrived = arrived;
        Walk(0, [], [], "", "", false);
        return [.. _found];
    }

    private void Walk(int at, List<OracleFact> facts, List<OracleFact> parts, string values, string identity, bool remade)
    {
        if (at == rule.Steps.Count)
        {
            _found.Add(new Found(new OracleMatch(rule.RuleName, [.. facts], values), $"{rule.RuleName}({string.Join(',', facts)}){identity}", [.. parts], remade));
            return;
        }
        var step = rule.Steps[at];
        switch (step.Kind)
        {
            case StepKind.Match:
                foreach (var fact in Satisfying(step).ToList())
                {
                    Set(step.Slot, fact);
                    Walk(at + 1, [.. facts, fact], [.. parts, fact], values, identity, remade);
                    Set(step.Slot, fact);
                }
                break;
            case StepKind.Not:
                if (!Satisfying(step).Any()) Walk(at + 1, facts, parts, values, identity, remade);
                break;
            case StepKind.Exists:
                if (Satisfying(step).Any()) Walk(at + 1, facts, parts, values, identity, remade);
                break;
            case StepKind.All:
                if (Satisfying(step).All(step.MustHoldTest)) Walk(at + 1, facts, parts, values, identity, remade || Satisfying(step).Intersect(_arrived).Any());
                break;
            case StepKind.Let:
                rule.Number = step.LetValue();
                Walk(at + 1, facts, parts, $"{values};n={rule.Number}", identity, remade);
                break;
            case StepKind.Having:
                if (step.HavingTest()) Walk(at + 1, facts, parts, values, identity, remade);
                break;
            case StepKind.Collect:
                var bag = Satisfying(step).ToList();
                rule.Bag = bag;
                Walk(at + 1, facts, [.. parts, .. bag], $"{values};q={OracleEngine.Sorted(bag)}", identity, remade);
                break;
            case StepKind.Group:
                foreach (var group in Satisfying(step).GroupBy(step.KeyOf).ToList())
                {
                    rule.Group = group;
                    Walk(at + 1, facts, [.. parts, .. group], $"{values};g{group.Key}={OracleEngine.Sorted(group)}", $"{identity};g{group.Key}", remade);
                    rule.Group = group;
                }
                break;
        }
    }

    private IEnumerable<OracleFact> Satisfying(Step step) => _facts
        .Where(fact => rule.IsSecondStratum || (step.OnlySpecial ? fact is SpecialGiven : fact is Given))
        .Where(fact => step.Tests.All(test => test(fact)));

    private void Set(int slot, OracleFact fact) => _ = slot switch
    {
        0 => rule.F0 = fact,
        1 => rule.F1 = fact,
        2 => rule.F2 = fact,
        _ => rule.F3 = fact,
    };
}
