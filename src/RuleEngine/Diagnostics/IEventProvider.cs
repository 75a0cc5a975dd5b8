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
    event EventHandler<LhsExpressionEventArgs>? LhsExpressionEvaluatedEvent;

    /// <summary>A condition threw; handled, it counts as not satisfied.</summary>
    event EventHandler<LhsExpressionErrorEventArgs>? LhsExpressionFailedEvent;

    /// <summary>An agenda filter was evaluated.</summary>
    event EventHandler<AgendaExpressionEventArgs>? AgendaExpressionEvaluatedEvent;

    /// <summary>An agenda filter threw; handled, the match is kept from the agenda.</summary>
    event EventHandler<AgendaExpressionErrorEventArgs>? AgendaExpressionFailedEvent;

    /// <summary>An action was run.</summary>
    event EventHandler<RhsExpressionEventArgs>? RhsExpressionEvaluatedEvent;

    /// <summary>An action threw; handled, the firing goes on.</summary>
    event EventHandler<RhsExpressionErrorEventArgs>? RhsExpressionFailedEvent;
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
