using PlanRegistry.Ledger;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Ledger;

/// <param name="entry">The entry.</param>
/// <param name="changes">Those of all entries of the page.</param>
/// <param name="scope">Where it was asked for.</param>
public sealed class LedgerEntryNode(LedgerEntry entry, Lazy<ILookup<int, RecordChange>> changes, Scope scope)
{
    internal Scope Scope { get; } = scope;
    internal LedgerEntry Entry { get; } = entry;

    public int Seq => Entry.Seq;
    public DateTimeOffset RecordedAt => Entry.RecordedAt;
    public string ActorId => Entry.Actor.Id;
    public string ActorName => Entry.Actor.Name;
    public string? Role => Entry.Actor.Role;
    public string Command => Entry.Command;
    public string? Reason => Entry.Reason;
    public string Vector => Entry.Vector;
    public int Form => Entry.Form;
    public string HashAlgorithm => Entry.HashAlgorithm;
    public string Hash => Entry.Hash;
    public string PreviousHash => Entry.PreviousHash;
    public IReadOnlyList<string> Records => [.. changes.Value[Entry.Seq].Select(c => RecordChangeNode.IdOf(c.Id, Scope)).Distinct()];

    /// <summary>One that stands on no page with others.</summary>
    internal static LedgerEntryNode Alone(LedgerEntry entry, Scope scope) =>
        new(entry, new(() => scope.Judgements.Registry.Changes(entry.District, entry.Seq, entry.Seq).ToLookup(c => c.Seq)), scope);
}
