namespace PlanRegistry.Tests.GraphQL;

public sealed class WhyNotTests : ServerTest
{
    [Fact]
    public async Task All_rules_on_a_plan_are_told_in_one_call_each_with_a_finding_or_a_sentence()
    {
        var rules = (await Ask("{ rules { code } }")).Texts("rules", "code")
            .Except(["CAT-003", "CAT-004", "CAT-005", "CAT-007", "FUN-002", "FUN-003"]);

        var told = await Ask("""
            {
              district(code: "500154") {
                plan(code: "SPE-2024-01") { whyNot { rule { code } findings { sentence } reasons { case sentence } } }
              }
            }
            """);

        var answers = told.At("district.plan.whyNot").EnumerateArray().ToList();
        answers.Select(a => a.Text("rule.code")).Should().Equal(rules);
        answers.Should().OnlyContain(a => a.At("findings").GetArrayLength() > 0 || a.At("reasons").GetArrayLength() > 0);
        answers.Single(a => a.Text("rule.code") == "CAT-001").At("findings").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task A_list_has_answers_of_the_rules_on_lists()
    {
        var told = await Ask("""
            {
              district(code: "500154") {
                directoryLists { code whyNot { rule { code } findings { rule { code } } reasons { case sentence } } }
              }
            }
            """);

        var lists = told.At("district.directoryLists").EnumerateArray().ToList();
        string[] onLists = ["CAT-003", "CAT-004", "CAT-005", "CAT-007"];
        lists.Should().NotBeEmpty().And.OnlyContain(l => l.Texts("whyNot", "rule.code").SequenceEqual(onLists));
        lists.SelectMany(l => l.At("whyNot").EnumerateArray())
            .Should().OnlyContain(a => a.At("findings").GetArrayLength() > 0 || a.At("reasons").GetArrayLength() > 0);
    }

    [Fact]
    public async Task A_code_that_is_no_rules_is_named()
    {
        const string question = """whyNot(rules: ["CAT-999"]) { rule { code } }""";

        var refused = await Post($"{{ district(code: \"500154\") {{ plan(code: \"SPE-2024-01\") {{ {question} }} }} }}", language: "en");

        refused.Text("errors.0.message").Should().Be("The argument \"rules\" has \"CAT-999\", which is no rule.");
    }
}
