using System.Linq.Expressions;
using RuleEngine.RuleModel;

namespace RuleEngine.Rete;

/// <summary>Multiplies out And and Or: a rule has one branch for each way to satisfy it.</summary>
internal static class Branches
{
    public static IReadOnlyList<IReadOnlyList<RuleElement>> Of(RuleElement element) => element switch
    {
        GroupElement { IsOr: true } or => [.. or.ChildElements.SelectMany(Of)],
        GroupElement and => and.ChildElements.Aggregate(
            (IReadOnlyList<IReadOnlyList<RuleElement>>)[[]],
            (branches, child) => [.. from branch in branches from more in Of(child) select (IReadOnlyList<RuleElement>)[.. branch, .. more]]),
        _ => [[element]],
    };
}

internal static class Negation
{
    public static LambdaExpression Of(LambdaExpression condition) => Expression.Lambda(Expression.Not(condition.Body), condition.Parameters);
}
