using PlanRegistry.Records;
using PlanRegistry.Server.Web;

namespace PlanRegistry.Server.Papers;

/// <summary>The section Papers of the configuration: a folder whose templates stand in place of the program's own.</summary>
public sealed record PaperTemplates
{
    private const int MostBytes = 4 * 1024 * 1024;

    private static readonly SortedDictionary<string, Func<PaperTemplates, IConfigurationSection, PaperTemplates>> Known =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["Templates"] = (p, s) => Directory.Exists(s.Value) ? p with { Folder = s.Value }
                : throw Settings.Wrong(s, "a folder of .docx files that is there"),
        };

    public string? Folder { get; init; }

    /// <exception cref="SettingException">A key is unknown, or the folder is not there.</exception>
    public static PaperTemplates Read(IConfiguration configuration) =>
        configuration.GetSection("Papers").Read(new PaperTemplates(), Known);

    /// <summary>Read anew each time: an office that changes its template need not start the server again.</summary>
    /// <exception cref="PaperException">The office's file cannot be read.</exception>
    public byte[] Of(string file)
    {
        if (Folder is { } folder && new FileInfo(Path.Combine(folder, file)) is { Exists: true } own)
        {
            try
            {
                return own.Length <= MostBytes ? File.ReadAllBytes(own.FullName)
                    : throw Refused(file, new("超过4 MiB", "is larger than 4 MiB"));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw Refused(file, new("无法读取", "cannot be read"));
            }
        }
        using var stream = typeof(PaperTemplates).Assembly.GetManifestResourceStream($"papers/{file}")!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static PaperException Refused(string file, PlanRegistry.Records.Text why) =>
        new(StatusCodes.Status500InternalServerError, new($"模板{file}{why.Zh}。", $"The template {file} {why.En}."));
}
