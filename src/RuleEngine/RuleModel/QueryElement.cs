using System.Linq.Expressions;
using RuleEngine.Aggregation;

namespace RuleEngine.RuleModel;

/// <summary>A pattern whose facts are the results of a query.</summary>
internal sealed class QueryElement(Declaration declaration, QuerySource source, IReadOnlyList<StageSpec> stages) : RuleElement
{
    public Declaration Declaration { get; } = declaration;
    public QuerySource Source { get; } = source;
    public IReadOnlyList<StageSpec> Stages { get; } = stages;
    internal override Declaration? Declared => Declaration;
    internal override IEnumerable<LambdaExpression> Lambdas =>
        [.. Source.Conditions, .. Source.From is { } from ? [from] : Array.Empty<LambdaExpression>(), .. Stages.SelectMany(stage => stage.Lambdas)];
}

/// <summary>Where a query starts: facts of a type, or one computed value.</summary>
internal sealed record QuerySource(Type Type, IReadOnlyList<LambdaExpression> Conditions, LambdaExpression? From);
