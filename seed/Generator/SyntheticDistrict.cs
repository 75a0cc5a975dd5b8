using PlanRegistry.Records;

namespace PlanRegistry.Generator;

/// <summary>
/// Codes and names that nobody takes for a real district's: from 509901 up, then 5098xx and further down. They lie under 500000,
/// where GB/T 2260 has given out no more than 5001xx and 5002xx.
/// </summary>
internal static class SyntheticDistrict
{
    private const int PerHundred = 99;
    private const int LastHundred = 99;
    private const int FirstHundred = 10;

    /// <summary>As many as there are places (xx00 would be a municipality's).</summary>
    public const int Most = (LastHundred - FirstHundred + 1) * PerHundred;

    public static DistrictCode Code(int number) =>
        DistrictCode.Parse($"50{LastHundred - ((number - 1) / PerHundred):00}{((number - 1) % PerHundred) + 1:00}");

    public static string Name(int number) => $"示例第{Chinese.Number(number)}区";
}
