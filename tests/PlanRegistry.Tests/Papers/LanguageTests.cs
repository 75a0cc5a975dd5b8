namespace PlanRegistry.Tests.Papers;

/// <summary>README and docs say the same in both languages: with the same blocks, so that both run when one does.</summary>
public sealed class LanguageTests
{
    /// <summary>Made from the code, in both languages at once.</summary>
    private static readonly string[] Generated =
        ["docs/policy.md", "docs/data-dictionary.md", "docs/entitlement.md", "docs/permissions.md", "docs/articles.md"];

    /// <summary>The manuals are for officers; pages, papers and letters that they tell of are in Chinese.</summary>
    private const string ChineseAlone = "docs/manual/";

    private static readonly string[] English =
        [.. Page.In("docs", "deploy").Select(p => p.Path).Where(p => p == "README.md" || p.Contains('/')).Except(Generated)];

    public static TheoryData<string> Pages => [.. English];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_is_there_in_both_languages(string path)
    {
        var (english, chinese) = (Page.Of(path), Page.Of(Page.Of(path).OtherLanguage));

        Code(chinese).Should().Equal(Code(english));
        Outline(chinese).Should().Equal(Outline(english), "both have the same headings, rows and points");
        english.Links.Should().Contain(Path.GetFileName(chinese.Path));
        chinese.Links.Should().Contain(Path.GetFileName(english.Path));
    }

    [Fact]
    public void No_page_but_the_manuals_is_there_in_Chinese_alone() =>
        Page.All.Where(p => p.IsChinese && !p.Path.StartsWith(ChineseAlone, StringComparison.Ordinal)).Select(p => p.OtherLanguage)
            .Should().BeEquivalentTo(English);

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public void The_README_has_at_most_110_lines(string path) =>
        File.ReadLines(Repository.Path(path)).Count().Should().BeLessThanOrEqualTo(110);

    /// <summary>A block of plain text is for people, and told in their language.</summary>
    private static IEnumerable<string> Code(Page page) =>
        page.Blocks.Select(b => $"{b.Language}\n{(b.Language == "text" ? "" : b.WithoutComments)}");

    private static IEnumerable<string> Outline(Page page) =>
        page.Prose.Select(l => l.Split(' ')[0]).Where(first => first.StartsWith('#') || first is "|" or "-");
}
