using PlanRegistry.Server.Web;

namespace PlanRegistry.Server.Backups;

/// <summary>The section Backups of the configuration. 本系统默认.</summary>
public sealed record BackupSettings
{
    private static readonly SortedDictionary<string, Func<BackupSettings, IConfigurationSection, BackupSettings>> Known =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["MostDays"] = (b, s) => b with { MostAge = TimeSpan.FromDays(s.Whole(1, 366)) },
        };

    /// <summary>Where the last verified backup is older, or there is none, administrators are told.</summary>
    public TimeSpan MostAge { get; init; } = TimeSpan.FromDays(7);

    public static BackupSettings Read(IConfiguration configuration) =>
        configuration.GetSection("Backups").Read(new BackupSettings(), Known);
}
