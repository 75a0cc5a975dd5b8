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
            if (branch[place].Declared is { } declaration) scope = scope.With(declaration, 0);
        }
        return [.. steps.OrderByDescending(s => s.GoesFirst).ThenBy(s => s.Place).Select(s => (s.Element, s.Place))];
    }

    private static bool ReadsAliases(QueryElement query, AliasScope scope) => query.Lambdas.Any(lambda => scope.IsReadBy(lambda.Body, ""));
}
