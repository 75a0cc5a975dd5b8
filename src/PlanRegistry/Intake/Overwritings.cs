using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>What a change does to what was recorded. To describe a document that was known by its name alone overwrites nothing.</summary>
public static class Overwritings
{
    /// <summary>Null where nothing recorded is lost: a new record, empty columns filled, names added.</summary>
    public static Overwriting? Of(Change change, Func<Column?, Problem, Problem> at) =>
        change.Retired is not { } old || Tables.Of(old)?.IsStub?.Invoke(old) == true ? null
        : change.Recorded is not { } now ? new Overwriting(old, [], at)
        : RecordShape.Of(old.GetType()).Columns.Where(c => c.IsOverwritten(old, now)).ToList() is { Count: > 0 } columns
            ? new Overwriting(old, columns, at)
        : null;
}
