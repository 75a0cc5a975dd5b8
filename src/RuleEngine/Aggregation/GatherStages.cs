using RuleEngine.Rete;
using RuleEngine.RuleModel;

namespace RuleEngine.Aggregation;

/// <summary>GroupBy: one result per key; a group that is empty at the end of an operation goes.</summary>
internal sealed class GroupByStage<TKey, TElement>(TokenFunction<TKey> key, TokenFunction<TElement> element) : Stage
{
    private readonly TokenFunction<TKey> _key = key;
    private readonly TokenFunction<TElement> _element = element;

    public override bool SameAs(Stage other) =>
        other is GroupByStage<TKey, TElement> stage && _key.SameAs(stage._key) && _element.SameAs(stage._element);

    public override StageRun Start(QueryToken owner, IStageSink next) => new Run(this, owner, next);

    internal sealed class Run(GroupByStage<TKey, TElement> stage, QueryToken owner, IStageSink next) : StageRun(owner, next)
    {
        private readonly GroupTable<TKey, TElement> _groups = new();

        public GroupTable<TKey, TElement> Groups => _groups;

        public override void Add(ReteState state, Item item)
        {
            if (!TryCompute(state, item, out var key, out var element)) return;
            var member = new Member<TElement>(item, element);
            item.SetDown(state, member);
            Join(state, member, key);
        }

        public override void Update(ReteState state, Item item)
        {
            if (item.Down is not Member<TElement> member) Add(state, item);
            else if (!TryCompute(state, item, out var key, out var element)) Remove(state, item);
            else
            {
                member.SetValue(state, element);
                var group = (Group<TKey, TElement>)member.Group!;
                if (group == _groups.Find(key)) Next.Update(state, group.Result);
                else
                {
                    Leave(state, member, group);
                    Join(state, member, key);
                }
            }
        }

        public override void Remove(ReteState state, Item item)
        {
            if (item.Down is not Member<TElement> member) return;
            item.SetDown(state, null);
            Leave(state, member, (Group<TKey, TElement>)member.Group!);
        }

        private bool TryCompute(ReteState state, Item item, out TKey key, out TElement element)
        {
            element = default!;
            return stage._key.TryCompute(state, Owner, item, out key) && stage._element.TryCompute(state, Owner, item, out element);
        }

        private void Join(ReteState state, Member<TElement> member, TKey key)
        {
            var group = _groups.FindOrAdd(state, key, out var isNew);
            group.Append(state, member);
            if (isNew) Next.Add(state, group.Result);
            else Next.Update(state, group.Result);
        }

        private void Leave(ReteState state, Member<TElement> member, Group<TKey, TElement> group)
        {
            group.Remove(state, member);
            if (group.Count > 0) Next.Update(state, group.Result);
            else Owner.SettleLater(state, () => DropIfEmpty(state, group));
        }

        /// <summary>Another member may have joined since the last one left: then it is the same group and the same match.</summary>
        private void DropIfEmpty(ReteState state, Group<TKey, TElement> group)
        {
            if (group.Count > 0 || _groups.Find(group.Key) != group) return;
            _groups.Remove(state, group);
            Next.Remove(state, group.Result);
        }
    }
}

/// <summary>ToLookup: one result with all groups, which may be none.</summary>
internal sealed class LookupStage<TKey, TElement>(TokenFunction<TKey> key, TokenFunction<TElement> element) : Stage
{
    private readonly GroupByStage<TKey, TElement> _grouping = new(key, element);

    public override bool SameAs(Stage other) => other is LookupStage<TKey, TElement> stage && _grouping.SameAs(stage._grouping);

    public override StageRun Start(QueryToken owner, IStageSink next)
    {
        var lookup = new LookupSink(next);
        var grouping = (GroupByStage<TKey, TElement>.Run)_grouping.Start(owner, lookup);
        return new Run(grouping, lookup.Of(grouping.Groups), owner, next);
    }

    /// <summary>Groups as GroupBy does; any change to a group is a change to the lookup.</summary>
    private sealed class Run(StageRun grouping, Item lookup, QueryToken owner, IStageSink next) : StageRun(owner, next)
    {
        public override void Open(ReteState state) => Next.Add(state, lookup);

        public override void Add(ReteState state, Item item) => grouping.Add(state, item);

        public override void Update(ReteState state, Item item) => grouping.Update(state, item);

        public override void Remove(ReteState state, Item item) => grouping.Remove(state, item);
    }

    private sealed class LookupSink(IStageSink next) : IStageSink
    {
        private Item _result = null!;

        public Item Of(GroupTable<TKey, TElement> groups) =>
            _result = new GatheredItem(() => groups.Groups.Select(g => g.Result)) { Value = new Lookup(groups) };

        public void Add(ReteState state, Item item) => next.Update(state, _result);

        public void Update(ReteState state, Item item) => next.Update(state, _result);

        public void Remove(ReteState state, Item item) => next.Update(state, _result);
    }

    private sealed class Lookup(GroupTable<TKey, TElement> groups) : IKeyedLookup<TKey, TElement>
    {
        public int Count => groups.Count;
        public IEnumerable<TKey> Keys => groups.Groups.Select(g => g.Key);
        public IEnumerable<TElement> this[TKey key] => groups.Find(key) is { } group ? group : [];

        public bool Contains(TKey key) => groups.Find(key) is not null;

        public IEnumerator<IGrouping<TKey, TElement>> GetEnumerator() => groups.Groups.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
