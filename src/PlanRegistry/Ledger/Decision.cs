namespace PlanRegistry.Ledger;

/// <summary>What a command comes to on a view: changes to write (none is a good answer), or the problems that refuse it.</summary>
public sealed record Decision(IReadOnlyList<Change> Changes, IReadOnlyList<Problem> Problems)
{
    public bool IsRefused => Problems.Count > 0;

    public static Decision Write(IEnumerable<Change> changes) => new([.. changes], []);

    public static Decision Refuse(params IEnumerable<Problem> problems) => new([], [.. problems]);
}
