using System.Linq.Expressions;
using RuleEngine.Diagnostics;
using RuleEngine.Expressions;
using RuleEngine.Fluent.Dsl;
using RuleEngine.RuleModel;

namespace RuleEngine.Rete;

/// <summary>A rule's name, attributes and repeatability; one for all branches of its conditions.</summary>
internal sealed record CompiledRule(RuleDefinition Definition);

/// <summary>An action of a rule, bound to the tokens of one branch.</summary>
internal sealed record CompiledAction(
    RuleAction Source,
    LazyLambda<Action<IContext, Token>>? Run,
    LazyLambda<Func<IContext, Token, object>>? Yield,
    LazyLambda<Func<IContext, Token, object, object>>? YieldUpdate)
{
    public ActionTrigger Trigger => Source.Trigger;
}

/// <summary>A node, the condition it stands for, and the place of the condition in the rule.</summary>
internal sealed record Step(BetaNode Node, RuleElement Element, int Place);

/// <summary>The end of a rule's conditions: its tokens are complete matches.</summary>
internal sealed class RuleNode(int id, BetaNode? parent, CompiledRule rule, IReadOnlyList<Declaration> declarations) : BetaNode(id, parent)
{
    public CompiledRule Rule { get; } = rule;

    /// <summary>What the facts of a match are called, in the order of the steps.</summary>
    public IReadOnlyList<Declaration> Declarations { get; } = declarations;

    /// <summary>Which of the ways to satisfy the rule this is; 0 unless it has Or.</summary>
    public int Branch { get; init; }

    /// <summary>The steps before this one, each with the condition it stands for.</summary>
    public IReadOnlyList<Step> Path { get; init; } = [];

    /// <summary>The places of the facts among the steps, in the order in which the rule has its patterns.</summary>
    public IReadOnlyList<int> PatternOrder { get; init; } = [];

    public IReadOnlyList<CompiledAction> Actions { get; init; } = [];
    public IReadOnlyList<TokenCondition> Filters { get; init; } = [];
    public IReadOnlyList<TokenFunction<object?>> Keys { get; init; } = [];
    public bool HasUndo => Actions.Any(a => a.Trigger.HasFlag(ActionTrigger.Deactivated));

    public override bool SameAs(BetaNode other) => false;

    public override Token Insert(ReteState state, MemoryToken? parent, Fact? fact)
    {
        var activation = new Activation(this, parent, fact);
        activation.Attach(state);
        if (Keys.Count > 0) activation.SetKeys(state, ComputeKeys(state, activation));
        if (Passes(state, activation)) state.Agenda.Add(activation);
        state.Events.ActivationCreated(activation);
        return activation;
    }

    public override void Update(ReteState state, Token token)
    {
        var activation = (Activation)token;
        var hasNews = KeysChanged(state, activation);
        if (!Passes(state, activation)) state.Agenda.Remove(activation);
        else if (!activation.IsOnAgenda && hasNews && MayFireAgain(activation))
        {
            activation.SetTrigger(state, activation.HasFired ? MatchTrigger.Updated : MatchTrigger.Created);
            state.Agenda.Add(activation);
        }
        state.Events.ActivationUpdated(activation);
    }

    /// <summary>A lost match takes the facts it yielded with it; its undo actions wait for the next firing.</summary>
    public override void Detach(ReteState state, Token token)
    {
        var activation = (Activation)token;
        state.Agenda.Remove(activation);
        activation.SetTrigger(state, MatchTrigger.Removed);
        for (var linked = activation.FirstLinked; linked is not null; linked = linked.Next)
            state.Linked.Enqueue((LinkedFactAction.Retract, linked.Fact));
        if (activation.HasFired && HasUndo) state.Agenda.Add(activation);
        state.Events.ActivationDeleted(activation);
    }

    private bool MayFireAgain(Activation activation) => !activation.HasFired || Rule.Definition.Repeatability == RuleRepeatability.Repeatable;

    private bool Passes(ReteState state, Activation activation) => Filters.Count == 0 || AllPass(state, activation);

    private bool AllPass(ReteState state, Activation activation) => Filters
        .SelectMany(filter => filter.Parts)
        .All(part => Evaluate(state, activation, part.Source, () => part.Test.Invoke(activation, null)) is true);

    private bool KeysChanged(ReteState state, Activation activation)
    {
        if (Keys.Count == 0) return true;
        var old = activation.Keys!;
        activation.SetKeys(state, ComputeKeys(state, activation));
        return !activation.HasFired || !old.SequenceEqual(activation.Keys!);
    }

    private object?[] ComputeKeys(ReteState state, Activation activation) =>
        [.. Keys.Select(key => Evaluate(state, activation, key.Source, () => key.Compute(activation, null)))];

    /// <summary>Null when the expression threw and a listener handled it.</summary>
    private object? Evaluate(ReteState state, Activation activation, LambdaExpression source, Func<object?> evaluate)
    {
        try
        {
            var value = evaluate();
            state.Events.AgendaEvaluated(source, activation, value);
            return value;
        }
        catch (Exception cause)
        {
            if (state.Events.AgendaFailed(source, activation, cause)) return null;
            var text = ConditionReader.Text(source);
            throw new AgendaExpressionEvaluationException(
                $"The filter '{text}' of the rule {Rule.Definition.Name} failed. {cause.Message}", Rule.Definition, text, cause);
        }
    }
}
