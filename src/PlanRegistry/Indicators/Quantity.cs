using System.Globalization;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>
/// An amount and its unit in a sentence. In Chinese large ones stand in 万 and 亿 (GB/T 15835), 88万亩 and not 880000亩, where the unit is
/// used with them and two decimals say it, else as recorded (92740公顷, as the tables beside have it); nothing is rounded. In English as
/// recorded.
/// </summary>
public static class Quantity
{
    private static readonly (string Word, decimal Worth)[] Large = [("亿", 100_000_000m), ("万", 10_000m)];

    public static Text InWords(decimal value, string unit)
    {
        var plain = Number(value) + unit;
        var (word, worth) = Large.FirstOrDefault(l => Math.Abs(value) >= l.Worth && IsShort(value / l.Worth)
            && UnitTable.IsShipped(l.Word + unit, unit, l.Worth));
        return word is null ? plain : new Text($"{Number(value / worth)}{word}{unit}", plain);
    }

    private static bool IsShort(decimal value) => decimal.Round(value, 2) == value;

    /// <summary>10%—12% and 10—12年: a sign of share stands at both ends.</summary>
    public static Text Range(decimal? low, decimal? high, string unit) => new(
        $"{Number(low)}{(unit is "%" or "‰" && low is not null ? unit : "")}—{Number(high)}{unit}", $"{Number(low)}-{Number(high)}{unit}");

    public static string Number(decimal? value) => value?.ToString("0.##########", CultureInfo.InvariantCulture) ?? "";
}
