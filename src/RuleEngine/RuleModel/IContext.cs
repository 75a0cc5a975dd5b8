namespace RuleEngine.RuleModel;

/// <summary>What an action of a rule can see and do.</summary>
public interface IContext
{
    /// <summary>The rule that fires.</summary>
    IRuleDefinition Rule { get; }

    /// <summary>The match that fires.</summary>
    IMatch Match { get; }

    /// <summary>Set when the caller wants the firing to stop.</summary>
    CancellationToken CancellationToken { get; }

    /// <summary>Stops the firing after the current match.</summary>
    void Halt();

    /// <summary>Inserts a fact; see <see cref="ISession.Insert"/>.</summary>
    void Insert(object fact);

    /// <summary>Inserts facts; see <see cref="ISession.InsertAll"/>.</summary>
    void InsertAll(IEnumerable<object> facts);

    /// <summary>Inserts a fact unless it is known; true when it was inserted.</summary>
    bool TryInsert(object fact);

    /// <summary>Updates a fact; see <see cref="ISession.Update"/>.</summary>
    void Update(object fact);

    /// <summary>Updates facts; see <see cref="ISession.UpdateAll"/>.</summary>
    void UpdateAll(IEnumerable<object> facts);

    /// <summary>Updates a fact if it is known; true when it was.</summary>
    bool TryUpdate(object fact);

    /// <summary>Retracts a fact; see <see cref="ISession.Retract"/>.</summary>
    void Retract(object fact);

    /// <summary>Retracts facts; see <see cref="ISession.RetractAll"/>.</summary>
    void RetractAll(IEnumerable<object> facts);

    /// <summary>Retracts a fact if it is known; true when it was.</summary>
    bool TryRetract(object fact);

    /// <summary>Keys of the facts linked to this match.</summary>
    IReadOnlyCollection<object> GetLinkedKeys();

    /// <summary>The fact linked to this match under the key, or null.</summary>
    object? GetLinked(object key);

    /// <summary>Inserts a fact that lives as long as this match.</summary>
    /// <exception cref="ArgumentException">The key is taken, or the fact is already known.</exception>
    void InsertLinked(object key, object fact);

    /// <summary>Inserts facts that live as long as this match.</summary>
    void InsertAllLinked(IEnumerable<KeyValuePair<object, object>> keyedFacts);

    /// <summary>Replaces the fact linked under the key.</summary>
    void UpdateLinked(object key, object fact);

    /// <summary>Replaces linked facts.</summary>
    void UpdateAllLinked(IEnumerable<KeyValuePair<object, object>> keyedFacts);

    /// <summary>Retracts the fact linked under the key.</summary>
    void RetractLinked(object key, object fact);

    /// <summary>Retracts linked facts.</summary>
    void RetractAllLinked(IEnumerable<KeyValuePair<object, object>> keyedFacts);

    /// <summary>Asks the session's dependency resolver for a service.</summary>
    object Resolve(Type serviceType);
}
