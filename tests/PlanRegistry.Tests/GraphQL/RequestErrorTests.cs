namespace PlanRegistry.Tests.GraphQL;

/// <summary>What is wrong with a request is told in the language of who asks; Chinese where neither is liked.</summary>
public sealed class RequestErrorTests : ServerTest
{
    [Theory]
    [InlineData("{ district(code: \"500155\") { name } }", "登记册中没有行政区500155。", "The registry has no district 500155.")]
    [InlineData("{ district(code: \"500154\", knownAt: \"2020-01-01T00:00:00+08:00\") { name } }",
        "截至2020年1月1日00:00:00（北京时间），登记册中没有行政区500154。",
        "The registry has no district 500154 as known at 2020-01-01T00:00:00+08:00.")]
    [InlineData("{ district(code: \"500154\") { plan(code: \"X\") { title } } }",
        "行政区500154没有规划“X”。", "The district 500154 has no plan \"X\".")]
    [InlineData("{ district(code: \"500154\") { plans(first: 1, filter: { agencies: [\"无此局\"] }) { totalCount } } }",
        "筛选条件中的单位“无此局”不存在：行政区500154没有登记。", "The filter names the agency \"无此局\", which 500154 does not have.")]
    [InlineData("{ district(code: \"500154\") { plans(first: 1, after: \"x\") { totalCount } } }",
        "参数“after”不是本列表在此排序、此日的游标。", "The argument \"after\" is no cursor of this list in this order and on this day.")]
    [InlineData("{ district(code: \"500154\") { plan(code: \"SPE-2024-01\") { whyNot(rules: [\"CAT-999\"]) { rule { code } } } } }",
        "参数“rules”中的“CAT-999”不是规则代码。", "The argument \"rules\" has \"CAT-999\", which is no rule.")]
    public async Task In_both_languages(string query, string zh, string en)
    {
        (await Message(query, null)).Should().Be(zh);
        (await Message(query, "zh-CN")).Should().Be(zh);
        (await Message(query, "en")).Should().Be(en);
    }

    private async Task<string?> Message(string query, string? language) =>
        (await Post(query, language: language)).Text("errors.0.message");
}
