using System.Text.Json;
using PlanRegistry.Access;
using PlanRegistry.Rules.Articles;
using PlanRegistry.Tests.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Articles;

/// <summary>The texts and the rules are everybody's to read, findings only who reads the district, each their own.</summary>
public sealed class ArticlesForWhomTests : AccessTest
{
    private const string Texts = "{ articles { key } articleCoverage { articles } }";
    private const string Findings = "{ articles { key findings(district: \"500154\", first: 1) { totalCount } } }";

    [Fact]
    public async Task A_stranger_and_an_administrator_read_the_texts_and_no_finding()
    {
        Have("张三", Role.ReformCommission);
        foreach (var client in new[] { Client(), Program(Role.Admin) })
        {
            (await Asked(client, Texts)).At("data.articles").GetArrayLength().Should().Be(ArticleBook.All.Count);
            var refused = await Asked(client, Findings);
            CodeOf(refused).Should().BeOneOf("UNAUTHENTICATED", "FORBIDDEN");
            refused.TryGetProperty("data", out var data).Should().BeTrue();
            data.At("articles").EnumerateArray().Should().OnlyContain(a => a.At("findings").ValueKind == JsonValueKind.Null);
        }
    }

    [Fact]
    public async Task A_department_is_told_findings_of_its_own_plans_alone()
    {
        var whole = Sum(await Asked(Program(Role.ReformCommission), Findings));
        var own = Sum(await Asked(Program(Role.Department, "KZ-WRB"), Findings));

        own.Should().BePositive().And.BeLessThan(whole);
    }

    private static int Sum(JsonElement answer) =>
        answer.At("data.articles").EnumerateArray().Sum(a => a.At("findings.totalCount").GetInt32());
}
