using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>What rows come to on a view: changes (none when all is recorded already), or every problem that refuses them.</summary>
/// <param name="Subjects">The record of each row, in the order of the rows, as it will stand.</param>
public sealed record IntakeResult(IReadOnlyList<Change> Changes, IReadOnlyList<RowProblem> Problems, IReadOnlyList<Record> Subjects)
{
    public bool IsRefused => Problems.Count > 0;

    public Decision ToDecision() => IsRefused ? Decision.Refuse(Problems.Select(p => p.ToProblem())) : Decision.Write(Changes);
}
