using PlanRegistry.Server.Web;

namespace PlanRegistry.Server.Documents;

/// <summary>The section Documents of the configuration: where files of documents lie, and what looks at them first. 本系统默认.</summary>
public sealed record DocumentSettings
{
    private const string Section = "Documents";

    private static readonly SortedDictionary<string, Func<DocumentSettings, IConfigurationSection, DocumentSettings>> Known =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["Folder"] = (d, s) => d with { Folder = Path(s) },
            ["Check"] = (d, s) => d with { Check = Path(s) },
            ["CheckSeconds"] = (d, s) => d with { CheckTime = TimeSpan.FromSeconds(s.Whole(1, 600)) },
        };

    /// <summary>Null: beside the database, under its name.</summary>
    public string? Folder { get; init; }

    /// <summary>
    /// A program that is given the path of a file: exit code 0 lets it in, 1 refuses it, anything else means that it could not tell.
    /// </summary>
    public string? Check { get; init; }

    public TimeSpan CheckTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>As the server reads them: beside the program, and from the environment, which wins.</summary>
    public static DocumentSettings OfTheProgram() => Read(new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build());

    public static DocumentSettings Read(IConfiguration configuration) =>
        configuration.GetSection(Section).Read(new DocumentSettings(), Known);

    /// <param name="home">Where the home has its place for them: registry.documents of registry.db; null with a server's database.</param>
    /// <exception cref="SettingException">Several nodes need a folder that they share, and none is set.</exception>
    public string FolderOf(string? home) => Folder ?? home ?? throw new SettingException(
        "With PostgreSQL set Documents:Folder to a folder that all nodes share.");

    private static string Path(IConfigurationSection setting) => System.IO.Path.IsPathFullyQualified(setting.Value ?? "")
        ? setting.Value! : throw Settings.Wrong(setting, "a path from the root of the file system");
}
