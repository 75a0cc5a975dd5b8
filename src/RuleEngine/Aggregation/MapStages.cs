using RuleEngine.Rete;

namespace RuleEngine.Aggregation;

/// <summary>Where: passes on the elements that satisfy the conditions.</summary>
internal sealed class WhereStage(TokenCondition condition) : Stage
{
    private readonly TokenCondition _condition = condition;

    public override bool SameAs(Stage other) => other is WhereStage stage && _condition.SameAs(stage._condition);

    public override StageRun Start(QueryToken owner, IStageSink next) => new Run(this, owner, next);

    private sealed class Run(WhereStage stage, QueryToken owner, IStageSink next) : StageRun(owner, next)
    {
        public override void Add(ReteState state, Item item)
        {
            if (stage._condition.Holds(state, Owner, item)) Next.Add(state, Pass(state, item));
        }

        public override void Update(ReteState state, Item item)
        {
            var holds = stage._condition.Holds(state, Owner, item);
            if (item.Down is not Item passed)
            {
                if (holds) Next.Add(state, Pass(state, item));
            }
            else if (!holds) Remove(state, item);
            else
            {
                passed.SetValue(state, item.Value);
                Next.Update(state, passed);
            }
        }

        public override void Remove(ReteState state, Item item)
        {
            if (item.Down is not Item passed) return;
            item.SetDown(state, null);
            Next.Remove(state, passed);
        }

        private static MappedItem Pass(ReteState state, Item item)
        {
            var passed = new MappedItem(item) { Value = item.Value };
            item.SetDown(state, passed);
            return passed;
        }
    }
}

/// <summary>Select: maps each element.</summary>
internal sealed class SelectStage(TokenFunction<object?> selector) : Stage
{
    private readonly TokenFunction<object?> _selector = selector;

    public override bool SameAs(Stage other) => other is SelectStage stage && _selector.SameAs(stage._selector);

    public override StageRun Start(QueryToken owner, IStageSink next) => new Run(this, owner, next);

    private sealed class Run(SelectStage stage, QueryToken owner, IStageSink next) : StageRun(owner, next)
    {
        public override void Add(ReteState state, Item item)
        {
            if (!stage._selector.TryCompute(state, Owner, item, out var value)) return;
            var mapped = new MappedItem(item) { Value = value };
            item.SetDown(state, mapped);
            Next.Add(state, mapped);
        }

        public override void Update(ReteState state, Item item)
        {
            if (item.Down is not Item mapped) Add(state, item);
            else if (!stage._selector.TryCompute(state, Owner, item, out var value)) Remove(state, item);
            else
            {
                mapped.SetValue(state, value);
                Next.Update(state, mapped);
            }
        }

        public override void Remove(ReteState state, Item item)
        {
            if (item.Down is not Item mapped) return;
            item.SetDown(state, null);
            Next.Remove(state, mapped);
        }
    }
}

/// <summary>SelectMany: maps each element to many; after an update, those that are equal to old ones are updated.</summary>
internal sealed class SelectManyStage<TResult>(TokenFunction<IEnumerable<TResult>> selector) : Stage
{
    private readonly TokenFunction<IEnumerable<TResult>> _selector = selector;

    public override bool SameAs(Stage other) => other is SelectManyStage<TResult> stage && _selector.SameAs(stage._selector);

    public override StageRun Start(QueryToken owner, IStageSink next) => new Run(this, owner, next);

    private sealed class Run(SelectManyStage<TResult> stage, QueryToken owner, IStageSink next) : StageRun(owner, next)
    {
        public override void Add(ReteState state, Item item) => Replace(state, item, []);

        public override void Update(ReteState state, Item item) => Replace(state, item, item.Down as List<Item> ?? []);

        public override void Remove(ReteState state, Item item)
        {
            if (item.Down is not List<Item> old) return;
            item.SetDown(state, null);
            foreach (var element in old) Next.Remove(state, element);
        }

        /// <summary>Never changes a list that an item refers to: the journal may need it again.</summary>
        private void Replace(ReteState state, Item item, IReadOnlyList<Item> before)
        {
            var old = before.ToList();
            if (!stage._selector.TryCompute(state, Owner, item, out var values)) values = [];
            var now = new List<Item>();
            item.SetDown(state, now);
            foreach (var value in values)
            {
                var kept = old.FindIndex(o => Equals(o.Value, value));
                now.Add(kept >= 0 ? old[kept] : new MappedItem(item));
                now[^1].SetValue(state, value);
                if (kept < 0) Next.Add(state, now[^1]);
                else
                {
                    old.RemoveAt(kept);
                    Next.Update(state, now[^1]);
                }
            }
            foreach (var element in old) Next.Remove(state, element);
        }
    }
}
