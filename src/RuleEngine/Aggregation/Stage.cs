using System.Linq.Expressions;
using RuleEngine.Expressions;
using RuleEngine.Rete;

namespace RuleEngine.Aggregation;

/// <summary>A query operation as it was written.</summary>
internal abstract record StageSpec
{
    /// <summary>All lambdas of the operation.</summary>
    public abstract IEnumerable<LambdaExpression> Lambdas { get; }

    public abstract Stage Compile(LambdaBinder binder);
}

/// <summary>A query operation, compiled; part of the factory, without state.</summary>
internal abstract class Stage
{
    public abstract StageRun Start(QueryToken owner, IStageSink next);

    public abstract bool SameAs(Stage other);
}

/// <summary>Where a stage sends its elements.</summary>
internal interface IStageSink
{
    void Add(ReteState state, Item item);
    void Update(ReteState state, Item item);
    void Remove(ReteState state, Item item);
}

/// <summary>A stage at work for one token.</summary>
internal abstract class StageRun(QueryToken owner, IStageSink next) : IStageSink
{
    protected QueryToken Owner { get; } = owner;
    protected IStageSink Next { get; } = next;

    /// <summary>Called once, before the first element: a collection exists even when it is empty.</summary>
    public virtual void Open(ReteState state) { }

    public abstract void Add(ReteState state, Item item);
    public abstract void Update(ReteState state, Item item);
    public abstract void Remove(ReteState state, Item item);
}

internal sealed record WhereSpec(LambdaExpression[] Conditions) : StageSpec
{
    public override IEnumerable<LambdaExpression> Lambdas => Conditions;

    public override Stage Compile(LambdaBinder binder) => new WhereStage(binder.TokenCondition(Conditions)!);
}

internal sealed record SelectSpec(LambdaExpression Selector) : StageSpec
{
    public override IEnumerable<LambdaExpression> Lambdas => [Selector];

    public override Stage Compile(LambdaBinder binder) => new SelectStage(binder.TokenFunction<object?>(Selector));
}

internal sealed record SelectManySpec<TResult>(LambdaExpression Selector) : StageSpec
{
    public override IEnumerable<LambdaExpression> Lambdas => [Selector];

    public override Stage Compile(LambdaBinder binder) => new SelectManyStage<TResult>(binder.TokenFunction<IEnumerable<TResult>>(Selector));
}

internal sealed record GroupBySpec<TKey, TElement>(LambdaExpression Key, LambdaExpression Element) : StageSpec
{
    public override IEnumerable<LambdaExpression> Lambdas => [Key, Element];

    public override Stage Compile(LambdaBinder binder) =>
        new GroupByStage<TKey, TElement>(binder.TokenFunction<TKey>(Key), binder.TokenFunction<TElement>(Element));
}

internal sealed record LookupSpec<TKey, TElement>(LambdaExpression Key, LambdaExpression Element) : StageSpec
{
    public override IEnumerable<LambdaExpression> Lambdas => [Key, Element];

    public override Stage Compile(LambdaBinder binder) =>
        new LookupStage<TKey, TElement>(binder.TokenFunction<TKey>(Key), binder.TokenFunction<TElement>(Element));
}

internal sealed record CollectSpec<TElement>(params SortSpec[] Sorts) : StageSpec
{
    public override IEnumerable<LambdaExpression> Lambdas => Sorts.Select(s => s.Key);

    public CollectSpec<TElement> Then(SortSpec sort) => new([.. Sorts, sort]);

    public override Stage Compile(LambdaBinder binder) => new CollectStage<TElement>([.. Sorts.Select(s => s.Compile<TElement>(binder))]);
}
