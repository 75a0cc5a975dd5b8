using System.Globalization;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Storage;

/// <summary>
/// The hash that chains an entry to the one before it, made like that of a row's content: sha256, in lower case hexadecimal, of name and
/// text of each field that is recorded, as <see cref="TextHash"/> writes texts, by name in ordinal order:
/// <list type="number">
/// <item>of the entry: actor_id, actor_name, changes (their number), command, district, form, hash_algorithm, idempotency_key, input_hash,
/// previous_hash (64 zeros for a district's first entry), reason, recorded_at, role, seq, vector;</item>
/// <item>then of each change, in the order of the numbers: content_hash, number, record_id, retires, table_name.</item>
/// </list>
/// What is not recorded is left out, name and all, so that a field which is added later changes no hash of an entry that has none of it.
/// Which field belongs to which change stays clear: every change has a number and a table_name, and a name that does not come after the
/// one before begins the next.
/// Numbers are decimal digits, moments as the ledger writes them (<see cref="Moment"/>). A change's content_hash is
/// <see cref="RecordShape.ContentHash(IReadOnlyList{string})"/> of the row.
/// </summary>
public static class EntryHash
{
    /// <summary>Of an entry as it is described here.</summary>
    public const int Form = 1;

    public const string Algorithm = "SHA-256";

    public static readonly string First = new('0', 64);

    /// <summary>Whether the hash of an entry is one that is made here.</summary>
    public static bool Knows(LedgerEntry entry) => entry is { Form: Form, HashAlgorithm: Algorithm };

    public static string Of(LedgerEntry entry, IEnumerable<RecordChange> changes)
    {
        using var hash = new TextHash();
        Add(hash, "actor_id", entry.Actor.Id);
        Add(hash, "actor_name", entry.Actor.Name);
        Add(hash, "changes", Digits(entry.Changes));
        Add(hash, "command", entry.Command);
        Add(hash, "district", entry.District.Value);
        Add(hash, "form", Digits(entry.Form));
        Add(hash, "hash_algorithm", entry.HashAlgorithm);
        Add(hash, "idempotency_key", entry.IdempotencyKey);
        Add(hash, "input_hash", entry.InputHash);
        Add(hash, "previous_hash", entry.PreviousHash);
        Add(hash, "reason", entry.Reason);
        Add(hash, "recorded_at", Moment.Write(entry.RecordedAt));
        Add(hash, "role", entry.Actor.Role);
        Add(hash, "seq", Digits(entry.Seq));
        Add(hash, "vector", entry.Vector);
        foreach (var change in changes)
        {
            Add(hash, change);
        }
        return hash.ToHex();
    }

    private static void Add(TextHash hash, RecordChange change)
    {
        Add(hash, "content_hash", change.ContentHash);
        Add(hash, "number", Digits(change.Number));
        Add(hash, "record_id", change.Id.Code);
        Add(hash, "retires", Digits(change.Retires));
        Add(hash, "table_name", change.Id.Table);
    }

    private static void Add(TextHash hash, string name, string? text)
    {
        if (text is not null)
        {
            hash.Add(name).Add(text);
        }
    }

    private static string? Digits(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
