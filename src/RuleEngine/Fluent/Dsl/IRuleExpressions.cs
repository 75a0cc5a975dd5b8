using System.Linq.Expressions;
using RuleEngine.RuleModel;

namespace RuleEngine.Fluent.Dsl;

/// <summary>The actions of a rule.</summary>
public interface IRightHandSideExpression
{
    /// <summary>Runs the action on the given triggers.</summary>
    IRightHandSideExpression Action(Expression<Action<IContext>> action, ActionTrigger actionTrigger);

    /// <summary>Runs the action whenever the match fires.</summary>
    IRightHandSideExpression Do(Expression<Action<IContext>> action);

    /// <summary>Runs the action when a match that had fired is lost.</summary>
    IRightHandSideExpression Undo(Expression<Action<IContext>> action);

    /// <summary>Makes a fact that lives as long as the match; made anew when the match fires again.</summary>
    IRightHandSideExpression Yield<TFact>(Expression<Func<IContext, TFact>> yield) where TFact : notnull;

    /// <summary>Makes a fact that lives as long as the match, and says how it changes when the match fires again.</summary>
    IRightHandSideExpression Yield<TFact>(Expression<Func<IContext, TFact>> yieldInsert, Expression<Func<IContext, TFact, TFact>> yieldUpdate)
        where TFact : notnull;
}

/// <summary>Which matches may reach the agenda.</summary>
public interface IFilterExpression
{
    /// <summary>An updated match fires again only if one of the keys changed.</summary>
    IFilterExpression OnChange(params Expression<Func<object>>[] keySelectors);

    /// <summary>A match fires only if all predicates hold.</summary>
    IFilterExpression Where(params Expression<Func<bool>>[] predicates);
}

/// <summary>Services the actions of a rule need.</summary>
public interface IDependencyExpression
{
    /// <summary>Binds an alias to a service of the session's dependency resolver.</summary>
    IDependencyExpression Resolve<TDependency>(Expression<Func<TDependency>> alias) where TDependency : notnull;
}
