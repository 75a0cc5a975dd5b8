namespace PlanRegistry.Server.Web;

/// <summary>The section Logs of the configuration: for people, or a line of JSON for each event.</summary>
public sealed record LogSettings
{
    private static readonly SortedDictionary<string, Func<LogSettings, IConfigurationSection, LogSettings>> Known =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["Form"] = (l, s) => l with { IsJson = s.OneOf(("PLAIN", false), ("JSON", true)) },
        };

    public bool IsJson { get; init; }

    public static LogSettings Read(IConfiguration configuration) => configuration.GetSection("Logs").Read(new LogSettings(), Known);
}
