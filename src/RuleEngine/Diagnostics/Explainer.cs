using RuleEngine.Rete;
using RuleEngine.RuleModel;

namespace RuleEngine.Diagnostics;

/// <summary>Answers "why": follows a yielded fact to the facts its match rests on.</summary>
internal static class Explainer
{
    public static Explanation Explain(WorkingFact fact)
    {
        var activation = fact.Link!;
        var node = (RuleNode)activation.Node;
        var matched = new Queue<IFactMatch>(activation.FactsByStep);
        var aliases = activation.Facts.Where(f => f.Declaration.Name.Length > 0).ToDictionary(f => f.Declaration.Name, f => f.Value);
        var reader = new ConditionReader(aliases);
        return new Explanation(fact.Value!, activation.Rule, [.. node.Path.Select(step => (step.Place, Pattern: Explain(step.Element, reader, matched))).OrderBy(p => p.Place).Select(p => p.Pattern)]);
    }

    private static ExplainedPattern Explain(RuleElement element, ConditionReader reader, Queue<IFactMatch> matched)
    {
        var kind = Kind(element);
        var conditions = ConditionsOf(element);
        if (element is PatternElement { Quantifier: not Quantifier.Each } or HavingElement)
        {
            var read = element is HavingElement ? conditions.Select(c => reader.Read(c, null)) : conditions.Select(c => new ExplainedCondition(ConditionReader.Text(c), [], true));
            return new ExplainedPattern(kind, DeclarationOf(element), null, [.. read], null);
        }
        var fact = matched.Dequeue();
        var read2 = element is PatternElement ? conditions.Select(c => reader.Read(c, fact.Value)) : conditions.Select(c => new ExplainedCondition(ConditionReader.Text(c), [], true));
        return new ExplainedPattern(kind, fact.Declaration, fact.Value, [.. read2], Because(fact));
    }

    private static Explanation? Because(IFactMatch fact) => fact.Source is Activation activation
        ? Explain(activation.Linked.First(l => ReferenceEquals(l.Fact.Value, fact.Value)).Fact)
        : null;

    public static string Kind(RuleElement element) => element switch
    {
        PatternElement { Quantifier: Quantifier.Each } => "Match",
        PatternElement pattern => pattern.Quantifier.ToString(),
        QueryElement => "Query",
        LetElement => "Let",
        _ => "Having",
    };

    public static Declaration DeclarationOf(RuleElement element) => element switch
    {
        PatternElement pattern => pattern.Declaration,
        QueryElement query => query.Declaration,
        LetElement let => let.Declaration,
        _ => new Declaration("", typeof(void)),
    };

    public static IReadOnlyList<System.Linq.Expressions.LambdaExpression> ConditionsOf(RuleElement element) => element switch
    {
        PatternElement { MustHold: { } mustHold } pattern => [.. pattern.Conditions, mustHold],
        PatternElement pattern => pattern.Conditions,
        QueryElement query => query.Source.Conditions,
        LetElement let => [let.Expression],
        HavingElement having => having.Conditions,
        _ => [],
    };
}
