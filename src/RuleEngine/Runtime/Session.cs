using RuleEngine.Diagnostics;
using RuleEngine.Extensibility;
using RuleEngine.Rete;
using RuleEngine.RuleModel;

namespace RuleEngine;

/// <summary>The public face of a session: checks what is asked, then has facts propagated and matches fired.</summary>
internal sealed class Session : ISession
{
    private readonly SessionGuard _guard = new();
    private readonly EventAggregator _events;
    private readonly SessionFactory _factory;
    private readonly Journal _journal = new();
    private readonly Agenda _agenda;
    private readonly Firing _firing;
    private WorkingMemory _memory = null!;
    private Propagation _propagation = null!;
    private bool _isFresh;

    public Session(SessionFactory factory, EventAggregator parentEvents)
    {
        _factory = factory;
        _events = new EventAggregator(this, parentEvents);
        _agenda = new Agenda(_journal);
        _firing = new Firing(this, _events);
        Reset();
    }

    public ReteState State { get; private set; } = null!;
    public LinkedFacts LinkedFacts { get; private set; } = null!;
    public bool AutoPropagateLinkedFacts { get; set; } = true;
    public IAgenda Agenda => _agenda;
    public IEventProvider Events => _events;
    public IDependencyResolver DependencyResolver { get; set; } = new NoDependencies();
    public IActionInterceptor? ActionInterceptor { get; set; }
    public int FireBudget { get; set; } = int.MaxValue;

    /// <summary>Inserted and yielded; for diagnosis.</summary>
    public IEnumerable<WorkingFact> AllFacts => _memory.All;

    public IReadOnlyList<RulePlan> GetPlans() => [.. State.Network.RuleNodes.Select(RulePlan.Of)];

    public void Start()
    {
        using var _ = _guard.Enter();
        _journal.IsOff = true;
        State.Start();
        _journal.IsOff = false;
        _isFresh = true;
    }

    /// <summary>
    /// Begins again without facts. A first batch that fails is taken back this way, since a journal of it would cost more
    /// than the batch.
    /// </summary>
    private void Reset()
    {
        State = new ReteState(_factory.Network, _events, _journal, _agenda);
        _memory = new WorkingMemory(State, _factory.Identity);
        _propagation = new Propagation(State);
        LinkedFacts = new LinkedFacts(State, _memory, _propagation, _factory.ShareEqualYields);
    }

    private void Restart()
    {
        _agenda.Clear();
        Reset();
        _events.IsMuted = true;
        State.Start();
        _events.IsMuted = false;
    }

    public void Insert(object fact) => InsertAll([fact ?? throw new ArgumentNullException(nameof(fact))]);

    public bool TryInsert(object fact) => TryInsertAll([fact ?? throw new ArgumentNullException(nameof(fact))]).FailedCount == 0;

    public void InsertAll(IEnumerable<object> facts) => ThrowIfFailed(TryInsertAll(facts), "inserted", "it is in the session already");

    public IFactResult TryInsertAll(IEnumerable<object> facts) => TryInsertAll(facts, BatchOptions.AllOrNothing);

    public IFactResult TryInsertAll(IEnumerable<object> facts, BatchOptions options)
    {
        using var transaction = Begin(isFirst: _isFresh);
        var given = NotNull(facts);
        var failed = new List<object>();
        var added = new List<WorkingFact>(given.Count);
        _memory.Reserve(given);
        foreach (var value in given)
        {
            if (_memory.TryAdd(value) is { } fact) added.Add(fact);
            else failed.Add(value);
        }
        if (failed.Count > 0 && options == BatchOptions.AllOrNothing)
        {
            return new FactResult(failed);
        }
        foreach (var fact in added) _events.FactChanging(fact, LinkedFactAction.Insert);
        _propagation.Insert(added);
        foreach (var fact in added) _events.FactChanged(fact, LinkedFactAction.Insert);
        Complete();
        transaction.Commit();
        _isFresh = false;
        return new FactResult(failed);
    }

