using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>What rows come to on a view: changes (none when all is recorded already), or every problem that refuses them.</summary>
/// <param name="Subjects">The record of each row, in the order of the sheets and their rows, as it is to stand.</param>
public sealed record IntakeResult(IReadOnlyList<Change> Changes, IReadOnlyList<RowProblem> Problems, IReadOnlyList<Record> Subjects)
{
    public bool IsRefused => Problems.Count > 0;

    public Decision ToDecision() => IsRefused ? Decision.Refuse(Problems.Select(p => p.ToProblem())) : Decision.Write(Changes);

    /// <summary>The subjects as the ledger has them once the changes are written.</summary>
    public IReadOnlyList<Record> SubjectsIn(RegistryView after) => [.. Subjects.Select(s => Find(after, s))];

    private static Record Find(RegistryView after, Record subject)
    {
        var shape = RecordShape.Of(subject.GetType());
        var key = shape.KeyOf(subject);
        return after.Own.Find(shape.Type, subject.Id.Code) is { } found && shape.KeyOf(found) == key
            ? found
            // Its key was another record's id before: the ledger has given it an id of its own.
            : after.Own.All.First(r => r.GetType() == shape.Type && shape.KeyOf(r) == key);
    }
}
