using System.Linq.Expressions;
using RuleEngine.Expressions;
using RuleEngine.RuleModel;

namespace RuleEngine.Rete;

/// <summary>
/// Refuses a rule that reads an alias where it has no fact: before the pattern that matches it, or after an Or of which only
/// some branches match it. Unnoticed, the rule would read the captured variable, which is null.
/// </summary>
internal static class AliasCheck
{
    public static void Of(RuleDefinition rule, IReadOnlyList<IReadOnlyList<RuleElement>> branches)
    {
        var all = Scope(branches.SelectMany(branch => branch));
        foreach (var branch in branches)
        {
            var known = AliasScope.Empty;
            foreach (var element in branch)
            {
                var own = element is PatternElement pattern ? pattern.Declaration.Name : "";
                foreach (var lambda in element.Lambdas) Check(lambda, all.Without(known), own);
                if (element.Declared is { } declaration) known = known.With(declaration, 0);
            }
            var unknown = all.Without(known);
            foreach (var lambda in rule.Actions.Select(a => a.Lambda).Concat(rule.Filters.Keys).Concat(rule.Filters.Predicates)) Check(lambda, unknown, "");
        }
    }

    private static AliasScope Scope(IEnumerable<RuleElement> elements) =>
        elements.Select(e => e.Declared).OfType<Declaration>().Aggregate(AliasScope.Empty, (scope, declaration) => scope.With(declaration, 0));

    private static void Check(LambdaExpression lambda, AliasScope unknown, string own)
    {
        if (unknown.AliasReadBy(lambda.Body, own) is { } name)
            throw new ArgumentException(
                $"'{Diagnostics.ConditionReader.Text(lambda)}' reads '{name}' where no pattern before it has matched it. Match it first; after an Or, in each of its branches.");
    }
}
