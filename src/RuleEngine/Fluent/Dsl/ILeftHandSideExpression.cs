using System.Linq.Expressions;

namespace RuleEngine.Fluent.Dsl;

/// <summary>The conditions of a rule. Aliases are captured locals or properties, known by their names in all later lambdas.</summary>
public interface ILeftHandSideExpression
{
    /// <summary>Matches every fact that satisfies the conditions, under an alias.</summary>
    ILeftHandSideExpression Match<TFact>(Expression<Func<TFact>> alias, params Expression<Func<TFact, bool>>[] conditions) where TFact : notnull;

    /// <summary>Matches every fact that satisfies the conditions.</summary>
    ILeftHandSideExpression Match<TFact>(params Expression<Func<TFact, bool>>[] conditions) where TFact : notnull;

    /// <summary>Holds while at least one fact satisfies the conditions.</summary>
    ILeftHandSideExpression Exists<TFact>(params Expression<Func<TFact, bool>>[] conditions) where TFact : notnull;

    /// <summary>Holds while no fact satisfies the conditions.</summary>
    ILeftHandSideExpression Not<TFact>(params Expression<Func<TFact, bool>>[] conditions) where TFact : notnull;

    /// <summary>Holds while every fact that satisfies the base condition satisfies the conditions too.</summary>
    ILeftHandSideExpression All<TFact>(Expression<Func<TFact, bool>> baseCondition, params Expression<Func<TFact, bool>>[] conditions) where TFact : notnull;

    /// <summary>Holds while every fact of the type satisfies the condition.</summary>
    ILeftHandSideExpression All<TFact>(Expression<Func<TFact, bool>> condition) where TFact : notnull;

    /// <summary>Matches each result of a query over facts.</summary>
    ILeftHandSideExpression Query<TResult>(Expression<Func<TResult>> alias, Func<IQuery, IQuery<TResult>> queryExpression) where TResult : notnull;

    /// <summary>All of the conditions added by the builder must hold.</summary>
    ILeftHandSideExpression And(Action<ILeftHandSideExpression> builder);

    /// <summary>One of the conditions added by the builder must hold; the rule matches once for each that does.</summary>
    ILeftHandSideExpression Or(Action<ILeftHandSideExpression> builder);

    /// <summary>Gives a name to a value computed from earlier aliases.</summary>
    ILeftHandSideExpression Let<TResult>(Expression<Func<TResult>> alias, Expression<Func<TResult>> expression) where TResult : notnull;

    /// <summary>Adds conditions over earlier aliases to the last pattern.</summary>
    /// <exception cref="ArgumentException">There is no pattern yet.</exception>
    ILeftHandSideExpression Having(params Expression<Func<bool>>[] conditions);
}
