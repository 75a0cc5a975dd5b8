namespace PlanRegistry.Server.Web;

/// <summary>The section Stop of the configuration: how the server ends when it is told to.</summary>
public sealed record StopSettings
{
    private static readonly SortedDictionary<string, Func<StopSettings, IConfigurationSection, StopSettings>> Known =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["NotReadySeconds"] = (l, s) => l with { NotReady = TimeSpan.FromSeconds(s.Whole(0, 60)) },
            ["MostSeconds"] = (l, s) => l with { Most = TimeSpan.FromSeconds(s.Whole(1, 300)) },
        };

    /// <summary>So long it says that it is not ready, and still takes everybody in: until who leads clients to it has asked.</summary>
    public TimeSpan NotReady { get; init; } = TimeSpan.Zero;

    /// <summary>Then requests that are being answered have so long.</summary>
    public TimeSpan Most { get; init; } = TimeSpan.FromSeconds(30);

    public static StopSettings Read(IConfiguration configuration) => configuration.GetSection("Stop").Read(new StopSettings(), Known);
}
