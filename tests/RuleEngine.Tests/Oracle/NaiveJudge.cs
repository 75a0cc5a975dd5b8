namespace RuleEngine.Tests.Oracle;

/// <summary>What one rule says about all facts, found by trying every combination. It remembers nothing.</summary>
internal sealed class NaiveJudge(RandomRule rule)
{
    private readonly Func<object>? _key = rule.OnChange?.Compile(preferInterpretation: true);
    private readonly Func<bool>? _passes = rule.FilterWhere?.Compile(preferInterpretation: true);
    private readonly List<Found> _found = [];
    private IReadOnlyList<OracleFact> _facts = [];
    private IReadOnlyCollection<OracleFact> _arrived = [];

    /// <summary>
    /// A match; Identity is what makes it the same match after an update, Parts are the facts whose change it notices, Key and
    /// Passes are what the rule's filters say.
    /// </summary>
    public sealed record Found(RandomRule Rule, OracleMatch Match, string Identity, IReadOnlyList<OracleFact> Parts, bool IsRemade, object? Key, bool Passes);

    /// <summary>What is known half-way through the conditions.</summary>
    private sealed record Partial(IReadOnlyList<OracleFact> Facts, IReadOnlyList<OracleFact> Parts, string Values, string Identity, bool IsRemade, string Branch)
    {
        public Partial With(OracleFact fact) => this with { Facts = [.. Facts, fact], Parts = [.. Parts, fact] };

        public Partial With(string value, IEnumerable<OracleFact> parts) => this with { Values = $"{Values};{value}", Parts = [.. Parts, .. parts] };
    }

    /// <summary>All matches; <paramref name="arrived"/> are the facts just inserted.</summary>
    public IReadOnlyList<Found> Judge(IEnumerable<OracleFact> facts, IReadOnlyCollection<OracleFact> arrived)
    {
        _found.Clear();
        _facts = [.. facts];
        _arrived = arrived;
        Walk(rule.Steps, new Partial([], [], "", "", false, "0"));
        return [.. _found];
    }

    private void Walk(IReadOnlyList<Step> steps, Partial so)
    {
        if (steps.Count == 0)
        {
            var name = $"{rule.RuleName}.{so.Branch}";
            var match = new OracleMatch(name, so.Facts, so.Values);
            _found.Add(new Found(rule, match, $"{name}({string.Join(',', so.Facts)}){so.Identity}", so.Parts, so.IsRemade, _key?.Invoke(), _passes?.Invoke() != false));
            return;
        }
        var (step, rest) = (steps[0], (IReadOnlyList<Step>)[.. steps.Skip(1)]);
        switch (step.Kind)
        {
            case StepKind.Match or StepKind.Unnamed:
                foreach (var fact in Satisfying(step).ToList())
                {
                    if (step.Kind == StepKind.Match) Set(step.Slot, fact);
                    Walk(rest, so.With(fact));
                    if (step.Kind == StepKind.Match) Set(step.Slot, fact);
                }
                break;
            case StepKind.Not:
                if (!Satisfying(step).Any()) Walk(rest, so);
                break;
            case StepKind.Exists:
                if (Satisfying(step).Any()) Walk(rest, so);
                break;
            case StepKind.All:
                if (Satisfying(step).All(step.AlsoTest)) Walk(rest, so with { IsRemade = so.IsRemade || Satisfying(step).Intersect(_arrived).Any() });
                break;
            case StepKind.Let:
                rule.Number = step.ValueOf();
                Walk(rest, so.With($"n={rule.Number}", []));
                break;
            case StepKind.Having:
                if (step.HavingTest()) Walk(rest, so);
                break;
            case StepKind.From:
                if (step.ValueOf() == 1) break;
                rule.Computed = step.ValueOf() * 2;
                Walk(rest, so.With($"f={rule.Computed}", []));
                break;
            case StepKind.Or:
                for (var branch = 0; branch < step.Branches.Count; branch++) Walk([.. step.Branches[branch], .. rest], so with { Branch = $"{branch}" });
                break;
            default:
                WalkQuery(step, rest, so);
                break;
        }
    }

    private void WalkQuery(Step step, IReadOnlyList<Step> rest, Partial so)
    {
        var facts = Satisfying(step).Where(fact => step.Also is null || step.AlsoTest(fact)).ToList();
        switch (step.Kind)
        {
            case StepKind.Collect:
                rule.Bag = facts;
                Walk(rest, so.With($"q={OracleEngine.Names(facts)}", facts));
                break;
            case StepKind.Sorted:
                rule.Sorted = facts.OrderBy(f => f.B).ThenByDescending(f => f.A);
                Walk(rest, so.With($"o={OracleEngine.Order(rule.Sorted)}", facts));
                break;
            case StepKind.Flat:
                rule.Flat = facts.SelectMany(f => f.Both);
                Walk(rest, so.With($"m={OracleEngine.Numbers(rule.Flat)}", facts));
                break;
            case StepKind.Lookup:
                rule.Table = new Lookup(facts.ToLookup(f => f.S, f => f.A));
                Walk(rest, so.With($"t={OracleEngine.Show(rule.Table)}", facts));
                break;
            case StepKind.Group:
                foreach (var group in facts.GroupBy(step.KeyOf).ToList())
                {
                    rule.Group = group;
                    Walk(rest, so.With($"g{group.Key}={OracleEngine.Names(group)}", group) with { Identity = $"{so.Identity};g{group.Key}" });
                    rule.Group = group;
                }
                break;
            default:
                foreach (var group in facts.GroupBy(f => f.S).ToList())
                {
                    rule.Named = group.GroupBy(f => f.S, f => f.A).Single();
                    Walk(rest, so.With($"k{group.Key}={OracleEngine.Numbers(rule.Named)}", group) with { Identity = $"{so.Identity};k{group.Key}" });
                    rule.Named = group.GroupBy(f => f.S, f => f.A).Single();
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
        _ => rule.F2 = fact,
    };

    private sealed class Lookup(ILookup<string?, int> inner) : IKeyedLookup<string?, int>
    {
        public int Count => inner.Count;
        public IEnumerable<string?> Keys => inner.Select(g => g.Key);
        public IEnumerable<int> this[string? key] => inner[key];

        public bool Contains(string? key) => inner.Contains(key);

        public IEnumerator<IGrouping<string?, int>> GetEnumerator() => inner.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