    public void Update(object fact) => UpdateAll([fact ?? throw new ArgumentNullException(nameof(fact))]);

    public bool TryUpdate(object fact) => TryUpdateAll([fact ?? throw new ArgumentNullException(nameof(fact))]).FailedCount == 0;

    public void UpdateAll(IEnumerable<object> facts) => ThrowIfFailed(TryUpdateAll(facts), "updated", "it is not in the session");

    public IFactResult TryUpdateAll(IEnumerable<object> facts) => TryUpdateAll(facts, BatchOptions.AllOrNothing);

    public IFactResult TryUpdateAll(IEnumerable<object> facts, BatchOptions options) => Change(facts, options, LinkedFactAction.Update, (fact, value) =>
    {
        fact.SetValue(State, value);
        _propagation.Update(fact);
    });

    public void Retract(object fact) => RetractAll([fact ?? throw new ArgumentNullException(nameof(fact))]);

    public bool TryRetract(object fact) => TryRetractAll([fact ?? throw new ArgumentNullException(nameof(fact))]).FailedCount == 0;

    public void RetractAll(IEnumerable<object> facts) => ThrowIfFailed(TryRetractAll(facts), "retracted", "it is not in the session");

    public IFactResult TryRetractAll(IEnumerable<object> facts) => TryRetractAll(facts, BatchOptions.AllOrNothing);

    public IFactResult TryRetractAll(IEnumerable<object> facts, BatchOptions options)
    {
        var result = Change(facts, options, LinkedFactAction.Retract, (fact, _) =>
        {
            _propagation.Retract(fact);
            _memory.Remove(fact);
        });
        if (!_journal.IsHeld) ReleaseEmpty();
        return result;
    }

    /// <summary>Memories that have become empty let go of the room they had grown to.</summary>
    private void ReleaseEmpty()
    {
        _memory.ReleaseEmpty();
        State.ReleaseEmpty();
    }

    public IEnumerable<ILinkedFactSet> PropagateLinked()
    {
        using var transaction = Begin();
        var sets = new List<ILinkedFactSet>();
        LinkedFacts.Propagate(sets);
        transaction.Commit();
        return sets;
    }

    public int Fire() => Fire(int.MaxValue, CancellationToken.None);

    public int Fire(CancellationToken cancellationToken) => Fire(int.MaxValue, cancellationToken);

    public int Fire(int maxRulesNumber) => Fire(maxRulesNumber, CancellationToken.None);

    public int Fire(int maxRulesNumber, CancellationToken cancellationToken)
    {
        using var _ = _guard.Enter();
        _isFresh = false;
        var watch = new FireWatch(FireBudget);
        var fired = 0;
        while (fired < maxRulesNumber && !cancellationToken.IsCancellationRequested && FireNext(watch, cancellationToken) is { } context)
        {
            fired += context.HasFired ? 1 : 0;
            if (context.IsHalted) break;
        }
        return fired;
    }

    public Hypothesis Suppose(Action<ISession> changes, Action<ISession>? inspect = null)
    {
        using var transaction = Begin();
        changes(this);
        var fired = Fire();
        var result = Hypothesis.Read(State.Journal, transaction.Mark, fired);
        inspect?.Invoke(this);
        return result;
    }

    /// <summary>
    /// Fires one match, or passes over one that a filter refuses; null when none waits. The match is consumed in any case; if
    /// the yielded facts make a condition throw, everything else it did is taken back.
    /// </summary>
    private ActionContext? FireNext(FireWatch watch, CancellationToken cancellationToken)
    {
        if (State.Agenda.First() is not { } activation) return null;
        var context = new ActionContext(this, activation, cancellationToken);
        State.Agenda.Remove(activation);
        if (!State.Agenda.Accepts(activation)) return context;
        watch.Note(activation.Rule);
        using var transaction = Begin();
        context.HasFired = true;
        try
        {
            _firing.Run(activation, context);
        }
        catch (RuleRhsExpressionEvaluationException)
        {
            Complete();
            transaction.Commit();
            throw;
        }
        Complete();
        transaction.Commit();
        return context;
    }

