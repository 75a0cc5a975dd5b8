using PlanRegistry.Ledger;

namespace PlanRegistry.Server.Storage;

/// <summary>
/// A district's ledger just as it is stored, to be verified while <see cref="IStorage.Inspect"/> lasts: each part is read when it is walked
/// through, and throws <see cref="FormatException"/> at what this program never writes.
/// </summary>
/// <param name="District">As it stands in the rows, a code or not.</param>
/// <param name="Entries">In the order of their seq.</param>
/// <param name="SeqsWithoutEntry">Of changes that no entry has, the first first.</param>
/// <param name="Rows">Of every table, the retired ones too.</param>
public sealed record StoredLedger(
    string District, IEnumerable<StoredEntry> Entries, IEnumerable<int> SeqsWithoutEntry, IEnumerable<StoredRow> Rows);

/// <summary>An entry with its changes, in the order of their numbers.</summary>
public sealed record StoredEntry(LedgerEntry Entry, IReadOnlyList<RecordChange> Changes);

/// <summary>
/// A row of a table of records. The hash is of its texts as stored, not of the record read: two texts may mean one value.
/// </summary>
public sealed record StoredRow(string Table, string RecordId, int Seq, int? RetiredSeq, string ContentHash);
