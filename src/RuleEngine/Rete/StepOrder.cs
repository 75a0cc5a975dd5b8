using System.Linq.Expressions;
using RuleEngine.Expressions;
using RuleEngine.RuleModel;

namespace RuleEngine.Rete;

/// <summary>
/// The order in which the network takes a rule's conditions. A query that reads no alias has the same results for every match
/// before it, so it goes to the front: one collection then serves all, instead of one copy per match.
/// </summary>
internal static class StepOrder
{
    public static IReadOnlyList<(RuleElement Element, int Place)> Of(IReadOnlyList<RuleElement> branch)
    {
        var scope = AliasScope.Empty;
        var steps = new List<(RuleElement Element, int Place, bool GoesFirst)>();
        for (var place = 0; place < branch.Count; place++)
        {
            steps.Add((branch[place], place, branch[place] is QueryElement query && !ReadsAliases(query, scope)));
            if (DeclarationOf(branch[place]) is { } declaration) scope = scope.With(declaration, 0);
        }
        return [.. steps.OrderByDescending(s => s.GoesFirst).ThenBy(s => s.Place).Select(s => (s.Element, s.Place))];
    }

    private static bool ReadsAliases(QueryElement query, AliasScope scope) => query.Source.Conditions
        .Concat(query.Stages.SelectMany(stage => stage.Lambdas))
        .Concat(query.Source.From is { } from ? (IEnumerable<LambdaExpression>)[from] : [])
        .Any(lambda => scope.IsReadBy(lambda.Body, ""));

    private static Declaration? DeclarationOf(RuleElement element) => element switch
    {
        PatternElement { Quantifier: Quantifier.Each } pattern => pattern.Declaration,
        QueryElement query => query.Declaration,
        LetElement let => let.Declaration,
        _ => null,
    };
}
