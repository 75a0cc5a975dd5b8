using System.Text.RegularExpressions;

namespace PlanRegistry.Tests.Papers;

/// <summary>What the papers point at is there.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages => [.. Page.All.Select(p => p.Path)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Each_link_leads_somewhere(string path) =>
        string.Join(", ", Page.Of(path).Links.Where(l => !LeadsSomewhere(path, l))).Should().BeEmpty();

    private static bool LeadsSomewhere(string path, string link)
    {
        if (link.Contains("://", StringComparison.Ordinal))
        {
            // Another's server is asked for nothing here.
            return Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http";
        }
        var (file, anchor) = link.Split('#') is [var f, var a] ? (f, a) : (link, null);
        var target = file.Length == 0 ? path : Path.GetRelativePath(Repository.Root, Path.Combine(Repository.Root, path, "..", file));
        return Path.Exists(Repository.Path(target)) && (anchor is null || Page.Of(target).Anchors.Contains(anchor));
    }

    [Fact]
    public void Each_folder_of_a_map_is_there()
    {
        var maps = Page.All.SelectMany(p => p.Blocks).Where(b => b.Language == "text");
        var folders = maps.SelectMany(b => Folder().Matches(b.Code)).Select(m => m.Value).Distinct().ToList();

        folders.Should().HaveCountGreaterThan(10);
        string.Join(", ", folders.Where(f => !Directory.Exists(Repository.Path(f)))).Should().BeEmpty();
    }

    [Fact]
    public void Each_target_of_make_that_is_named_stands_in_the_Makefile()
    {
        var targets = Page.All.SelectMany(p => p.CodeSpans).SelectMany(c => MakeTarget().Matches(c))
            .Select(m => m.Groups[1].Value).Distinct().ToList();

        targets.Should().HaveCountGreaterThan(5);
        targets.Should().BeSubsetOf(MakeTargets);
    }

    [Theory]
    [InlineData("docs/for-developers.md")]
    [InlineData("docs/for-developers.zh-CN.md")]
    public void Each_target_of_the_Makefile_has_its_row(string path)
    {
        var rows = Page.Of(path).Prose.SelectMany(l => TargetRow().Matches(l)).Select(m => m.Groups[1].Value);

        rows.Should().BeEquivalentTo(MakeTargets);
    }

    /// <summary>Those that the Makefile itself explains.</summary>
    private static List<string> MakeTargets =>
        [.. File.ReadLines(Repository.Path("Makefile")).SelectMany(l => Explained().Matches(l)).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"^[a-z][\w/.-]*/", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Folder();

    [GeneratedRegex(@"\bmake ([a-z-]+)")]
    private static partial Regex MakeTarget();

    [GeneratedRegex(@"^\| `make ([a-z-]+)` \|")]
    private static partial Regex TargetRow();

    [GeneratedRegex("^([a-z-]+):.* ## ")]
    private static partial Regex Explained();
}
