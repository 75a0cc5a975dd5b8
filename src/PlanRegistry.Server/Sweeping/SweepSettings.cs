using PlanRegistry.Server.Web;

namespace PlanRegistry.Server.Sweeping;

/// <summary>The section Sweep of the configuration.</summary>
public sealed record SweepSettings
{
    private static readonly SortedDictionary<string, Func<SweepSettings, IConfigurationSection, SweepSettings>> Known =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["Processors"] = (b, s) => b with { Processors = s.Whole(0, 64) },
        };

    /// <summary>How many districts the server itself judges at once, whenever something was written or a day began; 0: none.</summary>
    public int Processors { get; init; }

    public static SweepSettings Read(IConfiguration configuration) => configuration.GetSection("Sweep").Read(new SweepSettings(), Known);
}
