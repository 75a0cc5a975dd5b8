namespace PlanRegistry.Server.Storage;

/// <summary>
/// A row of a table of records. The hash is of its texts as stored, not of the record read: two texts may mean one value.
/// </summary>
public sealed record StoredRow(string Table, string RecordId, int Seq, int? RetiredSeq, string ContentHash);
