using PlanRegistry.Catalogue;
using PlanRegistry.Records;

namespace PlanRegistry.Generator;

/// <summary>The time that generated districts live in. It ends on a fixed day: a clock would make two runs differ.</summary>
internal static class World
{
    public static readonly DistrictCode Municipality = DistrictCode.Parse("500000");

    /// <summary>From this day on a generated registry keeps complete records.</summary>
    public static readonly DateOnly RecordsFrom = new(2021, 1, 1);

    /// <summary>Nothing generated happens after it.</summary>
    public static readonly DateOnly LastDay = new(2026, 11, 15);

    /// <summary>The horizons that have a development plan.</summary>
    public static readonly IReadOnlyList<Horizon> FiveYears = [new(2016, 2020), new(2021, 2025), new(2026, 2030)];

    /// <summary>
    /// What is drafted together, and the day the list it stands on is
    /// approved; plans of before the notice stand on none.
    /// </summary>
    public static readonly IReadOnlyList<Wave> Waves =
    [
        new(new Horizon(2016, 2020), new DateOnly(2016, 1, 20), null, 8),
        new(new Horizon(2021, 2025), new DateOnly(2021, 2, 22), "2021", 42),
        new(new Horizon(2023, 2027), new DateOnly(2022, 12, 15), "2023", 8),
        new(new Horizon(2026, 2030), new DateOnly(2025, 12, 19), "2026", 42),
    ];

    public static bool HasSeen(DateOnly day) => day <= LastDay;
}

/// <param name="List">The part of the code that its lists of both tracks share.</param>
/// <param name="Percent">How many of a hundred plans belong to it.</param>
internal sealed record Wave(Horizon Horizon, DateOnly Begins, string? List, int Percent);
