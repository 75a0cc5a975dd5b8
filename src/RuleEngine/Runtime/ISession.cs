using RuleEngine.Diagnostics;
using RuleEngine.Extensibility;
using RuleEngine.RuleModel;

namespace RuleEngine;

/// <summary>
/// Facts and the matches of a factory's rules on them. A session belongs to one thread at a time. Identity of facts: the same
/// reference, or the same runtime type and equal by the registered comparer, else by <see cref="IIdentityProvider"/>, else by Equals.
/// </summary>
public interface ISession : ISessionSchemaProvider
{
    /// <summary>Whether yielded facts are matched by other rules right after each firing; true unless set.</summary>
    bool AutoPropagateLinkedFacts { get; set; }

    /// <summary>The matches that wait to fire.</summary>
    IAgenda Agenda { get; }

    /// <summary>What happens in this session.</summary>
    IEventProvider Events { get; }

    /// <summary>Finds the services rules ask for.</summary>
    IDependencyResolver DependencyResolver { get; set; }

    /// <summary>Runs around the actions of every match.</summary>
    IActionInterceptor? ActionInterceptor { get; set; }

    /// <summary>How many matches one call of Fire may fire before it fails, naming the rules that go round in a circle; without limit unless set.</summary>
    int FireBudget { get; set; }

    /// <summary>Inserts a fact.</summary>
    /// <exception cref="ArgumentException">The fact is known already.</exception>
    void Insert(object fact);

    /// <summary>Inserts a fact unless it is known; true when it was inserted.</summary>
    bool TryInsert(object fact);

    /// <summary>Inserts facts, all or none.</summary>
    /// <exception cref="ArgumentException">A fact is known already or given twice; nothing was inserted.</exception>
    void InsertAll(IEnumerable<object> facts);

    /// <summary>Inserts facts, all or none; the result names those that stood in the way.</summary>
    IFactResult TryInsertAll(IEnumerable<object> facts);

    /// <summary>Inserts facts; the result names those that could not be.</summary>
    IFactResult TryInsertAll(IEnumerable<object> facts, BatchOptions options);

    /// <summary>Looks at a changed fact again, or puts a new object in the place of one with equal identity.</summary>
    /// <exception cref="ArgumentException">The fact is not known, or was yielded by a rule.</exception>
    void Update(object fact);

    /// <summary>Updates a fact if it is known; true when it was.</summary>
    bool TryUpdate(object fact);

    /// <summary>Updates facts, all or none.</summary>
    /// <exception cref="ArgumentException">A fact is not known; nothing was updated.</exception>
    void UpdateAll(IEnumerable<object> facts);

    /// <summary>Updates facts, all or none; the result names those that stood in the way.</summary>
    IFactResult TryUpdateAll(IEnumerable<object> facts);

    /// <summary>Updates facts; the result names those that could not be.</summary>
    IFactResult TryUpdateAll(IEnumerable<object> facts, BatchOptions options);

    /// <summary>Takes a fact out.</summary>
    /// <exception cref="ArgumentException">The fact is not known, or was yielded by a rule.</exception>
    void Retract(object fact);

    /// <summary>Retracts a fact if it is known; true when it was.</summary>
    bool TryRetract(object fact);

    /// <summary>Retracts facts, all or none.</summary>
    /// <exception cref="ArgumentException">A fact is not known; nothing was retracted.</exception>
    void RetractAll(IEnumerable<object> facts);

    /// <summary>Retracts facts, all or none; the result names those that stood in the way.</summary>
    IFactResult TryRetractAll(IEnumerable<object> facts);

    /// <summary>Retracts facts; the result names those that could not be.</summary>
    IFactResult TryRetractAll(IEnumerable<object> facts, BatchOptions options);

    /// <summary>Has other rules match what was yielded since; needed only without <see cref="AutoPropagateLinkedFacts"/>.</summary>
    IEnumerable<ILinkedFactSet> PropagateLinked();

    /// <summary>Fires until no match waits; returns how many fired.</summary>
    int Fire();

    /// <summary>Fires until no match waits or the caller cancels; returns how many fired.</summary>
    int Fire(CancellationToken cancellationToken);

