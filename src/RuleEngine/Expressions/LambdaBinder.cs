using System.Linq.Expressions;
using RuleEngine.Diagnostics;
using RuleEngine.Rete;
using RuleEngine.RuleModel;

namespace RuleEngine.Expressions;

/// <summary>
/// Turns the lambdas of a rule into functions over a token and, where the lambda has a parameter, one fact or element more.
/// </summary>
internal sealed class LambdaBinder(AliasScope scope, int level, string ownAlias = "")
{
    private readonly ParameterExpression _context = Expression.Parameter(typeof(IContext), "context");
    private readonly ParameterExpression _token = Expression.Parameter(typeof(Token), "token");
    private readonly ParameterExpression _fact = Expression.Parameter(typeof(object), "fact");

    public bool ReadsAliases(Expression body) => scope.IsReadBy(body, ownAlias);

    public FactCondition? FactCondition(IReadOnlyList<LambdaExpression> conditions)
    {
        if (conditions.Count == 0) return null;
        var parts = conditions.Select(c => new ConditionPart<Func<object, bool>>(c, Lazy<Func<object, bool>>(Body(c), _fact))).ToList();
        var test = parts.Count == 1 ? parts[0].Test : Lazy<Func<object, bool>>(conditions.Select(Body).Aggregate(Expression.AndAlso), _fact);
        return new FactCondition(test, parts);
    }

    public TokenCondition? TokenCondition(IReadOnlyList<LambdaExpression> conditions)
    {
        if (conditions.Count == 0) return null;
        var parts = conditions.Select(c => new ConditionPart<Func<Token, object?, bool>>(c, Lazy<Func<Token, object?, bool>>(Body(c), _token, _fact))).ToList();
        var test = parts.Count == 1
            ? parts[0].Test
            : Lazy<Func<Token, object?, bool>>(conditions.Select(Body).Aggregate(Expression.AndAlso), _token, _fact);
        return new TokenCondition(test, parts);
    }

    public TokenFunction<TResult> TokenFunction<TResult>(LambdaExpression lambda) =>
        new(Lazy<Func<Token, object?, TResult>>(As(typeof(TResult), Body(lambda)), _token, _fact), lambda);

    /// <summary>The index key of a join: null when no equality can serve.</summary>
    public (FactKey Facts, TokenKey Tokens)? Key(IReadOnlyList<LambdaExpression> conditions)
    {
        var pairs = conditions
            .SelectMany(c => EqualityKey.Find(c.Body, side => Mentions(side, c.Parameters[0]), ReadsAliases)
                .Select(pair => (Fact: Body(c, pair.Fact), Alias: Body(c, pair.Alias), pair.ByReference, pair.Equality)))
            .ToList();
        if (pairs.Count == 0) return null;
        var facts = EqualityKey.Hash(pairs.Select(p => (p.Fact, p.ByReference)));
        var tokens = EqualityKey.Hash(pairs.Select(p => (p.Alias, p.ByReference)));
        return (new FactKey(Lazy<Func<object, int>>(facts, _fact)), new TokenKey(Lazy<Func<Token, int>>(tokens, _token), [.. pairs.Select(p => p.Equality)]));
    }

    public LazyLambda<Action<IContext, Token>> Action(LambdaExpression lambda) =>
        Lazy<Action<IContext, Token>>(ActionBody(lambda), _context, _token);

    public LazyLambda<Func<IContext, Token, object>> Yield(LambdaExpression lambda) =>
        Lazy<Func<IContext, Token, object>>(As(typeof(object), ActionBody(lambda)), _context, _token);

    public LazyLambda<Func<IContext, Token, object, object>> YieldUpdate(LambdaExpression lambda) =>
        Lazy<Func<IContext, Token, object, object>>(
            As(typeof(object), Substitution.Of(lambda.Parameters[1], Expression.Convert(_fact, lambda.Parameters[1].Type), ActionBody(lambda))),
            _context, _token, _fact);

    private Expression ActionBody(LambdaExpression lambda) =>
        scope.Bind(Substitution.Of(lambda.Parameters[0], _context, lambda.Body), _token, level, context: _context);

    private Expression Body(LambdaExpression lambda) => Body(lambda, lambda.Body);

    private Expression Body(LambdaExpression lambda, Expression part)
    {
        if (lambda.Parameters.Count == 0) return scope.Bind(part, _token, level);
        var fact = Expression.Convert(_fact, lambda.Parameters[0].Type);
        return Substitution.Of(lambda.Parameters[0], fact, scope.Bind(part, _token, level, ownAlias, fact));
    }

    private static Expression As(Type type, Expression body) => body.Type == type ? body : Expression.Convert(body, type);

    private static LazyLambda<TDelegate> Lazy<TDelegate>(Expression body, params ParameterExpression[] parameters) where TDelegate : Delegate =>
        new(Expression.Lambda<TDelegate>(body, parameters));

    private static bool Mentions(Expression body, ParameterExpression parameter)
    {
        var search = new ParameterSearch(parameter);
        search.Visit(body);
        return search.Found;
    }

    private sealed class ParameterSearch(ParameterExpression parameter) : ExpressionVisitor
    {
        public bool Found { get; private set; }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            Found |= node == parameter;
            return node;
        }
    }
}
