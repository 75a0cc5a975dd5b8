using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Conformance;

/// <summary>setPolicy on the sample, on 2026-06-30: what would hold on no day is not set.</summary>
public sealed class SetPolicyTests : ServerTest
{
    private const string Clause = "本系统默认";

    [Theory]
    [InlineData("horizon.mismatch.grace_days", "3000", null, "参数“后发布的发展规划的适应期限”设为“3000”不生效：文件未录入。")]
    [InlineData("catalogue.listing_from", "2030-01-01", "开州示例发改〔2021〕1号",
        "参数“自何日起须列入目录清单”设为“2030-01-01”不生效：不得晚于2020年9月15日。")]
    public async Task What_has_no_effect_is_refused_and_why(string key, string value, string? document, string message)
    {
        var problem = (await Run(new SetPolicy(key, value) { Document = document })).Problem;

        (problem.Code, problem.Message, problem.Clause).Should().Be(("NOT_ALLOWED", message, Clause));
    }

    [Fact]
    public async Task By_a_document_of_a_body_that_may_not_set_it_it_is_refused_too()
    {
        await Write(new RegisterDocument("W-BUREAU", "区商务委") { Title = "关于期限的通知(示例)", IssuedOn = "2026-06-01" });

        (await Run(new SetPolicy("horizon.mismatch.grace_days", "3000") { Document = "W-BUREAU" })).Problem.Message.Should()
            .StartWith("参数“后发布的发展规划的适应期限”设为“3000”不生效：").And.Contain("无权办理");
    }

    [Fact]
    public async Task A_rule_that_there_is_not_is_named()
    {
        (await Run(new SetPolicy("funding.conditional_on", "QQQ-001"))).Problem.Message.Should().Be("没有代码为“QQQ-001”的规则。");
        (await Run(new SetPolicy("funding.conditional_on", "REV-001"))).Problems.Should().BeEmpty();
    }

    [Fact]
    public async Task What_holds_on_the_day_is_told_and_what_an_import_brought_without_effect_is_not()
    {
        await Write(new SetPolicy("horizon.mismatch.grace_days", "200", "2026-06-01"));

        var rows = (await Ask("""{ district(code: "500154") { policy { key value } } }""")).GetProperty("district").GetProperty("policy")
            .EnumerateArray().Where(p => p.GetProperty("key").GetString() == "horizon.mismatch.grace_days")
            .Select(p => p.GetProperty("value").GetString()).ToList();

        rows.Should().Contain("200");
    }
}
