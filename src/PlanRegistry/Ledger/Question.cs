using PlanRegistry.Records;

namespace PlanRegistry.Ledger;

/// <summary>
/// What was asked of a view: the rows of a table under a key, or the table as a whole. A row that comes or goes changes the answers to
/// its own questions and to no others: what is computed of a view stays true in the next one while none of its questions is among these.
/// </summary>
public readonly record struct Question(Type Table, DistrictCode District, string? Code)
{
    public static Question Whole(Type table) => new(table, default, null);

    public static Question Under<T>(Type table, Key<T> key) => new(table, key.District, key.Code);
}
