using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Ledger;

/// <summary>What became of a command: an entry, problems, or neither when there was nothing to change.</summary>
public sealed record WriteResult
{
    /// <summary>The entry written, or on a replay the one written first; null when nothing was.</summary>
    public LedgerEntry? Entry { get; init; }

    /// <summary>
    /// The records as they stand in the ledger, in the order of the decision; a district's first entry ends with its default policy.
    /// </summary>
    public IReadOnlyList<Record> Recorded { get; init; } = [];

    /// <summary>The records that the command is about, as they stand after it.</summary>
    public IReadOnlyList<Record> Subjects { get; init; } = [];

    /// <summary>What was decided, whether it was written or (on a rehearsal) not.</summary>
    public IReadOnlyList<Change> Changes { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>The same command was written before, under this idempotency key.</summary>
    public bool Replayed { get; init; }

    public required RegistryView Before { get; init; }
    public required RegistryView After { get; init; }

    public bool IsRefused => Problems.Count > 0;

    internal static WriteResult Refused(RegistryView view, params IReadOnlyList<Problem> problems) =>
        new() { Problems = problems, Before = view, After = view };

    /// <summary>Of a decision that refuses or changes nothing; null where there is something to write.</summary>
    internal static WriteResult? OfNothingWritten(RegistryView view, Decision decision) =>
        decision.IsRefused ? Refused(view, decision.Problems)
        : decision.Changes.Count == 0 ? new() { Subjects = decision.SubjectsIn(view), Before = view, After = view }
        : null;
}
