using System.Text.Json;
using PlanRegistry.Rules.Articles;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Articles;

public sealed class ArticlesOverHttpTests : ServerTest
{
    private const string Notice = "开州府办发〔2020〕95号";

    [Fact]
    public async Task A_paragraph_tells_its_text_the_rules_that_encode_it_with_their_tests_and_what_else_carries_it()
    {
        var told = await Ask($$"""
            { articles(document: "{{Notice}}") { key document clause locator heading text isExcerpt status gap reason
                rules { code tests } carriedBy { kind name text } } }
            """);

        var articles = told.At("articles").EnumerateArray().ToList();
        articles.Select(a => a.Text("key")).Should().Equal(ArticleBook.Of(Notice)!.Select(a => a.Key));
        var listing = articles.Single(a => a.Text("locator") == "三、（一）第5句");
        listing.Text("clause").Should().Be("三、（一）");
        listing.Text("heading").Should().Be("(一)建立健全规划编制目录清单管理制度。");
        listing.Text("text").Should().Be(
            "除市级相关部门和区委、区政府有明确要求外,未列入目录清单的规划,原则上不得编制或批准实施,不得安排和使用区级财政性资金。");
        listing.Text("status").Should().Be("ENCODED");
        listing.Texts("rules", "code").Should().Equal("CAT-001", "FUN-001");
        listing.At("rules").EnumerateArray().First().At("tests").EnumerateArray().Select(t => t.GetString())
            .Should().Contain("PlanStandsOnADirectoryListTests.An_unlisted_plan_in_drafting_is_in_breach");
        listing.Texts("carriedBy", "name").Should().Equal("APR-012", "Mutation.grantExemption", "District.fundingCheck");
        var appraisal = articles.Single(a => a.Text("locator") == "三、（四）第8句");
        appraisal.Text("status").Should().Be("NOT_ENCODED");
        appraisal.Text("reason").Should().Be("所需事实不登记：考核评价及其结果不登记。");
    }

    [Theory]
    [InlineData("开州府办发[2020]95号")]
    [InlineData(" 开州府办发〔2020〕95号 ")]
    public async Task A_number_written_otherwise_is_the_same_document(string document) =>
        (await Ask("query($document: String) { articles(document: $document) { key } }", new { document }))
            .At("articles").GetArrayLength().Should().Be(ArticleBook.Of(Notice)!.Count);

    [Fact]
    public async Task All_documents_are_told_where_none_is_named() =>
        (await Ask("{ articles { document } }")).Texts("articles", "document").Distinct()
            .Should().Equal(ArticleBook.Coverage.Select(c => c.Document));

    [Fact]
    public async Task A_document_without_paragraphs_is_refused_with_those_that_have_some() =>
        (await Refused("{ articles(document: \"厦府办〔2023〕4号\") { key } }")).Should().Be(
            "The argument \"document\" has \"厦府办〔2023〕4号\", which is none of 开州府办发〔2020〕95号, 国家发展规划法, 监督法, 重大行政决策程序暂行条例, "
                + "规划环境影响评价条例, 水法, 重庆市水资源管理条例, 城乡规划法, 土地管理法, 土地管理法实施条例, 预算法, 政府督查工作条例.");

    [Fact]
    public async Task The_findings_of_a_paragraph_are_those_of_its_rules_that_rest_on_its_clause()
    {
        var all = (await Ask("""
                { district(code: "500154") { findings(first: 100) { nodes { key rule { code } basis { document clause } } } } }
                """))
            .At("district.findings.nodes").EnumerateArray().ToList();

        var told = await Ask("""
            { articles { document clause rules { code } findings(district: "500154", first: 40) { totalCount nodes { key } } } }
            """);

        var articles = told.At("articles").EnumerateArray().ToList();
        articles.Sum(a => a.At("findings.totalCount").GetInt32()).Should().BeGreaterThan(20);
        foreach (var article in articles)
        {
            var rules = article.Texts("rules", "code").ToHashSet();
            article.Texts("findings.nodes", "key").Should().BeEquivalentTo(all
                .Where(f => rules.Contains(f.Text("rule.code")) && f.At("basis").EnumerateArray().Any(b => Names(article, b)))
                .Select(f => f.Text("key")));
        }
        articles.Where(a => a.At("rules").GetArrayLength() == 0).Should().OnlyContain(a => a.At("findings.totalCount").GetInt32() == 0);
    }

    [Fact]
    public async Task A_paragraph_is_asked_for_by_its_key_and_its_findings_by_pages_and_by_the_day()
    {
        var first = await Listing("first: 1");
        var (cursor, count) = (first.Text("pageInfo.endCursor"), first.At("totalCount").GetInt32());

        count.Should().BeGreaterThan(1);
        var rest = await Listing($"first: 50, after: \"{cursor}\"");
        rest.Texts("nodes", "key").Should().HaveCount(count - 1).And.NotContain(first.Texts("nodes", "key"));
        (await Listing("first: 1, asOf: \"2015-01-01\"")).At("totalCount").GetInt32().Should().Be(0);
        (await NotFound("{ article(key: \"开州府办发〔2020〕95号 四\") { key } }"))
            .Should().Be("There is no paragraph \"开州府办发〔2020〕95号 四\".");
    }

    [Fact]
    public async Task Findings_of_an_unknown_district_are_null_and_said_so()
    {
        const string query = "{ articles(document: \"监督法\") { key findings(district: \"999999\", first: 1) { totalCount } } }";

        var told = await Post(query, language: "en");

        told.At("data.articles").EnumerateArray().Should().OnlyContain(a => a.At("findings").ValueKind == JsonValueKind.Null);
        told.Text("errors.0.message").Should().Be("The registry has no district 999999.");
    }

    [Fact]
    public async Task Coverage_counts_the_paragraphs_of_each_document()
    {
        var told = await Ask("""
            { articleCoverage { document title isExcerpt articles encoded carried notEncoded open } articles { document status gap } }
            """);

        var articles = told.At("articles").EnumerateArray().ToLookup(a => a.Text("document"));
        foreach (var c in told.At("articleCoverage").EnumerateArray())
        {
            var those = articles[c.Text("document")].ToList();
            int Count(string status) => those.Count(a => a.Text("status") == status);
            c.At("articles").GetInt32().Should().Be(those.Count).And.Be(
                c.At("encoded").GetInt32() + c.At("carried").GetInt32() + c.At("notEncoded").GetInt32());
            c.At("encoded").GetInt32().Should().Be(Count("ENCODED"));
            c.At("carried").GetInt32().Should().Be(Count("CARRIED"));
            c.At("notEncoded").GetInt32().Should().Be(Count("NOT_ENCODED"));
            c.At("open").GetInt32().Should().Be(those.Count(a => a.Text("gap") == "OPEN"));
        }
    }

    private async Task<JsonElement> Listing(string which) => (await Ask($$"""
        { article(key: "开州府办发〔2020〕95号 三、（一）第5句") { findings(district: "500154", {{which}}) {
            totalCount nodes { key } pageInfo { endCursor } } } }
        """)).At("article.findings");

    private static bool Names(JsonElement article, JsonElement basis) => article.Text("document") == basis.Text("document")
        && Clauses.Of(Half(basis.Text("clause"))).Intersect(Clauses.Of(Half(article.Text("clause")))).Any();

    private static string Half(string? clause) => clause!.Replace('（', '(').Replace('）', ')');
}
