using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Ledger;

/// <summary>
/// Gives the records of one entry their ids. A new record's id is its key; where a current record still has that id from before its
/// own key was corrected, the new one gets the key with #2, #3.
/// </summary>
internal sealed class RecordIds
{
    private readonly DistrictRecords own;
    private readonly Dictionary<(Type Type, string Code), Record?> touched = [];

    public RecordIds(DistrictRecords own, IEnumerable<Change> changes)
    {
        this.own = own;
        foreach (var change in changes.Where(c => c.Retired is not null))
        {
            var retired = Current(change.Retired!);
            if (!touched.TryAdd((retired.GetType(), retired.RecordCode), change.Recorded))
            {
                throw new InvalidOperationException($"The command retires {retired.Id} twice.");
            }
        }
    }

    /// <summary>The row as the view has it; a command can retire only what is current in its own district.</summary>
    public Record Current(Record retired) =>
        own.Find(retired.GetType(), retired.RecordCode) is { } current && current.Seq == retired.Seq && retired.Home == own.District
            ? current
            : throw new InvalidOperationException(
                $"The command retires {retired.Id} of seq {retired.Seq}, which is not current in {own.District} at seq {own.Seq}.");

    public string New(Record record)
    {
        if (record.Home != own.District)
        {
            throw new InvalidOperationException($"The command records {record.Id} in the ledger of {own.District}.");
        }
        var shape = RecordShape.Of(record.GetType());
        var key = shape.KeyOf(record);
        for (var n = 1; ; n++)
        {
            var code = n == 1 ? key : $"{key}#{n}";
            var holder = touched.TryGetValue((record.GetType(), code), out var changed) ? changed : own.Find(record.GetType(), code);
            if (holder is null)
            {
                touched[(record.GetType(), code)] = record;
                return code;
            }
            if (shape.KeyOf(holder) == key)
            {
                throw new InvalidOperationException($"The command records {shape.Table} '{key}', which is there already.");
            }
        }
    }
}
