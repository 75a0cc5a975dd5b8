using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GraphQLEngine;
using PlanRegistry.Articles;
using PlanRegistry.Rules;
using PlanRegistry.Rules.Articles;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Tests.Articles;

/// <summary>Each paragraph of the notice and of the laws that bind is encoded, carried otherwise, or says why not.</summary>
public sealed class ArticleBookTests
{
    private const string Notice = "开州府办发〔2020〕95号";

    public static TheoryData<string> Keys => [.. ArticleBook.All.Select(a => a.Key)];

    /// <summary>The hash is that of the source's own text without its line ends.</summary>
    [Fact]
    public void The_notice_is_there_whole_and_word_for_word()
    {
        var text = string.Concat(ArticleBook.Of(Notice)!.GroupBy(a => a.Clause)
            .Select(clause => clause.First().Heading + string.Concat(clause.Select(a => a.Text.Zh))));

        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))
            .Should().Be("cb4402b5482f7aa04b870b71c0f1d59ff07b1be2bd7263abe38f67115328224f");
    }

    [Fact]
    public void A_paragraph_is_found_by_one_key() => Keys.Select(k => k).Should().OnlyHaveUniqueItems();

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_paragraph_is_encoded_or_carried_or_says_why_it_is_neither(string key)
    {
        var article = ArticleBook.All.Single(a => a.Key == key);

        switch (article.Status)
        {
            case ArticleStatus.Encoded:
                article.Rules.Should().NotBeEmpty();
                break;
            case ArticleStatus.Carried:
                article.Rules.Should().BeEmpty();
                article.CarriedBy.Should().NotBeEmpty();
                article.Reason.Should().NotBeNull("how it is carried is said");
                break;
            default:
                article.Rules.Should().BeEmpty();
                article.CarriedBy.Should().BeEmpty();
                article.Gap.Should().NotBeNull();
                article.Reason.Should().NotBeNull();
                break;
        }
        (article.Gap is ArticleGap.Open or ArticleGap.Unrecorded && article.Detail is null).Should().BeFalse("what it is about is said");
        article.Rules.Select(r => r.Code).Concat(article.CarriedBy.Select(c => c.Name)).Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_paragraph_is_told_in_both_languages(string key)
    {
        var article = ArticleBook.All.Single(a => a.Key == key);

        article.Text.Zh.Should().MatchRegex(@"\p{IsCJKUnifiedIdeographs}");
        article.Text.En.Should().MatchRegex(@"^[A-Z][^\n]*\.$");
        if (article.Detail is { } detail)
        {
            detail.Zh.Should().MatchRegex("^[^,;:()]*。$", "its marks are Chinese");
            detail.En.Should().MatchRegex(@"^[A-Z][^\n]*\.$");
        }
    }

    [Fact]
    public void Each_clause_that_a_rule_cites_has_a_sentence_that_it_encodes()
    {
        var cited = from card in RuleBook.Cards
                    from basis in card.Bases
                    where basis.Document != "本系统默认"
                    from clause in Clauses.Of(basis.Clause)
                    select (card.Code, basis.Document, Clause: clause);

        cited.Should().HaveCountGreaterThan(60);
        cited.Where(c => !ArticleBook.All.Any(a => a.IsCitedBy(c.Document, c.Clause) && a.Rules.Any(r => r.Code == c.Code)))
            .Should().BeEmpty();
    }

    [Fact]
    public void What_carries_a_paragraph_is_there()
    {
        var contract = Coordinates();
        var named = ArticleBook.All.SelectMany(a => a.CarriedBy).ToList();

        named.Select(c => c.Kind).Distinct().Should().BeEquivalentTo(Enum.GetValues<CarrierKind>());
        named.Where(c => c.Kind is not (CarrierKind.Rule or CarrierKind.Policy)).Select(c => c.Name).Distinct()
            .Where(n => !contract.Contains(n)).Should().BeEmpty();
    }

    [Fact]
    public void The_totals_are_these()
    {
        ArticleBook.Coverage[0].Should().Be(new ArticleCoverage(Notice, ArticleBook.Coverage[0].Title, false, 64, 38, 6, 20, 4));
        ArticleBook.Coverage.Skip(1).Select(c => (c.Document, c.Articles, c.Encoded, c.Carried, c.NotEncoded, c.Open)).Should().Equal(
            ("国家发展规划法", 14, 7, 7, 0, 3),
            ("监督法", 1, 1, 0, 0, 0),
            ("重大行政决策程序暂行条例", 6, 5, 1, 0, 0),
            ("规划环境影响评价条例", 3, 0, 2, 1, 0),
            ("水法", 1, 0, 1, 0, 0),
            ("重庆市水资源管理条例", 1, 0, 1, 0, 1),
            ("城乡规划法", 1, 0, 1, 0, 1),
            ("土地管理法", 1, 1, 0, 0, 0),
            ("土地管理法实施条例", 1, 0, 0, 1, 0),
            ("预算法", 1, 0, 1, 0, 0),
            ("政府督查工作条例", 1, 0, 0, 1, 0));
    }

    [Theory]
    [InlineData("三、(一)", "三、(一)")]
    [InlineData("一", "一")]
    [InlineData("第二十四条、第三十六条(参照)", "第二十四条 第三十六条")]
    [InlineData("引言", "引言")]
    public void A_citation_names_its_clauses(string citation, string clauses) =>
        Clauses.Of(citation).Should().Equal(clauses.Split(' '));

    [Fact]
    public void A_clause_is_not_that_which_it_stands_in()
    {
        var sentence = ArticleBook.All.Single(a => a.Key == $"{Notice} 三、(一)第1句");

        sentence.IsCitedBy(Notice, "三、(一)").Should().BeTrue();
        sentence.IsCitedBy(Notice, "三").Should().BeFalse();
        sentence.IsCitedBy("国家发展规划法", "三、(一)").Should().BeFalse();
    }

    [Fact]
    public void Each_rule_has_a_test_and_the_list_of_them_is_made_from_the_tests()
    {
        RuleBook.Cards.Where(c => !TestsOfRules.All.Contains(c.Code)).Select(c => c.Code).Should().BeEmpty();
        Approved.Matches("rules/tests.approved.txt",
            string.Concat(TestsOfRules.All.SelectMany(code => code.Select(test => $"{code.Key} {test}\n"))));
    }

    [Fact]
    public void The_page_of_articles_is_made_from_the_paragraphs_and_the_rules() =>
        Approved.Matches("docs/articles.md", ArticlesPage.Render(code => [.. TestsOfRules.All[code]]));

    private static HashSet<string> Coordinates() =>
        [
            .. JsonDocument.Parse(RegistrySchema.Build(new EngineOptions { Limits = Limits.None }).ExecuteToJson(
                    "{ __schema { types { name fields { name } enumValues { name } } } }"))
                .RootElement.GetProperty("data").GetProperty("__schema").GetProperty("types").EnumerateArray()
                .SelectMany(type => new[] { "fields", "enumValues" }.Select(part => type.GetProperty(part))
                    .Where(part => part.ValueKind == JsonValueKind.Array).SelectMany(part => part.EnumerateArray())
                    .Select(member => $"{type.GetProperty("name").GetString()}.{member.GetProperty("name").GetString()}")),
        ];
}
