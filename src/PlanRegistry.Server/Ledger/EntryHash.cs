using PlanRegistry.Records;

namespace PlanRegistry.Server.Ledger;

/// <summary>
/// The hash that chains an entry to the one before it: sha256, in lower case hexadecimal, of these texts as <see cref="TextHash"/> writes them:
/// <list type="number">
/// <item>previous_hash (64 zeros for a district's first entry), district, seq, recorded_at, actor, command, reason, idempotency_key, input_hash,
/// vector, changes (their number);</item>
/// <item>then for each change in the order of its number: table_name, record_id, content_hash, retires.</item>
/// </list>
/// Numbers are decimal digits, moments as the ledger writes them, what is null is null. A change's content_hash is
/// <see cref="RecordShape.ContentHash(IReadOnlyList{string})"/> of the row.
/// </summary>
internal static class EntryHash
{
    public static readonly string First = new('0', 64);

    public static string Of(EntryRow entry, IEnumerable<ChangeRow> changes)
    {
        using var hash = new TextHash();
        hash.Add(entry.PreviousHash).Add(entry.District).Add(entry.Seq).Add(entry.RecordedAt)
            .Add(entry.Actor).Add(entry.Command).Add(entry.Reason).Add(entry.IdempotencyKey).Add(entry.InputHash)
            .Add(entry.Vector).Add(entry.Changes);
        foreach (var change in changes)
        {
            hash.Add(change.TableName).Add(change.RecordId).Add(change.ContentHash).Add(change.Retires);
        }
        return hash.ToHex();
    }
}
