using PlanRegistry.Ledger;

namespace PlanRegistry.Server.Storage;

/// <summary>An entry with its changes, in the order of their numbers.</summary>
public sealed record StoredEntry(LedgerEntry Entry, IReadOnlyList<RecordChange> Changes);
