using System.Globalization;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Intake;

/// <summary>What the cells of one row must be to each other. What the law asks of them is the rules' matter, not this.</summary>
internal static class RowChecks
{
    private static readonly Dictionary<string, (string Earlier, string Later)[]> Orders = new()
    {
        ["agencies"] = [("valid_from", "valid_to")],
        ["plans"] = [("horizon_from", "horizon_to")],
        ["superior_plans"] = [("horizon_from", "horizon_to")],
        ["directory_entries"] = [("horizon_from", "horizon_to")],
        ["exemptions"] = [("from", "to")],
        ["links"] = [("from", "to")],
        ["policy"] = [("from", "to")],
    };

    public static void Run(ReadRow row)
    {
        foreach (var (earlier, later) in Orders.GetValueOrDefault(row.Table.Table, []))
        {
            if (PartialDate.TryParse(row[earlier], out var from) && PartialDate.TryParse(row[later], out var to) && to.IsBefore(from) == true)
            {
                row.Refuse(later, Refusals.Before(later, to.ToString(), earlier, from.ToString()));
            }
        }
        switch (row.Table.Table)
        {
            case "targets":
                CheckRange(row);
                break;
            case "policy":
                CheckPolicy(row);
                break;
        }
    }

    private static void CheckRange(ReadRow row)
    {
        if (row["target_low"] is { } low && row["target_high"] is { } high
            && decimal.Parse(high, CultureInfo.InvariantCulture) < decimal.Parse(low, CultureInfo.InvariantCulture))
        {
            row.Refuse("target_high", Refusals.Below("target_high", high, "target_low", low));
        }
    }

    private static void CheckPolicy(ReadRow row)
    {
        if (row["key"] is { } key && row["value"] is { } value && PolicyKeys.Find(key) is { } policy && !policy.Fits(value))
        {
            row.Refuse("value", Refusals.NotA("value", value, $"不符合 {key} 的写法,应为{policy.Wanted.Zh}", $"does not fit {key}: write {policy.Wanted.En}"));
        }
    }
}
