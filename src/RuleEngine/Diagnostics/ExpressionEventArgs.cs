using System.Linq.Expressions;
using RuleEngine.RuleModel;

namespace RuleEngine.Diagnostics;

/// <summary>An expression of a rule that was evaluated.</summary>
public class ExpressionEventArgs(Expression expression, IEnumerable<object?> arguments, object? result, Exception? exception) : EventArgs
{
    /// <summary>The expression as it was written.</summary>
    public Expression Expression { get; } = expression;

    /// <summary>The values of the facts it was evaluated on.</summary>
    public IEnumerable<object?> Arguments { get; } = arguments;

    /// <summary>What it gave.</summary>
    public object? Result { get; } = result;

    /// <summary>What it threw.</summary>
    public Exception? Exception { get; } = exception;
}

/// <summary>An error a listener may handle.</summary>
public interface IRecoverableError
{
    /// <summary>Set to true to go on.</summary>
    bool IsHandled { get; set; }
}

/// <summary>A condition that was evaluated. The same condition may belong to several rules.</summary>
public class LhsExpressionEventArgs(Expression expression, IReadOnlyList<IFact> facts, object? result, Exception? exception)
    : ExpressionEventArgs(expression, facts.Select(f => f.Value), result, exception)
{
    /// <summary>The facts it was evaluated on.</summary>
    public IEnumerable<IFact> Facts { get; } = facts;
}

/// <summary>A condition that threw.</summary>
public class LhsExpressionErrorEventArgs(Expression expression, IReadOnlyList<IFact> facts, Exception exception)
    : LhsExpressionEventArgs(expression, facts, null, exception), IRecoverableError
{
    /// <inheritdoc/>
    public bool IsHandled { get; set; }
}

/// <summary>An agenda filter that was evaluated.</summary>
public class AgendaExpressionEventArgs(Expression expression, IMatch match, object? result, Exception? exception)
    : ExpressionEventArgs(expression, match.Facts.Select(f => f.Value), result, exception)
{
    /// <summary>The rule the filter belongs to.</summary>
    public IRuleDefinition Rule => Match.Rule;

    /// <summary>The match it decides about.</summary>
    public IMatch Match { get; } = match;

    /// <summary>The matched facts.</summary>
    public IEnumerable<IFactMatch> Facts => Match.Facts;
}

/// <summary>An agenda filter that threw.</summary>
public class AgendaExpressionErrorEventArgs(Expression expression, IMatch match, Exception exception)
    : AgendaExpressionEventArgs(expression, match, null, exception), IRecoverableError
{
    /// <inheritdoc/>
    public bool IsHandled { get; set; }
}

/// <summary>An action that was run.</summary>
public class RhsExpressionEventArgs(Expression expression, IMatch match, Exception? exception)
    : ExpressionEventArgs(expression, match.Facts.Select(f => f.Value), null, exception)
{
    /// <summary>The rule the action belongs to.</summary>
    public IRuleDefinition Rule => Match.Rule;

    /// <summary>The match that fired.</summary>
    public IMatch Match { get; } = match;

    /// <summary>The matched facts.</summary>
    public IEnumerable<IFactMatch> Facts => Match.Facts;
}

/// <summary>An action that threw.</summary>
public class RhsExpressionErrorEventArgs(Expression expression, IMatch match, Exception exception)
    : RhsExpressionEventArgs(expression, match, exception), IRecoverableError
{
    /// <inheritdoc/>
    public bool IsHandled { get; set; }
}
