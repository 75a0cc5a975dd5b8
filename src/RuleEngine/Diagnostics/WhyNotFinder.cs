using RuleEngine.Rete;
using RuleEngine.RuleModel;

namespace RuleEngine.Diagnostics;

/// <summary>
/// Answers "why not": walks the partial matches that hold the given facts as far as they go, and says what the furthest one
/// failed at. A given fact stands for the first pattern of its type that it can satisfy.
/// </summary>
internal sealed class WhyNotFinder(ReteState state, RuleNode node, IReadOnlyList<WorkingFact> given)
{
    private Token? _furthest;
    private int _depth = -1;

    public WhyNot Find()
    {
        foreach (var root in state.RootTokens.Where(t => t.Node == node.Path.FirstOrDefault()?.Node || t.Node == node)) Walk(root, 0, []);
        return _depth == node.Path.Count
            ? new WhyNot(node.Rule.Definition, true, "", null, null, Values(_furthest!), $"The rule {node.Rule.Definition.Name} matches.")
            : Failure(node.Path[_depth].Element, _furthest!);
    }

    /// <summary>The token is at the step of the given depth; its children have passed it.</summary>
    private void Walk(Token token, int depth, HashSet<Fact> used)
    {
        if (depth > _depth && (depth < node.Path.Count || given.All(used.Contains))) (_furthest, _depth) = (token, depth);
        if (depth >= node.Path.Count || token is not MemoryToken memory) return;
        var next = depth + 1 < node.Path.Count ? node.Path[depth + 1].Node : node;
        var wanted = node.Path[depth].Element is PatternElement { Quantifier: Quantifier.Each } pattern
            ? given.Where(g => pattern.Declaration.Type.IsInstanceOfType(g.Value) && !used.Contains(g)).ToList()
            : [];
        for (var child = memory.FirstChild; child is not null; child = child.NextSibling)
        {
            if (child.Node != next || child is Witness) continue;
            if (wanted.Count == 0) Walk(child, depth + 1, used);
            else if (wanted.Contains(child.Fact)) Walk(child, depth + 1, [.. used, child.Fact!]);
            else if (PatternsLeft(depth + 1, wanted[0])) Walk(child, depth + 1, used);
        }
    }

    private bool PatternsLeft(int depth, WorkingFact fact) => node.Path.Skip(depth).Any(
        step => step.Element is PatternElement { Quantifier: Quantifier.Each } pattern && pattern.Declaration.Type.IsInstanceOfType(fact.Value));

    private WhyNot Failure(RuleElement element, Token token)
    {
        var reader = new ConditionReader(Aliases(token));
        var conditions = Explainer.ConditionsOf(element);
        var type = Explainer.DeclarationOf(element).Type.Name;
        if (element is HavingElement) return Answer(element, token, conditions.Select(c => reader.Read(c, null)).FirstOrDefault(c => !c.Holds), "the condition fails");
        if (token is WitnessToken { Witness: { } witness })
            return Answer(element, token, null, element is PatternElement { Quantifier: Quantifier.All }
                ? $"{witness.Fact!.Value} is a counterexample to {Joined(conditions)}"
                : $"there is a {type} that satisfies {Joined(conditions)}: {witness.Fact!.Value}");
        var mine = given.FirstOrDefault(g => Explainer.DeclarationOf(element).Type.IsInstanceOfType(g.Value) && !Values(token).Contains(g.Value));
        if (element is PatternElement && mine is not null && conditions.Select(c => reader.Read(c, mine.Value)).FirstOrDefault(c => !c.Holds) is { } failed)
            return Answer(element, token, failed, $"{mine.Value} fails");
        return Answer(element, token, null, conditions.Count == 0 ? $"there is no {type}" : $"no {type} satisfies {Joined(conditions)}");
    }

    private WhyNot Answer(RuleElement element, Token token, ExplainedCondition? condition, string why)
    {
        var at = $"{Explainer.Kind(element)} {Explainer.DeclarationOf(element).Name}".TrimEnd();
        var sentence = $"The rule {node.Rule.Definition.Name} does not match at '{at}': {why}{(condition is null ? "" : $": {condition}")}.";
        return new WhyNot(node.Rule.Definition, false, Explainer.Kind(element), Explainer.DeclarationOf(element), condition, Values(token), sentence);
    }

    private Dictionary<string, object?> Aliases(Token token)
    {
        var facts = ReteState.FactsOf(token, null);
        return node.Declarations.Take(facts.Count).Zip(facts).Where(p => p.First.Name.Length > 0).ToDictionary(p => p.First.Name, p => p.Second.Value);
    }

    private static List<object?> Values(Token token) => [.. ReteState.FactsOf(token, null).Select(f => f.Value)];

    private static string Joined(IEnumerable<System.Linq.Expressions.LambdaExpression> conditions) =>
        string.Join(" and ", conditions.Select(c => $"'{ConditionReader.Text(c)}'"));
}
