using System.Linq.Expressions;
using RuleEngine.Expressions;
using RuleEngine.Fluent.Dsl;
using RuleEngine.Rete;

namespace RuleEngine.Aggregation;

/// <summary>Collect: one result with all elements, which may be none; sorted if OrderBy follows.</summary>
internal sealed class CollectStage<TElement>(Sort<TElement>[] sorts) : Stage
{
    private readonly Sort<TElement>[] _sorts = sorts;

    public override bool SameAs(Stage other) =>
        other is CollectStage<TElement> stage && _sorts.Length == stage._sorts.Length && _sorts.Zip(stage._sorts).All(p => p.First.SameAs(p.Second));

    public override StageRun Start(QueryToken owner, IStageSink next) => new Run(_sorts, owner, next);

    private sealed class Run(Sort<TElement>[] sorts, QueryToken owner, IStageSink next) : StageRun(owner, next)
    {
        private readonly Members<TElement> _members = sorts.Length == 0 ? new Members<TElement>() : new SortedMembers<TElement>(sorts, owner);

        public override void Open(ReteState state) => Next.Add(state, _members.Result);

        public override void Add(ReteState state, Item item)
        {
            var member = new Member<TElement>(item, (TElement)item.Value!);
            item.SetDown(state, member);
            _members.Append(state, member);
            Next.Update(state, _members.Result);
        }

        public override void Update(ReteState state, Item item)
        {
            ((Member<TElement>)item.Down!).SetValue(state, (TElement)item.Value!);
            Next.Update(state, _members.Result);
        }

        public override void Remove(ReteState state, Item item)
        {
            _members.Remove(state, (Member<TElement>)item.Down!);
            item.SetDown(state, null);
            Next.Update(state, _members.Result);
        }
    }
}

/// <summary>One OrderBy or ThenBy as it was written.</summary>
internal abstract record SortSpec(LambdaExpression Key)
{
    public abstract Sort<TElement> Compile<TElement>(LambdaBinder binder);
}

internal sealed record SortSpec<TKey>(LambdaExpression Key, SortDirection Direction) : SortSpec(Key)
{
    public override Sort<TElement> Compile<TElement>(LambdaBinder binder) => new Sort<TElement, TKey>(binder.TokenFunction<TKey>(Key), Direction);
}

internal abstract class Sort<TElement>
{
    public abstract bool SameAs(Sort<TElement> other);

    public abstract IOrderedEnumerable<TElement> Apply(IEnumerable<TElement> elements, Token token);
}

internal sealed class Sort<TElement, TKey>(TokenFunction<TKey> key, SortDirection direction) : Sort<TElement>
{
    private readonly TokenFunction<TKey> _key = key;
    private readonly SortDirection _direction = direction;

    public override bool SameAs(Sort<TElement> other) => other is Sort<TElement, TKey> sort && _direction == sort._direction && _key.SameAs(sort._key);

    public override IOrderedEnumerable<TElement> Apply(IEnumerable<TElement> elements, Token token)
    {
        TKey KeyOf(TElement element) => _key.Compute(token, element);
        return (elements, _direction) switch
        {
            (IOrderedEnumerable<TElement> sorted, SortDirection.Ascending) => sorted.ThenBy(KeyOf),
            (IOrderedEnumerable<TElement> sorted, _) => sorted.ThenByDescending(KeyOf),
            (_, SortDirection.Ascending) => elements.OrderBy(KeyOf),
            _ => elements.OrderByDescending(KeyOf),
        };
    }
}

/// <summary>Sorts when it is read: a batch of changes costs one sort.</summary>
internal sealed class SortedMembers<TElement>(Sort<TElement>[] sorts, Token token) : Members<TElement>
{
    public override IEnumerator<TElement> GetEnumerator() =>
        sorts.Aggregate(Unsorted(), (elements, sort) => sort.Apply(elements, token)).GetEnumerator();
}
