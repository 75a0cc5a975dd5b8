namespace RuleEngine.Rete;

/// <summary>
/// The left memory of one join: tokens in rings by hash code, in insertion order. Tokens without a key (no equality in the
/// condition, or a key that throws) sit in one ring of their own and meet every fact.
/// </summary>
internal sealed class TokenIndex(Journal journal) : IUndoable
{
    private const int Added = 0, Removed = 1;

    private MemoryToken?[] _buckets = [];
    private MemoryToken? _unkeyed;
    private int _keyed;
    private int _shift = 32;

    public bool IsEmpty => _keyed == 0 && _unkeyed is null;

    public MemoryToken? FirstUnkeyed => _unkeyed;

    /// <summary>The first token of the bucket; the caller compares <see cref="MemoryToken.Hash"/>.</summary>
    public MemoryToken? First(int hash) => _keyed == 0 ? null : _buckets[Bucket(hash)];

    public IEnumerable<MemoryToken> All()
    {
        foreach (var bucket in _buckets)
            for (var token = bucket; token is not null; token = token.NextInBucket) yield return token;
        for (var token = _unkeyed; token is not null; token = token.NextInBucket) yield return token;
    }

    public void Add(MemoryToken token)
    {
        journal.Note(this, Added, token);
        Enter(token);
    }

    public void Remove(MemoryToken token)
    {
        if (!token.IsIndexed) return;
        journal.Note(this, Removed, token);
        Leave(token);
    }

    /// <summary>A token comes back at the end of its bucket: the table may have grown since.</summary>
    public void Undo(int change, object? old, int number)
    {
        if (change == Added) Leave((MemoryToken)old!);
        else Enter((MemoryToken)old!);
    }

    private void Enter(MemoryToken token)
    {
        token.IsIndexed = true;
        if (token.HasKey)
        {
            if (_keyed++ == _buckets.Length) Grow();
            Append(ref _buckets[Bucket(token.Hash)], token);
        }
        else Append(ref _unkeyed, token);
    }

    private void Leave(MemoryToken token)
    {
        token.IsIndexed = false;
        if (token.HasKey)
        {
            _keyed--;
            Unlink(ref _buckets[Bucket(token.Hash)], token);
        }
        else Unlink(ref _unkeyed, token);
    }

    private int Bucket(int hash) => (int)((uint)(hash * 0x9E3779B1) >> _shift);

    private static void Append(ref MemoryToken? first, MemoryToken token)
    {
        token.NextInBucket = null;
        if (first is null) first = token.PreviousInBucket = token;
        else
        {
            token.PreviousInBucket = first.PreviousInBucket;
            first.PreviousInBucket = first.PreviousInBucket!.NextInBucket = token;
        }
    }

    private static void Unlink(ref MemoryToken? first, MemoryToken token)
    {
        var (previous, next) = (token.PreviousInBucket, token.NextInBucket);
        if (first == token)
        {
            first = next;
            if (next is not null) next.PreviousInBucket = previous;
        }
        else
        {
            previous!.NextInBucket = next;
            (next ?? first!).PreviousInBucket = previous;
        }
        token.NextInBucket = token.PreviousInBucket = null;
    }

    private void Grow()
    {
        var old = _buckets;
        _buckets = new MemoryToken?[Growth.OfBuckets(old.Length)];
        _shift = 32 - int.Log2(_buckets.Length);
        foreach (var bucket in old)
            for (MemoryToken? token = bucket, next; token is not null; token = next)
            {
                next = token.NextInBucket;
                Append(ref _buckets[Bucket(token.Hash)], token);
            }
    }
}
