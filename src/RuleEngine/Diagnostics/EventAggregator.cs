using System.Linq.Expressions;
using RuleEngine.Rete;
using RuleEngine.RuleModel;

namespace RuleEngine.Diagnostics;

/// <summary>Raises the events of a session and hands them on to those of its factory.</summary>
internal sealed class EventAggregator(ISession? session = null, EventAggregator? parent = null) : IEventProvider
{
    public event EventHandler<AgendaEventArgs>? ActivationCreatedEvent;
    public event EventHandler<AgendaEventArgs>? ActivationUpdatedEvent;
    public event EventHandler<AgendaEventArgs>? ActivationDeletedEvent;
    public event EventHandler<AgendaEventArgs>? RuleFiringEvent;
    public event EventHandler<AgendaEventArgs>? RuleFiredEvent;
    public event EventHandler<WorkingMemoryEventArgs>? FactInsertingEvent;
    public event EventHandler<WorkingMemoryEventArgs>? FactInsertedEvent;
    public event EventHandler<WorkingMemoryEventArgs>? FactUpdatingEvent;
    public event EventHandler<WorkingMemoryEventArgs>? FactUpdatedEvent;
    public event EventHandler<WorkingMemoryEventArgs>? FactRetractingEvent;
    public event EventHandler<WorkingMemoryEventArgs>? FactRetractedEvent;
    public event EventHandler<LhsExpressionEventArgs>? LhsExpressionEvaluatedEvent;
    public event EventHandler<LhsExpressionErrorEventArgs>? LhsExpressionFailedEvent;
    public event EventHandler<AgendaExpressionEventArgs>? AgendaExpressionEvaluatedEvent;
    public event EventHandler<AgendaExpressionErrorEventArgs>? AgendaExpressionFailedEvent;
    public event EventHandler<RhsExpressionEventArgs>? RhsExpressionEvaluatedEvent;
    public event EventHandler<RhsExpressionErrorEventArgs>? RhsExpressionFailedEvent;

    /// <summary>Set while a session starts again after a failure: listeners have heard of its first matches already.</summary>
    public bool IsMuted { get; set; }

    public bool HasLhsListeners => LhsExpressionEvaluatedEvent is not null || parent is { HasLhsListeners: true };

    public void ActivationCreated(IMatch match) => Raise(match, e => e.ActivationCreatedEvent);

    public void ActivationUpdated(IMatch match) => Raise(match, e => e.ActivationUpdatedEvent);

    public void ActivationDeleted(IMatch match) => Raise(match, e => e.ActivationDeletedEvent);

    public void RuleFiring(IMatch match) => Raise(match, e => e.RuleFiringEvent);

    public void RuleFired(IMatch match) => Raise(match, e => e.RuleFiredEvent);

    public void FactChanging(IFact fact, LinkedFactAction action) => Raise(fact, action switch
    {
        LinkedFactAction.Insert => static e => e.FactInsertingEvent,
        LinkedFactAction.Update => static e => e.FactUpdatingEvent,
        _ => static e => e.FactRetractingEvent,
    });

    public void FactChanged(IFact fact, LinkedFactAction action) => Raise(fact, action switch
    {
        LinkedFactAction.Insert => static e => e.FactInsertedEvent,
        LinkedFactAction.Update => static e => e.FactUpdatedEvent,
        _ => static e => e.FactRetractedEvent,
    });

    public void LhsEvaluated(Expression expression, IReadOnlyList<IFact> facts, object? result) =>
        Raise(() => new LhsExpressionEventArgs(expression, facts, result, null), e => e.LhsExpressionEvaluatedEvent);

    public void AgendaEvaluated(Expression expression, IMatch match, object? result) =>
        Raise(() => new AgendaExpressionEventArgs(expression, match, result, null), e => e.AgendaExpressionEvaluatedEvent);

    public void RhsEvaluated(Expression expression, IMatch match) =>
        Raise((expression, match), static e => new RhsExpressionEventArgs(e.expression, e.match, null), static e => e.RhsExpressionEvaluatedEvent);

    /// <summary>True when a listener handled the failure.</summary>
    public bool LhsFailed(Expression expression, IReadOnlyList<IFact> facts, Exception cause) =>
        IsHandled(new LhsExpressionErrorEventArgs(expression, facts, cause), e => e.LhsExpressionFailedEvent);

    public bool AgendaFailed(Expression expression, IMatch match, Exception cause) =>
        IsHandled(new AgendaExpressionErrorEventArgs(expression, match, cause), e => e.AgendaExpressionFailedEvent);

    public bool RhsFailed(Expression expression, IMatch match, Exception cause) =>
        IsHandled(new RhsExpressionErrorEventArgs(expression, match, cause), e => e.RhsExpressionFailedEvent);

    private void Raise(IMatch match, Func<EventAggregator, EventHandler<AgendaEventArgs>?> handlers) =>
        Raise(match, static match => new AgendaEventArgs(match), handlers);

    private void Raise(IFact fact, Func<EventAggregator, EventHandler<WorkingMemoryEventArgs>?> handlers) =>
        Raise(fact, static fact => new WorkingMemoryEventArgs(fact), handlers);

    private bool IsHandled<TArgs>(TArgs args, Func<EventAggregator, EventHandler<TArgs>?> handlers) where TArgs : EventArgs, IRecoverableError
    {
        Raise(() => args, handlers);
        return args.IsHandled;
    }

    private void Raise<TArgs>(Func<TArgs> create, Func<EventAggregator, EventHandler<TArgs>?> handlers) where TArgs : EventArgs =>
        Raise(create, static create => create(), handlers);

    /// <summary>Most events have no listener: what is told is made for the first one, and nothing is captured.</summary>
    private void Raise<TSubject, TArgs>(
        TSubject subject, Func<TSubject, TArgs> create, Func<EventAggregator, EventHandler<TArgs>?> handlers) where TArgs : EventArgs
    {
        if (IsMuted) return;
        TArgs? args = null;
        for (var listener = this; listener is not null; listener = listener.Parent)
            if (handlers(listener) is { } handler) handler(session, args ??= create(subject));
    }

    private EventAggregator? Parent => parent;
}
