using System.Linq.Expressions;

namespace RuleEngine.Expressions;

/// <summary>
/// A lambda compiled on its first call: most lambdas of a large rule set are never reached in a given session, and
/// compilation is what makes the first session slow. Two threads may compile the same lambda; either result serves.
/// </summary>
internal sealed class LazyLambda<TDelegate>(Expression<TDelegate> source) where TDelegate : Delegate
{
    private TDelegate? _compiled;

    public Expression<TDelegate> Source { get; } = source;

    public TDelegate Invoke => _compiled ?? Compile();

    public bool SameAs(LazyLambda<TDelegate>? other) => other is not null && ExpressionComparer.AreEqual(Source, other.Source);

    private TDelegate Compile() => _compiled = Source.Compile();
}
