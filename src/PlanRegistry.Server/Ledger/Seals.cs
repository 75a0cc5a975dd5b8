using System.Collections.Concurrent;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Ledger;

/// <summary>
/// A vector with a seal of the hashes of its heads: 500154:41 500000:7 #3f9a61c2b07d. Given back, it tells whether the entries are still
/// those: in a registry that was restored, others have come under their numbers.
/// </summary>
internal sealed class Seals(IStorage storage)
{
    private const string Mark = " #";
    private const int Length = 12;

    /// <summary>An entry is never changed; beyond so many, they are asked for again.</summary>
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<LedgerHead, string> hashes = new();

    public string Of(Vector vector)
    {
        using var hash = new TextHash();
        foreach (var head in vector.Heads)
        {
            hash.Add(HashOf(head));
        }
        return vector + Mark + hash.ToHex()[..Length];
    }

    /// <summary>The vector of a sealed one; null where it is not this registry's.</summary>
    public Vector? Open(string text) =>
        text.LastIndexOf(Mark, StringComparison.Ordinal) is > 0 and var at && Vector.TryParse(text[..at], out var vector)
            && Of(vector) == text ? vector : null;

    /// <summary>What will be asked for is read beforehand.</summary>
    public void Note(LedgerHead head) => HashOf(head);

    public void Note(LedgerHead head, string hash)
    {
        if (hashes.Count >= Most)
        {
            hashes.Clear();
        }
        hashes[head] = hash;
    }

    /// <summary>Null of an entry that is not there: of a trial, or beyond the end.</summary>
    private string? HashOf(LedgerHead head)
    {
        if (hashes.TryGetValue(head, out var known))
        {
            return known;
        }
        var hash = head.Seq > 0 ? storage.Entry(head.District, head.Seq)?.Hash : EntryHash.First;
        if (hash is not null)
        {
            Note(head, hash);
        }
        return hash;
    }
}
