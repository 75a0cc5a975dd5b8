namespace PlanRegistry.Tests.GraphQL;

/// <summary>What the engine refuses by the schema, told in Chinese to who asks for it, and else in English.</summary>
public sealed class ChineseErrorsTests : ServerTest
{
    [Theory]
    [InlineData("{ district(code: \"500154\") { foo } }", "类型“District”没有字段“foo”。")]
    [InlineData("{ district(code: \"500154\") { nam } }", "类型“District”没有字段“nam”。是否应为“name”？")]
    [InlineData("{ district(code: \"500154\", day: 1) { name } }", "字段“Query.district”没有参数“day”。")]
    [InlineData("{ district { name } }", "缺少必填的参数“Query.district(code:)”（类型“String!”）。")]
    [InlineData("{ district(code: \"500154\") { findings(first: 1, filter: { severities: [BAD] }) { totalCount } } }",
        "“BAD”不是枚举“Severity”的值。")]
    [InlineData("{ district(code: \"500154\") { fundingCheck(requests: [{}]) { request } } }",
        "类型“FundingRequestInput”缺少必填的字段“plan”。")]
    [InlineData("{ district(code: \"50015\") { name } }",
        "参数“Query.district(code:)”的值有误：“50015”不是行政区划代码，请写GB/T 2260的六位数字，如“500154”。")]
    [InlineData("{ district(code: \"500154\", asOf: \"2026-13-01\") { name } }",
        "参数“Query.district(asOf:)”的值有误：“2026-13-01”不是日期：没有13月。")]
    [InlineData("{ district(code: \"500154\", asOf: \"2021/2/3\") { name } }",
        "参数“Query.district(asOf:)”的值有误：“2021/2/3”不是日期，请写作“2021-02-03”。")]
    [InlineData("{ district(code: \"500154\", asOf: \"2021/2/30\") { name } }",
        "参数“Query.district(asOf:)”的值有误：“2021/2/30”不是日期：2021-02只有28天。")]
    [InlineData("{ district(code: \"500154\") { fundingCheck(requests: [{ plan: \"X\", amount: \"1,234.50\" }]) { request } } }",
        "参数“District.fundingCheck(requests:)”的值有误：“1,234.50”不是数，请写作“1234.50”。")]
    [InlineData("{ district(code: \"500154\", asOf: \"昨天\") { name } }",
        "参数“Query.district(asOf:)”的值有误：“昨天”不是日期，请写作“2026-06-30”。")]
    [InlineData("{ district(code: \"500154\") { plans { totalCount } } }", "字段“District.plans”须给出“first”或者“last”，取1至100。")]
    [InlineData("{ district(code: \"500154\") { plans(first: 0) { totalCount } } }", "参数“District.plans(first:)”须取1至100，不能是0。")]
    [InlineData("{ district(code: \"500154\") { plans(first: 101) { totalCount } } }", "参数“District.plans(first:)”须取1至100，不能是101。")]
    [InlineData("{ district(code: \"500154\") { plans(first: 1, last: 1) { totalCount } } }", "字段“District.plans”只能给出“first”或者“last”中的一个。")]
    [InlineData("{ whatIf(district: \"500154\", changes: [{}]) { openedCount } }",
        "类型“PlannedChangeInput”须恰好填写一个字段，并且不能为空。")]
    [InlineData("{ whatIf(district: \"500154\", changes: [1]) { openedCount } }",
        "类型“PlannedChangeInput”的值应为由各字段组成的对象。")]
    [InlineData("{ whatIf(district: \"500154\", changes: [{ foo: 1 }]) { openedCount } }",
        "类型“PlannedChangeInput”没有字段“foo”。")]
    [InlineData("{ district(code: 7) { name } }", "“7”不是文本，请加引号。")]
    [InlineData("{ district(code: \"500154\") { name @skip(if: 1) } }", "“1”不是true或者false。")]
    [InlineData("{ __typename } { __typename }", "请求不符合接口约定：This anonymous operation must be the only defined operation.")]
    [InlineData("{ district(", "语法错误：")]
    public async Task A_refusal_by_the_schema_is_told_in_Chinese(string query, string sentence) =>
        (await Message(query, "zh-CN,zh;q=0.9")).Should().StartWith(sentence);

    [Theory]
    [InlineData("en")]
    [InlineData(null)]
    public async Task Who_does_not_ask_for_Chinese_is_told_as_the_engine_says_it(string? language) =>
        (await Message("{ district(code: \"500154\") { foo } }", language)).Should().Be("Cannot query field \"foo\" on type \"District\".");

    private async Task<string> Message(string query, string? language) =>
        (await Post(query, language: language)).GetProperty("errors")[0].GetProperty("message").GetString()!;
}
