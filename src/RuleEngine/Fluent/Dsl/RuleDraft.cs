using System.Linq.Expressions;
using RuleEngine.RuleModel;

namespace RuleEngine.Fluent.Dsl;

/// <summary>What one run of <see cref="Rule.Define"/> says about a rule.</summary>
internal sealed class RuleDraft
{
    public RuleDraft() => Conditions = new WhenBuilder(LeftHandSide);

    public string? Name { get; set; }
    public int? Priority { get; set; }
    public GroupElement LeftHandSide { get; } = new(isOr: false);
    public WhenBuilder Conditions { get; }
    public ThenBuilder Actions { get; } = new();
    public FilterBuilder Filters { get; } = new();
    public DependencyBuilder Dependencies { get; } = new();
}

internal enum ActionKind { Run, Yield }

/// <summary>One action of a rule; a yield has a second lambda for updates.</summary>
internal sealed record RuleAction(ActionKind Kind, ActionTrigger Trigger, LambdaExpression Lambda, LambdaExpression? OnUpdate = null);

internal sealed class ThenBuilder : IRightHandSideExpression
{
    private const ActionTrigger WheneverItFires = ActionTrigger.Activated | ActionTrigger.Reactivated;

    public List<RuleAction> Actions { get; } = [];

    public IRightHandSideExpression Action(Expression<Action<IContext>> action, ActionTrigger actionTrigger) =>
        Add(new RuleAction(ActionKind.Run, actionTrigger, action));

    public IRightHandSideExpression Do(Expression<Action<IContext>> action) => Action(action, WheneverItFires);

    public IRightHandSideExpression Undo(Expression<Action<IContext>> action) => Action(action, ActionTrigger.Deactivated);

    public IRightHandSideExpression Yield<TFact>(Expression<Func<IContext, TFact>> yield) where TFact : notnull =>
        Add(new RuleAction(ActionKind.Yield, WheneverItFires, yield));

    public IRightHandSideExpression Yield<TFact>(
        Expression<Func<IContext, TFact>> yieldInsert, Expression<Func<IContext, TFact, TFact>> yieldUpdate) where TFact : notnull =>
        Add(new RuleAction(ActionKind.Yield, WheneverItFires, yieldInsert, yieldUpdate));

    private ThenBuilder Add(RuleAction action)
    {
        Actions.Add(action);
        return this;
    }
}

internal sealed class FilterBuilder : IFilterExpression
{
    public List<LambdaExpression> Keys { get; } = [];
    public List<LambdaExpression> Predicates { get; } = [];

    public IFilterExpression OnChange(params Expression<Func<object>>[] keySelectors)
    {
        Keys.AddRange(keySelectors);
        return this;
    }

    public IFilterExpression Where(params Expression<Func<bool>>[] predicates)
    {
        Predicates.AddRange(predicates);
        return this;
    }
}

internal sealed class DependencyBuilder : IDependencyExpression
{
    public List<Declaration> Services { get; } = [];

    public IDependencyExpression Resolve<TDependency>(Expression<Func<TDependency>> alias) where TDependency : notnull
    {
        Services.Add(WhenBuilder.Declare(alias));
        return this;
    }
}
