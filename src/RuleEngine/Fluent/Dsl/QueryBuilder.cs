using System.Linq.Expressions;
using RuleEngine.Aggregation;
using RuleEngine.RuleModel;

namespace RuleEngine.Fluent.Dsl;

/// <summary>Collects the source and the stages of one query.</summary>
internal sealed class QueryBuilder : IQuery, IQueryBuilder
{
    private readonly List<StageSpec> _stages = [];
    private QuerySource? _source;

    public IQueryBuilder Builder => this;

    public void FactQuery<TSource>(Expression<Func<TSource, bool>>[] conditions) where TSource : notnull =>
        Start(new QuerySource(typeof(TSource), conditions, null));

    public void From<TSource>(Expression<Func<TSource>> source) where TSource : notnull =>
        Start(new QuerySource(typeof(TSource), [], source));

    public void Where<TSource>(Expression<Func<TSource, bool>>[] conditions) where TSource : notnull =>
        _stages.Add(new WhereSpec(conditions));

    public void Select<TSource, TResult>(Expression<Func<TSource, TResult>> selector) where TSource : notnull where TResult : notnull =>
        _stages.Add(new SelectSpec(selector));

    public void SelectMany<TSource, TResult>(Expression<Func<TSource, IEnumerable<TResult>>> selector) where TSource : notnull where TResult : notnull =>
        _stages.Add(new SelectManySpec<TResult>(selector));

    public void GroupBy<TSource, TKey, TElement>(Expression<Func<TSource, TKey>> keySelector, Expression<Func<TSource, TElement>> elementSelector)
        where TSource : notnull where TElement : notnull =>
        _stages.Add(new GroupBySpec<TKey, TElement>(keySelector, elementSelector));

    public void Collect<TSource>() where TSource : notnull => _stages.Add(new CollectSpec<TSource>());

    public void ToLookup<TSource, TKey, TElement>(Expression<Func<TSource, TKey>> keySelector, Expression<Func<TSource, TElement>> elementSelector)
        where TSource : notnull where TElement : notnull =>
        _stages[^1] = new LookupSpec<TKey, TElement>(keySelector, elementSelector);

    public void OrderBy<TSource, TKey>(Expression<Func<TSource, TKey>> keySelector, SortDirection sortDirection) where TSource : notnull =>
        _stages[^1] = ((CollectSpec<TSource>)_stages[^1]).Then(new SortSpec<TKey>(keySelector, sortDirection));

    public QueryElement Build(Declaration declaration) => new(
        declaration,
        _source ?? throw new ArgumentException($"The query for '{declaration.Name}' must start with Match or From."),
        _stages);

    private void Start(QuerySource source) => _source = _source is null
        ? source
        : throw new ArgumentException("A query starts with one Match or From; a second one was given.");
}
