using System.Linq.Expressions;
using RuleEngine.RuleModel;

namespace RuleEngine.Fluent.Dsl;

/// <summary>The start of a query inside a rule.</summary>
public interface IQuery
{
    /// <summary>What the query is built on.</summary>
    IQueryBuilder Builder { get; }
}

/// <summary>A query whose results have type <typeparamref name="T"/>.</summary>
public interface IQuery<out T>
{
    /// <summary>What the query is built on.</summary>
    IQueryBuilder Builder { get; }
}

/// <summary>A query that gathers facts into one collection.</summary>
public interface ICollectQuery<out T> : IQuery<T>;

/// <summary>A query that gathers facts into one sorted collection.</summary>
public interface IOrderedQuery<out T> : IQuery<T>;

/// <summary>The one implementation of the query interfaces: a typed view of its builder.</summary>
public class QueryExpression<T>(IQueryBuilder builder) : IQuery<T>, ICollectQuery<T>, IOrderedQuery<T>
{
    /// <inheritdoc/>
    public IQueryBuilder Builder { get; } = builder;
}

/// <summary>Ascending or descending.</summary>
public enum SortDirection
{
    /// <summary>Smallest first.</summary>
    Ascending = 0,

    /// <summary>Largest first.</summary>
    Descending = 1,
}

/// <summary>The operations a query is made of; <see cref="QueryExtensions"/> gives them their usual shape.</summary>
public interface IQueryBuilder
{
    /// <summary>Starts from the facts of a type that satisfy the conditions.</summary>
    void FactQuery<TSource>(Expression<Func<TSource, bool>>[] conditions) where TSource : notnull;

    /// <summary>Starts from one value computed from earlier aliases.</summary>
    void From<TSource>(Expression<Func<TSource>> source) where TSource : notnull;

    /// <summary>Keeps what satisfies the conditions.</summary>
    void Where<TSource>(Expression<Func<TSource, bool>>[] conditions) where TSource : notnull;

    /// <summary>Maps each element.</summary>
    void Select<TSource, TResult>(Expression<Func<TSource, TResult>> selector) where TSource : notnull where TResult : notnull;

    /// <summary>Maps each element to many.</summary>
    void SelectMany<TSource, TResult>(Expression<Func<TSource, IEnumerable<TResult>>> selector) where TSource : notnull where TResult : notnull;

    /// <summary>Groups by a key.</summary>
    void GroupBy<TSource, TKey, TElement>(Expression<Func<TSource, TKey>> keySelector, Expression<Func<TSource, TElement>> elementSelector)
        where TSource : notnull where TElement : notnull;

    /// <summary>Gathers everything into one collection.</summary>
    void Collect<TSource>() where TSource : notnull;

    /// <summary>Turns the collection into a lookup.</summary>
    void ToLookup<TSource, TKey, TElement>(Expression<Func<TSource, TKey>> keySelector, Expression<Func<TSource, TElement>> elementSelector)
        where TSource : notnull where TElement : notnull;

    /// <summary>Sorts the collection; a second call sorts within equal keys of the first.</summary>
    void OrderBy<TSource, TKey>(Expression<Func<TSource, TKey>> keySelector, SortDirection sortDirection) where TSource : notnull;
}