    public IQueryable<TFact> Query<TFact>() => _memory.OfType<TFact>().AsQueryable();

    public Explanation Explain(object fact)
    {
        using var _ = _guard.Enter();
        var known = Known(fact);
        return known.Link is null
            ? throw new ArgumentException($"The fact '{fact}' was inserted from outside; only what a rule yielded has an explanation.", nameof(fact))
            : Explainer.Explain(known);
    }

    public WhyNot WhyNot(string ruleName, params IEnumerable<object> facts)
    {
        using var _ = _guard.Enter();
        var given = facts.Select(Known).ToList();
        var answers = State.Network.RuleNodes.Where(n => n.Rule.Definition.Name == ruleName)
            .Select(node => new WhyNotFinder(State, node, given).Find()).ToList();
        return answers.Find(a => a.Matches) ?? answers.MaxBy(a => a.Facts.Count)
            ?? throw new ArgumentException($"There is no rule '{ruleName}'.", nameof(ruleName));
    }

    private WorkingFact Known(object fact) => _memory.Find(fact ?? throw new ArgumentNullException(nameof(fact)))
        ?? throw new ArgumentException($"The fact '{fact}' is not in the session.", nameof(fact));

    private FactResult Change(IEnumerable<object> values, BatchOptions options, LinkedFactAction action, Action<WorkingFact, object> change)
    {
        using var transaction = Begin();
        var failed = new List<object>();
        var known = new List<(WorkingFact Fact, object Value)>();
        foreach (var value in NotNull(values))
        {
            if (_memory.Find(value) is { } fact) known.Add((fact.Link is null ? fact : throw IsLinked(fact, action), value));
            else failed.Add(value);
        }
        if (failed.Count > 0 && options == BatchOptions.AllOrNothing) return new FactResult(failed);
        if (action == LinkedFactAction.Retract) known = [.. known.DistinctBy(k => k.Fact)];
        foreach (var (fact, value) in known)
        {
            _events.FactChanging(fact, action);
            change(fact, value);
            _events.FactChanged(fact, action);
        }
        Complete();
        transaction.Commit();
        return new FactResult(failed);
    }

    /// <summary>The first operation of a session is taken back by starting again.</summary>
    private Transaction Begin(bool isFirst = false)
    {
        var entry = _guard.Enter();
        return isFirst && !_journal.IsHeld ? new Transaction(State, entry, Restart) : new Transaction(State, entry);
    }

    /// <summary>Takes back what lost matches had yielded and has other rules see what was yielded.</summary>
    private void Complete()
    {
        if (AutoPropagateLinkedFacts) LinkedFacts.Propagate();
    }

    private static ArgumentException IsLinked(WorkingFact fact, LinkedFactAction action) => new(
        $"The fact '{fact.Value}' was yielded by the rule {fact.Link!.Rule.Name}; only that rule can {action.ToString().ToLowerInvariant()} it.");

    private static IReadOnlyCollection<object> NotNull(IEnumerable<object> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var list = facts as IReadOnlyCollection<object> ?? [.. facts];
        foreach (var fact in list) ArgumentNullException.ThrowIfNull(fact, nameof(facts));
        return list;
    }

    private static void ThrowIfFailed(IFactResult result, string what, string why)
    {
        if (result.FailedCount > 0)
            throw new ArgumentException($"The fact '{result.Failed.First()}' cannot be {what}: {why}.{(result.FailedCount > 1 ? $" So it is with {result.FailedCount - 1} more." : "")}");
    }

    private sealed record FactResult(IReadOnlyCollection<object> Failed) : IFactResult
    {
        public int FailedCount => Failed.Count;
    }
}
