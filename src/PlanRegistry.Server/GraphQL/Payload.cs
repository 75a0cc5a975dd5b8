using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Server.GraphQL;

/// <summary>What came of a command: an entry and what it changed among the findings, or the problems that refused it.</summary>
public abstract class Payload(Outcome outcome)
{
    internal Outcome Outcome { get; } = outcome;

    public int? Seq => Outcome.Result.Entry?.Seq;
    public IReadOnlyList<Problem> Problems => Outcome.Result.Problems;
    public IReadOnlyList<FindingNode> Opened => Outcome.Opened;
    public IReadOnlyList<FindingNode> Cleared => Outcome.Cleared;
    public string? ClientMutationId => Outcome.ClientMutationId;

    /// <summary>The node of the record that the command was about; null when it was refused, or only tried.</summary>
    protected TNode? Subject<TNode>() where TNode : class, INode => Subjects<TNode>()?.FirstOrDefault();

    protected IReadOnlyList<TNode>? Subjects<TNode>() where TNode : class, INode =>
        !Outcome.Stands ? null : [.. Outcome.Result.Subjects.Select(r => Outcome.After.Node(r)).OfType<TNode>()];
}

/// <summary>
/// The result of a command with the scopes before and after it, on the day it
/// was recorded; judged only for a client that asks what it opened and cleared.
/// </summary>
public sealed class Outcome(WriteResult result, Judgements judgements, Caller caller, string? clientMutationId)
{
    private readonly DateOnly day = result.Entry is { } entry ? Calendar.DayOf(entry.RecordedAt) : judgements.Today;
    private Scope? before, after;

    public WriteResult Result { get; } = result;
    public string? ClientMutationId { get; } = clientMutationId;

    /// <summary>What the command asked for is in the registry: written now, or as it was.</summary>
    public bool Stands => !Result.IsRefused && !Result.After.IsRehearsal;

    public Scope After => after ??= new Scope(judgements.Snapshot(Result.After, day), null, null, judgements, caller);

    private Scope Before => before ??= new Scope(judgements.Snapshot(Result.Before, day), null, null, judgements, caller);

    public IReadOnlyList<FindingNode> Opened => Changes ? After.FindingsNotIn(Before) : [];

    public IReadOnlyList<FindingNode> Cleared => Changes ? Before.FindingsNotIn(After) : [];

    private bool Changes => Result.Before != Result.After;
}
