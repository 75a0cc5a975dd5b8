using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Evidence;

/// <summary>Entries and rows as objects whose names are those that the hashes cover, so that a checker needs no table of names.</summary>
internal static class EvidenceLines
{
    private const int PageLength = 200;

    /// <summary>Each entry as its hash covers it, with its changes; the first first.</summary>
    public static IEnumerable<object> OfLedger(Registry registry, LedgerHead head)
    {
        for (var from = 1; from <= head.Seq; from += PageLength)
        {
            var to = Math.Min(from + PageLength - 1, head.Seq);
            var changes = registry.Changes(head.District, from, to).ToLookup(c => c.Seq);
            foreach (var entry in registry.EntriesBefore(head.District, to + 1, to - from + 1).Reverse())
            {
                yield return OfEntry(entry, changes[entry.Seq]);
            }
        }
    }

    /// <summary>A row as its content hash covers it.</summary>
    /// <param name="at">At which of the vectors of about.json it stands.</param>
    public static object OfRow(Record row, IReadOnlyList<int> at)
    {
        var shape = RecordShape.Of(row.GetType());
        var content = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in shape.Columns)
        {
            if (column.Read(row) is { } text)
            {
                content.Add(column.Name, text);
            }
        }
        return new
        {
            district = row.Home.Value, table_name = shape.Table, record_id = row.Id.Code, seq = row.Seq, at, content,
            content_hash = shape.ContentHash(row),
        };
    }

    private static object OfEntry(LedgerEntry e, IEnumerable<RecordChange> changes) => new
    {
        seq = e.Seq, actor_id = e.Actor.Id, actor_name = e.Actor.Name, changes = e.Changes, command = e.Command,
        district = e.District.Value, form = e.Form, hash_algorithm = e.HashAlgorithm, idempotency_key = e.IdempotencyKey,
        input_hash = e.InputHash, previous_hash = e.PreviousHash, reason = e.Reason, recorded_at = Moment.Write(e.RecordedAt),
        role = e.Actor.Role, vector = e.Vector, hash = e.Hash,
        made = changes.Select(c => new
        {
            content_hash = c.ContentHash, number = c.Number, record_id = c.Id.Code, retires = c.Retires, table_name = c.Id.Table,
        }),
    };
}
