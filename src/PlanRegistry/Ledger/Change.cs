using PlanRegistry.Records;

namespace PlanRegistry.Ledger;

/// <summary>What a decision does to one record: recorded, retired, or (both) corrected under the same record id.</summary>
public sealed record Change(Record? Recorded, Record? Retired)
{
    public static Change Record(Record row) => new(row, null);

    /// <summary>The new content takes the old row's record id.</summary>
    public static Change Correct(Record row, Record old) => new(row with { Home = old.Home, RecordCode = old.RecordCode }, old);

    public static Change Withdraw(Record old) => new(null, old);
}
