using System.Globalization;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>A plan, or one version of it. Written DEV-2021 or DEV-2021@2.</summary>
public readonly record struct PlanVersion(Key<Plan> Plan, int? Version) : IColumnValue<PlanVersion>
{
    public static Type Names => typeof(Plan);

    public string Named => Plan.ToString();

    public static bool TryParse(string? text, DistrictCode home, out PlanVersion value)
    {
        value = default;
        if (text is null)
        {
            return false;
        }
        var at = text.LastIndexOf('@');
        int? version = null;
        if (at >= 0)
        {
            if (!int.TryParse(text[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
            {
                return false;
            }
            version = number;
        }
        if (!Key<Plan>.TryParse(at < 0 ? text : text[..at], home, out var plan))
        {
            return false;
        }
        value = new PlanVersion(plan, version);
        return true;
    }

    public string Within(DistrictCode home) => Version is { } v ? $"{Plan.Within(home)}@{v}" : Plan.Within(home);

    public override string ToString() => Version is { } v ? $"{Plan}@{v}" : Plan.ToString();
}
