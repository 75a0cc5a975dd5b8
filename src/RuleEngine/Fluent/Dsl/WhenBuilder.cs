using System.Linq.Expressions;
using RuleEngine.RuleModel;

namespace RuleEngine.Fluent.Dsl;

/// <summary>Collects the conditions of one rule.</summary>
internal sealed class WhenBuilder(GroupElement group) : ILeftHandSideExpression
{
    public ILeftHandSideExpression Match<TFact>(Expression<Func<TFact>> alias, params Expression<Func<TFact, bool>>[] conditions) where TFact : notnull =>
        Add(new PatternElement(Quantifier.Each, Declare(alias), conditions));

    public ILeftHandSideExpression Match<TFact>(params Expression<Func<TFact, bool>>[] conditions) where TFact : notnull =>
        Add(new PatternElement(Quantifier.Each, Unnamed<TFact>(), conditions));

    public ILeftHandSideExpression Exists<TFact>(params Expression<Func<TFact, bool>>[] conditions) where TFact : notnull =>
        Add(new PatternElement(Quantifier.Exists, Unnamed<TFact>(), conditions));

    public ILeftHandSideExpression Not<TFact>(params Expression<Func<TFact, bool>>[] conditions) where TFact : notnull =>
        Add(new PatternElement(Quantifier.Not, Unnamed<TFact>(), conditions));

    public ILeftHandSideExpression All<TFact>(Expression<Func<TFact, bool>> baseCondition, params Expression<Func<TFact, bool>>[] conditions)
        where TFact : notnull =>
        Add(new PatternElement(Quantifier.All, Unnamed<TFact>(), [baseCondition], Conjunction(conditions)));

    public ILeftHandSideExpression All<TFact>(Expression<Func<TFact, bool>> condition) where TFact : notnull =>
        Add(new PatternElement(Quantifier.All, Unnamed<TFact>(), [], condition));

    public ILeftHandSideExpression Query<TResult>(Expression<Func<TResult>> alias, Func<IQuery, IQuery<TResult>> queryExpression) where TResult : notnull
    {
        var builder = new QueryBuilder();
        queryExpression(builder);
        return Add(builder.Build(Declare(alias)));
    }

    public ILeftHandSideExpression And(Action<ILeftHandSideExpression> builder) => AddGroup(isOr: false, builder);

    public ILeftHandSideExpression Or(Action<ILeftHandSideExpression> builder) => AddGroup(isOr: true, builder);

    public ILeftHandSideExpression Let<TResult>(Expression<Func<TResult>> alias, Expression<Func<TResult>> expression) where TResult : notnull =>
        Add(new LetElement(Declare(alias), expression));

    public ILeftHandSideExpression Having(params Expression<Func<bool>>[] conditions)
    {
        if (!group.ChildElements.Any(e => e is PatternElement or QueryElement))
            throw new ArgumentException("Having adds conditions to the last pattern, and there is no pattern before it.");
        return Add(new HavingElement(conditions));
    }

    internal static Declaration Declare<T>(Expression<Func<T>> alias) => alias.Body is MemberExpression member
        ? new Declaration(member.Member.Name, typeof(T))
        : throw new ArgumentException($"An alias must be a local variable or a property, as in '() => plan', but it is '{alias}'.");

    private static Declaration Unnamed<T>() => new("", typeof(T));

    private static Expression<Func<TFact, bool>> Conjunction<TFact>(Expression<Func<TFact, bool>>[] conditions)
    {
        var fact = Expression.Parameter(typeof(TFact), "fact");
        var bodies = conditions.Select(c => Expressions.Substitution.Of(c.Parameters[0], fact, c.Body));
        return Expression.Lambda<Func<TFact, bool>>(bodies.DefaultIfEmpty(Expression.Constant(true)).Aggregate(Expression.AndAlso), fact);
    }

    private WhenBuilder AddGroup(bool isOr, Action<ILeftHandSideExpression> builder)
    {
        var inner = new GroupElement(isOr);
        builder(new WhenBuilder(inner));
        return Add(inner);
    }

    private WhenBuilder Add(RuleElement element)
    {
        group.Add(element);
        return this;
    }
}
