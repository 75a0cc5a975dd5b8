using PlanRegistry.Ledger;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Ledger;

/// <param name="entry">The entry.</param>
/// <param name="changes">Those of all entries of the page.</param>
/// <param name="scope">Where it was asked for.</param>
public sealed class LedgerEntryNode(LedgerEntry entry, Lazy<ILookup<int, RecordChange>> changes, Scope scope)
{
    public int Seq => entry.Seq;
    public DateTimeOffset RecordedAt => entry.RecordedAt;
    public string ActorId => entry.Actor.Id;
    public string ActorName => entry.Actor.Name;
    public string? Role => entry.Actor.Role;
    public string Command => entry.Command;
    public string? Reason => entry.Reason;
    public string Vector => entry.Vector;
    public int Form => entry.Form;
    public string HashAlgorithm => entry.HashAlgorithm;
    public string Hash => entry.Hash;
    public string PreviousHash => entry.PreviousHash;
    public IReadOnlyList<string> Records => [.. changes.Value[entry.Seq].Select(c => RecordChangeNode.IdOf(c.Id, scope)).Distinct()];
}
