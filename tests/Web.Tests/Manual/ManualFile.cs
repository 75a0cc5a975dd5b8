using System.Text.RegularExpressions;
using PlanRegistry.Tests;

namespace Web.Tests.Manual;

/// <summary>A part of a manual: what its heading is, the 「words」 of a page that it names, and its pictures.</summary>
public sealed record ManualPart(string Heading, IReadOnlyList<string> Words, IReadOnlyList<string> Images);

/// <summary>docs/manual/NAME.zh-CN.md: an officer's day, told by the words that stand on the pages.</summary>
public sealed partial class ManualFile
{
    public const string Folder = "docs/manual";

    private ManualFile(string path)
    {
        var text = File.ReadAllText(path);
        var parts = Heading().Split(text);
        // Before the first heading, then a heading and what stands beneath it, in turn.
        Parts = [.. Enumerable.Range(0, parts.Length / 2).Select(i => Part(parts[(2 * i) + 1].Trim(), parts[(2 * i) + 2]))];
        Opening = Part("", parts[0]);
    }

    public ManualPart Opening { get; }

    public IReadOnlyList<ManualPart> Parts { get; }

    public static IEnumerable<string> Names =>
        Repository.Files(Folder, "*.md").Select(f => Path.GetFileName(f).Replace(".zh-CN.md", "", StringComparison.Ordinal));

    public static ManualFile Of(string name) => new(Repository.Path($"{Folder}/{name}.zh-CN.md"));

    private static ManualPart Part(string heading, string text) => new(heading,
        [.. Quoted().Matches(text).Select(m => m.Groups[1].Value).Distinct()],
        [.. Picture().Matches(text).Select(m => m.Groups[1].Value)]);

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("「([^」]+)」")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"!\[[^\]]+\]\(images/([a-z-]+\.png)\)")]
    private static partial Regex Picture();
}
