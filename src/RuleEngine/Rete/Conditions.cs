using System.Linq.Expressions;
using RuleEngine.Diagnostics;
using RuleEngine.Expressions;

namespace RuleEngine.Rete;

/// <summary>One condition as it was written, and as it runs alone: used to say which of several conditions failed.</summary>
internal sealed record ConditionPart<TDelegate>(LambdaExpression Source, LazyLambda<TDelegate> Test) where TDelegate : Delegate;

/// <summary>Conditions over one fact alone.</summary>
internal sealed class FactCondition(LazyLambda<Func<object, bool>> test, IReadOnlyList<ConditionPart<Func<object, bool>>> parts)
{
    private readonly LazyLambda<Func<object, bool>> _test = test;

    public IReadOnlyList<ConditionPart<Func<object, bool>>> Parts { get; } = parts;

    public bool SameAs(FactCondition? other) => other is not null && _test.SameAs(other._test);

    public bool Holds(ReteState state, WorkingFact fact)
    {
        if (state.Events.HasLhsListeners) return HoldsInParts(state, fact);
        try
        {
            return _test.Invoke(fact.Value!);
        }
        catch (Exception)
        {
            return HoldsInParts(state, fact);
        }
    }

    /// <summary>A method of its own: its closures would cost every call of the other an allocation.</summary>
    private bool HoldsInParts(ReteState state, WorkingFact fact) => Parts.All(part =>
        state.Evaluate(part.Source, () => part.Test.Invoke(fact.Value!), () => [fact]));
}

/// <summary>Conditions over the facts of a token and, for a join, one fact more.</summary>
internal sealed class TokenCondition(LazyLambda<Func<Token, object?, bool>> test, IReadOnlyList<ConditionPart<Func<Token, object?, bool>>> parts)
{
    private readonly LazyLambda<Func<Token, object?, bool>> _test = test;

    public IReadOnlyList<ConditionPart<Func<Token, object?, bool>>> Parts { get; } = parts;

    public bool SameAs(TokenCondition? other) => other is not null && _test.SameAs(other._test);

    public bool Holds(ReteState state, Token token, Fact? fact)
    {
        if (state.Events.HasLhsListeners) return HoldsInParts(state, token, fact);
        try
        {
            return _test.Invoke(token, fact?.Value);
        }
        catch (Exception)
        {
            return HoldsInParts(state, token, fact);
        }
    }

    private bool HoldsInParts(ReteState state, Token token, Fact? fact) => Parts.All(part =>
        state.Evaluate(part.Source, () => part.Test.Invoke(token, fact?.Value), () => ReteState.FactsOf(token, fact)));
}

/// <summary>A value computed from the facts of a token and, in a query, one element more.</summary>
internal sealed class TokenFunction<TResult>(LazyLambda<Func<Token, object?, TResult>> function, LambdaExpression source)
{
    private readonly LazyLambda<Func<Token, object?, TResult>> _function = function;

    public bool SameAs(TokenFunction<TResult>? other) => other is not null && _function.SameAs(other._function);

    public LambdaExpression Source { get; } = source;

    public TResult Compute(Token token, object? element) => _function.Invoke(token, element);

    /// <summary>False when the function threw and a listener handled it.</summary>
    public bool TryCompute(ReteState state, Token token, Fact? fact, out TResult result)
    {
        try
        {
            result = _function.Invoke(token, fact?.Value);
            return true;
        }
        catch (Exception cause)
        {
            state.ExpressionFailed(Source, ReteState.FactsOf(token, fact), cause);
            result = default!;
            return false;
        }
    }
}

/// <summary>The fact's side of a join's equality key.</summary>
internal sealed class FactKey(LazyLambda<Func<object, int>> hash)
{
    private readonly LazyLambda<Func<object, int>> _hash = hash;

    public bool SameAs(FactKey other) => _hash.SameAs(other._hash);

    /// <summary>Without a key when it cannot be computed: the fact then meets every token, and the condition says why.</summary>
    public int HashOf(object fact)
    {
        try
        {
            return _hash.Invoke(fact) & int.MaxValue;
        }
        catch (Exception)
        {
            return HashRings.Unkeyed;
        }
    }
}

/// <summary>The token's side of a join's equality key.</summary>
internal sealed class TokenKey(LazyLambda<Func<Token, int>> hash, IReadOnlyList<Expression> equalities)
{
    /// <summary>The equalities the index serves, as they were written.</summary>
    public string Text => string.Join(" and ", equalities.Select(equality => ConditionReader.Text(Expression.Lambda(equality))));

    /// <summary>Without a key when it cannot be computed: the token then meets every fact, and the condition says why.</summary>
    public int HashOf(Token token)
    {
        try
        {
            return hash.Invoke(token) & int.MaxValue;
        }
        catch (Exception)
        {
            return HashRings.Unkeyed;
        }
    }
}
