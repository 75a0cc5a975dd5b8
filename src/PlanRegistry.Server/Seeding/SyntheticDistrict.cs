using PlanRegistry.Records;

namespace PlanRegistry.Server.Seeding;

/// <summary>Codes and names that nobody takes for a real district's: GB/T 2260 has no division 59.</summary>
internal static class SyntheticDistrict
{
    private const int PerHundred = 99;

    /// <summary>As many as the codes 590001 to 599999 have places for (xx00 would be a municipality's).</summary>
    public const int Most = 100 * PerHundred;

    public static DistrictCode Code(int number) => DistrictCode.Parse($"59{(number - 1) / PerHundred:00}{((number - 1) % PerHundred) + 1:00}");

    public static string Name(int number) => $"示例第{Chinese.Number(number)}区";
}
