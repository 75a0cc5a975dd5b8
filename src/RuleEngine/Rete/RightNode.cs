using System.Runtime.CompilerServices;

namespace RuleEngine.Rete;

/// <summary>What a join compares: an optional index key on both sides and the whole condition.</summary>
internal sealed record JoinSpec(AlphaNode Facts, int FactIndex, TokenKey? Key, TokenCondition? Condition)
{
    public bool SameAs(JoinSpec other) =>
        Facts == other.Facts && FactIndex == other.FactIndex
        && (Condition is null ? other.Condition is null : Condition.SameAs(other.Condition));
}

/// <summary>A step that compares each match so far with facts of one type: a join, Not, Exists, All or a query.</summary>
internal abstract class RightNode : BetaNode
{
    protected RightNode(int id, BetaNode? parent, JoinSpec join) : base(id, parent)
    {
        Join = join;
    }

    public JoinSpec Join { get; }

    /// <summary>Facts that arrived in this batch; tokens that depend on them arrive later, so no pair is met twice.</summary>
    public abstract void InsertRight(ReteState state, WorkingFact fact);

    /// <summary>
    /// The fact changed and its own conditions hold. Tokens stamped in this operation have looked at it already;
    /// <paramref name="existing"/> are the tokens this node derived from it before.
    /// </summary>
    public abstract void UpdateRight(ReteState state, WorkingFact fact, List<Token> existing);

    protected bool Holds(ReteState state, MemoryToken token, Fact fact) => Join.Condition is null || Join.Condition.Holds(state, token, fact);

    protected TokenIndex Left(ReteState state) => state.LeftIndex(Id);

    protected AlphaMemory Right(ReteState state) => state.Memories[Join.Facts.Id];

    /// <summary>The key of a token that is being made: there is no old one to note.</summary>
    protected void FirstKey(MemoryToken token)
    {
        if (Join.Key is not null) token.Hash = Join.Key.HashOf(token);
    }

    protected void ComputeKey(ReteState state, MemoryToken token)
    {
        if (Join.Key is not null) token.SetHash(state, Join.Key.HashOf(token));
    }

    /// <summary>Finds the token's new bucket after an update.</summary>
    protected void Reindex(ReteState state, MemoryToken token)
    {
        if (Join.Key is null) return;
        var hash = Join.Key.HashOf(token);
        if (hash == token.Hash) return;
        Left(state).Remove(token);
        token.SetHash(state, hash);
        Left(state).Add(token);
    }

    /// <summary>How many facts a match before this step meets, on average; a guess made before a large batch.</summary>
    protected double FactsPerToken(ReteState state) => Join.Key is null ? Right(state).Count : Right(state).Indexes[Join.FactIndex].SlotsPerKey;

    /// <summary>Enumerates the facts that may satisfy the condition with the token.</summary>
    protected Candidates CandidatesOf(ReteState state, MemoryToken token) => new(Right(state), Join.FactIndex, token.Hash);

    /// <summary>Enumerates the tokens that may satisfy the condition with the fact.</summary>
    protected TokenCandidates CandidatesOf(ReteState state, WorkingFact fact)
    {
        var left = Left(state);
        if (left.IsEmpty || Join.Key is null) return new TokenCandidates(left, HashRings.Unkeyed, null);
        var hash = Join.Facts.Keys[Join.FactIndex].HashOf(fact.Value!);
        return new TokenCandidates(left, hash, hash == HashRings.Unkeyed ? left.Rings.All() : null);
    }

    /// <summary>Facts in the token's bucket, then those without a key; all facts where the token has no key.</summary>
    protected struct Candidates(AlphaMemory memory, int factIndex, int hash)
    {
        private readonly HashRings? _index = hash == HashRings.Unkeyed ? null : memory.Indexes[factIndex];
        private State _state;
        private int _slot = -1;

        private enum State : byte { Start, Keyed, Unkeyed }

        public WorkingFact Current { get; private set; } = null!;

        public readonly Candidates GetEnumerator() => this;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool MoveNext() => _index is null ? NextOfAll() : NextOfIndex(_index);

        private bool NextOfAll()
        {
            while (++_slot < memory.SlotCount)
                if (memory[_slot] is { } fact)
                {
                    Current = fact;
                    return true;
                }
            return false;
        }

        private bool NextOfIndex(HashRings index)
        {
            if (_state == State.Start)
            {
                _slot = index.First(hash);
                _state = State.Keyed;
            }
            else _slot = _state == State.Keyed ? index.Next(_slot, hash) : index.NextUnkeyed(_slot);
            if (_slot < 0 && _state == State.Keyed)
            {
                _state = State.Unkeyed;
                _slot = index.FirstUnkeyed;
            }
            if (_slot < 0) return false;
            Current = memory[_slot]!;
            return true;
        }
    }

    /// <summary>
    /// Tokens in the fact's bucket, then those without a key; all tokens where the fact's key throws. The current token may
    /// leave the index meanwhile.
    /// </summary>
    protected struct TokenCandidates
    {
        private readonly TokenIndex _index;
        private readonly int _hash;
        private readonly List<int>? _all;
        private int _next, _unkeyed, _at;
        private bool _isKeyed;

        public TokenCandidates(TokenIndex index, int hash, List<int>? all)
        {
            (_index, _hash, _all) = (index, hash, all);
            _isKeyed = hash != HashRings.Unkeyed;
            _next = _isKeyed ? index.Rings.First(hash) : index.Rings.FirstUnkeyed;
            _unkeyed = _isKeyed ? index.Rings.FirstUnkeyed : HashRings.None;
        }

        public MemoryToken Current { get; private set; } = null!;

        public readonly TokenCandidates GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_all is not null) return NextOfAll(_all);
            if (_next == HashRings.None)
            {
                if (_unkeyed == HashRings.None) return false;
                (_next, _unkeyed, _isKeyed) = (_unkeyed, HashRings.None, false);
            }
            Current = _index[_next];
            _next = _isKeyed ? _index.Rings.Next(_next, _hash) : _index.Rings.NextUnkeyed(_next);
            return true;
        }

        private bool NextOfAll(List<int> all)
        {
            if (_at == all.Count) return false;
            Current = _index[all[_at++]];
            return true;
        }
    }
}
