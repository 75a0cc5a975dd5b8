using System.Linq.Expressions;
using RuleEngine.RuleModel;

namespace RuleEngine.Fluent.Dsl;

/// <summary>The query operators of rules.</summary>
public static class QueryExtensions
{
    /// <summary>Starts from the facts of a type that satisfy the conditions.</summary>
    public static IQuery<T> Match<T>(this IQuery query, params Expression<Func<T, bool>>[] conditions) where T : notnull
    {
        query.Builder.FactQuery(conditions);
        return new QueryExpression<T>(query.Builder);
    }

    /// <summary>Starts from one value computed from earlier aliases.</summary>
    public static IQuery<T> From<T>(this IQuery query, Expression<Func<T>> source) where T : notnull
    {
        query.Builder.From(source);
        return new QueryExpression<T>(query.Builder);
    }

    /// <summary>Keeps what satisfies all conditions.</summary>
    public static IQuery<T> Where<T>(this IQuery<T> source, params Expression<Func<T, bool>>[] conditions) where T : notnull
    {
        source.Builder.Where(conditions);
        return new QueryExpression<T>(source.Builder);
    }

    /// <summary>Maps each element.</summary>
    public static IQuery<TResult> Select<T, TResult>(this IQuery<T> source, Expression<Func<T, TResult>> selector)
        where T : notnull where TResult : notnull
    {
        source.Builder.Select(selector);
        return new QueryExpression<TResult>(source.Builder);
    }

    /// <summary>Maps each element to many.</summary>
    public static IQuery<TResult> SelectMany<T, TResult>(this IQuery<T> source, Expression<Func<T, IEnumerable<TResult>>> selector)
        where T : notnull where TResult : notnull
    {
        source.Builder.SelectMany(selector);
        return new QueryExpression<TResult>(source.Builder);
    }

    /// <summary>Groups by a key; one result per group, none when there is nothing to group.</summary>
    public static IQuery<IGrouping<TKey, T>> GroupBy<T, TKey>(this IQuery<T> source, Expression<Func<T, TKey>> keySelector) where T : notnull =>
        source.GroupBy(keySelector, x => x);

    /// <summary>Groups mapped elements by a key; one result per group, none when there is nothing to group.</summary>
    public static IQuery<IGrouping<TKey, TElement>> GroupBy<T, TKey, TElement>(
        this IQuery<T> source, Expression<Func<T, TKey>> keySelector, Expression<Func<T, TElement>> elementSelector)
        where T : notnull where TElement : notnull
    {
        source.Builder.GroupBy(keySelector, elementSelector);
        return new QueryExpression<IGrouping<TKey, TElement>>(source.Builder);
    }

    /// <summary>Gathers everything into one collection, which may be empty.</summary>
    public static ICollectQuery<IEnumerable<T>> Collect<T>(this IQuery<T> source) where T : notnull
    {
        source.Builder.Collect<T>();
        return new QueryExpression<IEnumerable<T>>(source.Builder);
    }

    /// <summary>Turns the collection into a lookup by the element itself.</summary>
    public static IQuery<IKeyedLookup<T, T>> ToLookup<T>(this ICollectQuery<IEnumerable<T>> source) where T : notnull =>
        source.ToLookup(x => x, x => x);

    /// <summary>Turns the collection into a lookup.</summary>
    public static IQuery<IKeyedLookup<TKey, T>> ToLookup<T, TKey>(this ICollectQuery<IEnumerable<T>> source, Expression<Func<T, TKey>> keySelector)
        where T : notnull =>
        source.ToLookup(keySelector, x => x);

    /// <summary>Turns the collection into a lookup of mapped elements.</summary>
    public static IQuery<IKeyedLookup<TKey, TElement>> ToLookup<T, TKey, TElement>(
        this ICollectQuery<IEnumerable<T>> source, Expression<Func<T, TKey>> keySelector, Expression<Func<T, TElement>> elementSelector)
        where T : notnull where TElement : notnull
    {
        source.Builder.ToLookup(keySelector, elementSelector);
        return new QueryExpression<IKeyedLookup<TKey, TElement>>(source.Builder);
    }

    /// <summary>Sorts the collection, smallest first.</summary>
    public static IOrderedQuery<IEnumerable<T>> OrderBy<T, TKey>(this ICollectQuery<IEnumerable<T>> source, Expression<Func<T, TKey>> keySelector)
        where T : notnull => Sorted<T, TKey>(source.Builder, keySelector, SortDirection.Ascending);

    /// <summary>Sorts the collection, largest first.</summary>
    public static IOrderedQuery<IEnumerable<T>> OrderByDescending<T, TKey>(
        this ICollectQuery<IEnumerable<T>> source, Expression<Func<T, TKey>> keySelector)
        where T : notnull => Sorted<T, TKey>(source.Builder, keySelector, SortDirection.Descending);

    /// <summary>Sorts what is equal so far, smallest first.</summary>
    public static IOrderedQuery<IEnumerable<T>> ThenBy<T, TKey>(this IOrderedQuery<IEnumerable<T>> source, Expression<Func<T, TKey>> keySelector)
        where T : notnull => Sorted<T, TKey>(source.Builder, keySelector, SortDirection.Ascending);

    /// <summary>Sorts what is equal so far, largest first.</summary>
    public static IOrderedQuery<IEnumerable<T>> ThenByDescending<T, TKey>(
        this IOrderedQuery<IEnumerable<T>> source, Expression<Func<T, TKey>> keySelector)
        where T : notnull => Sorted<T, TKey>(source.Builder, keySelector, SortDirection.Descending);

    private static QueryExpression<IEnumerable<T>> Sorted<T, TKey>(IQueryBuilder builder, Expression<Func<T, TKey>> keySelector, SortDirection direction)
        where T : notnull
    {
        builder.OrderBy(keySelector, direction);
        return new QueryExpression<IEnumerable<T>>(builder);
    }
}