    /// <summary>Fires at most the given number of matches; returns how many fired.</summary>
    int Fire(int maxRulesNumber);

    /// <summary>Fires at most the given number of matches, until the caller cancels; returns how many fired.</summary>
    int Fire(int maxRulesNumber, CancellationToken cancellationToken);

    /// <summary>
    /// What would be different: makes the changes, fires, reads which yielded facts came and went, and takes everything back,
    /// so that the session is as it was. It costs what the changes touch. Facts are changed by updating with another object of
    /// equal identity; listeners to events hear what is supposed, too.
    /// </summary>
    /// <param name="changes">Inserts, updates and retracts.</param>
    /// <param name="inspect">Looks at the session as it would be, for example to explain a yielded fact.</param>
    Hypothesis Suppose(Action<ISession> changes, Action<ISession>? inspect = null);

    /// <summary>Why a fact was yielded: the rule, what satisfied each of its conditions, and so on for yielded facts among these.</summary>
    /// <exception cref="ArgumentException">The fact is not known, or was inserted from outside.</exception>
    Explanation Explain(object fact);

    /// <summary>Why a rule does not match the given facts: the first condition that fails, with its values.</summary>
    /// <exception cref="ArgumentException">The rule or a fact is not known.</exception>
    WhyNot WhyNot(string ruleName, params IEnumerable<object> facts);

    /// <summary>The facts of a type, inserted and yielded.</summary>
    IQueryable<TFact> Query<TFact>();
}

/// <summary>The matches that wait to fire.</summary>
public interface IAgenda
{
    /// <summary>Whether no match waits.</summary>
    bool IsEmpty { get; }

    /// <summary>The match that fires next.</summary>
    /// <exception cref="InvalidOperationException">No match waits.</exception>
    IMatch Peek();

    /// <summary>Lets no waiting match fire.</summary>
    void Clear();

    /// <summary>Adds a filter that decides for every match whether it may fire.</summary>
    void AddFilter(IAgendaFilter filter);

    /// <summary>Adds a filter that decides for the matches of one rule whether they may fire.</summary>
    void AddFilter(IRuleDefinition rule, IAgendaFilter filter);
}

/// <summary>Decides whether a match may fire.</summary>
public interface IAgendaFilter
{
    /// <summary>Whether the match may fire.</summary>
    bool Accept(IMatch match);
}

/// <summary>What a batch does when one of its facts cannot be processed.</summary>
public enum BatchOptions
{
    /// <summary>Nothing is processed.</summary>
    AllOrNothing = 0,

    /// <summary>The others are processed.</summary>
    SkipFailed = 1,
}

/// <summary>The facts of a batch that could not be processed.</summary>
public interface IFactResult
{
    /// <summary>How many.</summary>
    int FailedCount { get; }

    /// <summary>Which.</summary>
    IReadOnlyCollection<object> Failed { get; }
}

/// <summary>What happened to a yielded fact.</summary>
public enum LinkedFactAction
{
    /// <summary>It was yielded.</summary>
    Insert,

    /// <summary>It was yielded again.</summary>
    Update,

    /// <summary>Its match was lost.</summary>
    Retract,
}

/// <summary>Yielded facts to which the same happened.</summary>
public interface ILinkedFactSet
{
    /// <summary>What happened.</summary>
    LinkedFactAction Action { get; }

    /// <summary>To which facts.</summary>
    IEnumerable<IFact> Facts { get; }

    /// <summary>How many.</summary>
    int FactCount { get; }
}

/// <summary>The match a yielded fact rests on.</summary>
public interface ILinkedFactSource : IFactSource
{
    /// <summary>The rule that yielded it.</summary>
    IRuleDefinition Rule { get; }
}

/// <summary>Something that knows the compiled rules; see <see cref="ISession"/> and <see cref="ISessionFactory"/>.</summary>
public interface ISessionSchemaProvider
{
    /// <summary>How each rule finds its matches: which conditions an index serves and which compare every pair.</summary>
    IReadOnlyList<RulePlan> GetPlans();
}
