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
        if (Join.Key is not null) token.HasKey = Join.Key.TryHash(token, out token.Hash);
    }

    protected void ComputeKey(ReteState state, MemoryToken token)
    {
        if (Join.Key is null) return;
        var hasKey = Join.Key.TryHash(token, out var hash);
        token.SetKey(state, hasKey, hash);
    }

    /// <summary>Enumerates the facts that may satisfy the condition with the token.</summary>
    protected Candidates CandidatesOf(ReteState state, MemoryToken token) => new(Right(state), Join.FactIndex, token);

    /// <summary>Enumerates the tokens that may satisfy the condition with the fact.</summary>
    protected TokenCandidates CandidatesOf(ReteState state, WorkingFact fact)
    {
        var left = Left(state);
        if (Join.Key is null) return new TokenCandidates(left, false, 0);
        return Join.Facts.Keys[Join.FactIndex].TryHash(fact.Value!, out var hash)
            ? new TokenCandidates(left, true, hash)
            : new TokenCandidates(left, null, 0);
    }

    /// <summary>Facts in the token's bucket, then those without a key; all facts where there is no key.</summary>
    protected ref struct Candidates
    {
        private readonly AlphaMemory _memory;
        private readonly FactIndex? _index;
        private readonly int _hash;
        private int _slot;
        private State _state;

        public Candidates(AlphaMemory memory, int factIndex, MemoryToken token)
        {
            _memory = memory;
            _index = token.HasKey ? memory.Indexes[factIndex] : null;
            _hash = token.Hash;
            _slot = -1;
        }

        private enum State : byte { Start, Keyed, Unkeyed }

        public WorkingFact Current { get; private set; } = null!;

        public readonly Candidates GetEnumerator() => this;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool MoveNext() => _index is null ? NextOfAll() : NextOfIndex(_index);

        private bool NextOfAll()
        {
            while (++_slot < _memory.SlotCount)
                if (_memory[_slot] is { } fact)
                {
                    Current = fact;
                    return true;
                }
            return false;
        }

        private bool NextOfIndex(FactIndex index)
        {
            if (_state == State.Start)
            {
                _slot = index.First(_hash);
                _state = State.Keyed;
            }
            else _slot = _state == State.Keyed ? index.Next(_slot, _hash) : index.NextUnkeyed(_slot);
            if (_slot < 0 && _state == State.Keyed)
            {
                _state = State.Unkeyed;
                _slot = index.FirstUnkeyed;
            }
            if (_slot < 0) return false;
            Current = _memory[_slot]!;
            return true;
        }
    }

    /// <summary>Tokens in the fact's bucket, then those without a key. The current token may leave the index meanwhile.</summary>
    protected struct TokenCandidates
    {
        private readonly int _hash;
        private MemoryToken? _next;
        private MemoryToken? _unkeyed;
        private bool _isKeyed;
        private readonly IEnumerator<MemoryToken>? _all;

        /// <summary>With a hash code: its bucket. With <paramref name="isKeyed"/> false: tokens without a key. With null: all tokens.</summary>
        public TokenCandidates(TokenIndex index, bool? isKeyed, int hash)
        {
            _hash = hash;
            _isKeyed = isKeyed == true;
            _next = _isKeyed ? index.First(hash) : index.FirstUnkeyed;
            _unkeyed = _isKeyed ? index.FirstUnkeyed : null;
            if (isKeyed is null) _all = index.All().ToList().GetEnumerator();
        }

        public MemoryToken Current { get; private set; } = null!;

        public readonly TokenCandidates GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_all is not null) return NextOfAll();
            while (true)
            {
                if (_next is null)
                {
                    if (_unkeyed is null) return false;
                    (_next, _unkeyed, _isKeyed) = (_unkeyed, null, false);
                }
                Current = _next;
                _next = _next.NextInBucket;
                if (!_isKeyed || Current.Hash == _hash) return true;
            }
        }

        private bool NextOfAll()
        {
            if (!_all!.MoveNext()) return false;
            Current = _all.Current;
            return true;
        }
    }
}
