using System.Linq.Expressions;
using RuleEngine.RuleModel;

namespace RuleEngine.Diagnostics;

/// <summary>What happens in a session; a factory's provider hears all its sessions.</summary>
public interface IEventProvider
{
    /// <summary>A match came to be.</summary>
    event EventHandler<AgendaEventArgs>? ActivationCreatedEvent;

    /// <summary>A fact of a match was updated.</summary>
    event EventHandler<AgendaEventArgs>? ActivationUpdatedEvent;

    /// <summary>A match was lost.</summary>
    event EventHandler<AgendaEventArgs>? ActivationDeletedEvent;

    /// <summary>A match is about to fire.</summary>
    event EventHandler<AgendaEventArgs>? RuleFiringEvent;

    /// <summary>A match has fired.</summary>
    event EventHandler<AgendaEventArgs>? RuleFiredEvent;

    /// <summary>A fact is about to be inserted.</summary>
    event EventHandler<WorkingMemoryEventArgs>? FactInsertingEvent;

    /// <summary>A fact was inserted.</summary>
    event EventHandler<WorkingMemoryEventArgs>? FactInsertedEvent;

    /// <summary>A fact is about to be updated.</summary>
    event EventHandler<WorkingMemoryEventArgs>? FactUpdatingEvent;

    /// <summary>A fact was updated.</summary>
    event EventHandler<WorkingMemoryEventArgs>? FactUpdatedEvent;

    /// <summary>A fact is about to be retracted.</summary>
    event EventHandler<WorkingMemoryEventArgs>? FactRetractingEvent;

    /// <summary>A fact was retracted.</summary>
    event EventHandler<WorkingMemoryEventArgs>? FactRetractedEvent;

    /// <summary>A condition was evaluated. Pairs an index rules out are not evaluated, so counts differ from an engine without one.</summary>
    event EventHandler<ExpressionEventArgs>? LhsExpressionEvaluatedEvent;

    /// <summary>A condition threw; handled, it counts as not satisfied.</summary>
    event EventHandler<ExpressionErrorEventArgs>? LhsExpressionFailedEvent;

    /// <summary>An agenda filter was evaluated.</summary>
    event EventHandler<ExpressionEventArgs>? AgendaExpressionEvaluatedEvent;

    /// <summary>An agenda filter threw; handled, the match is kept from the agenda.</summary>
    event EventHandler<ExpressionErrorEventArgs>? AgendaExpressionFailedEvent;

    /// <summary>An action was run.</summary>
    event EventHandler<ExpressionEventArgs>? RhsExpressionEvaluatedEvent;

    /// <summary>An action threw; handled, the firing goes on.</summary>
    event EventHandler<ExpressionErrorEventArgs>? RhsExpressionFailedEvent;
}

/// <summary>A match and its facts.</summary>
public class AgendaEventArgs(IMatch match) : EventArgs
{
    /// <summary>The rule.</summary>
    public IRuleDefinition Rule => Match.Rule;

    /// <summary>The matched facts.</summary>
    public IEnumerable<IFactMatch> Facts => Match.Facts;

    /// <summary>The match.</summary>
    public IMatch Match { get; } = match;
}

/// <summary>A fact that enters, changes in or leaves working memory.</summary>
public class WorkingMemoryEventArgs(IFact fact) : EventArgs
{
    /// <summary>The fact.</summary>
    public IFact Fact { get; } = fact;
}

/// <summary>An expression of a rule that was evaluated.</summary>
public class ExpressionEventArgs(Expression expression, IReadOnlyList<IFact> facts, object? result, Exception? exception) : EventArgs
{
    /// <summary>The expression as it was written.</summary>
    public Expression Expression { get; } = expression;

    /// <summary>The facts it was evaluated on.</summary>
    public IReadOnlyList<IFact> Facts { get; } = facts;

    /// <summary>The values of these facts.</summary>
    public IEnumerable<object?> Arguments => Facts.Select(f => f.Value);

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

/// <summary>An expression of a rule that threw.</summary>
public class ExpressionErrorEventArgs(Expression expression, IReadOnlyList<IFact> facts, Exception exception)
    : ExpressionEventArgs(expression, facts, null, exception), IRecoverableError
{
    /// <inheritdoc/>
    public bool IsHandled { get; set; }
}
