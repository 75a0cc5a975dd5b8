using System.Text.RegularExpressions;

namespace PlanRegistry.Tests.Papers;

/// <summary>A fenced block of a page: its language, its code, and the line on which it begins.</summary>
public sealed record Block(string Language, string Code, int Line)
{
    public bool IsShell => Language is "bash" or "sh";

    /// <summary>Comments of a shell are told in the language of the page.</summary>
    public string WithoutComments => IsShell ? Regex.Replace(Code, "[ ]+# .*$", "", RegexOptions.Multiline) : Code;
}

/// <summary>A Markdown file of the repository: its fenced blocks, and the lines outside them.</summary>
public sealed partial class Page
{
    private Page(string path)
    {
        Path = path;
        var lines = File.ReadAllLines(Repository.Path(path));
        var (blocks, prose) = (new List<Block>(), new List<string>());
        for (var at = 0; at < lines.Length; at++)
        {
            if (!lines[at].StartsWith("```", StringComparison.Ordinal))
            {
                prose.Add(lines[at]);
                continue;
            }
            var end = Array.IndexOf(lines, "```", at + 1);
            end.Should().BeGreaterThan(at, "the block of {0} on line {1} is closed", path, at + 1);
            blocks.Add(new Block(lines[at][3..], string.Join('\n', lines[(at + 1)..end]), at + 1));
            at = end;
        }
        (Blocks, Prose) = (blocks, prose);
    }

    /// <summary>From the repository's root.</summary>
    public string Path { get; }
    public IReadOnlyList<Block> Blocks { get; }
    public IReadOnlyList<string> Prose { get; }

    public static IReadOnlyList<Page> All { get; } =
        [.. Repository.Files("", "*.md").Select(f => System.IO.Path.GetRelativePath(Repository.Root, f)).Select(path => new Page(path))];

    /// <summary>Those at the root or in one of these folders, in English or in both languages at once.</summary>
    public static IEnumerable<Page> In(params string[] folders) =>
        All.Where(p => !p.IsChinese && (!p.Path.Contains('/') || folders.Contains(p.Path.Split('/')[0])));

    public bool IsChinese => Path.EndsWith(".zh-CN.md", StringComparison.Ordinal);

    public IEnumerable<string> Headings => Prose.Where(l => l.StartsWith('#'));

    /// <summary>What a link may name behind #, as GitHub makes it.</summary>
    public IEnumerable<string> Anchors =>
        Headings.Select(h => NoAnchor().Replace(h.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    /// <summary>Rows of tables, cell by cell.</summary>
    public IEnumerable<string[]> Rows => Prose.Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Select(l => l.Trim('|').Split('|'));

    public IEnumerable<string> Links => Prose.SelectMany(l => Link().Matches(CodeSpan().Replace(l, "`")).Select(m => m.Groups[1].Value));

    public IEnumerable<string> CodeSpans => Prose.SelectMany(l => CodeSpan().Matches(l).Select(m => m.Value.Trim('`')));

    public static Page Of(string path) => All.Single(p => p.Path == path);

    /// <summary>The page of this name in the other language.</summary>
    public string OtherLanguage => IsChinese ? Path.Replace(".zh-CN.md", ".md") : Path.Replace(".md", ".zh-CN.md");

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NoAnchor();

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`[^`]+`")]
    private static partial Regex CodeSpan();
}
