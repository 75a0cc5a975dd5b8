using PlanRegistry.Access;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Storage.Sql;

/// <summary>The access journal is a chain, as a ledger is.</summary>
internal sealed partial class AccessRows
{
    /// <summary>A sentence about the first entry that does not follow; null where all do.</summary>
    public Text? JournalFault() => JournalEntry.Broken(Journal(int.MaxValue, int.MaxValue, of: null, filter: null).Reverse()) is { } seq
        ? new Text($"访问日志第{seq}号与其前一条不相接。", $"Entry {seq} of the access journal does not follow from the one before.")
        : default(Text?);
}
