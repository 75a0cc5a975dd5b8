using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Rules.Reviews;

namespace PlanRegistry.Tests.Reviews;

/// <summary>L-12: what is owed once the standing committee deliberated a mid-term report.</summary>
[Trait("Rule", nameof(OpinionsOnTheMidTermReportAreFollowedUp))]
public sealed class OpinionsOnTheMidTermReportAreFollowedUpTests
{
    private const string Rule = "REV-007";

    /// <summary>180 days after 2028-11-28.</summary>
    private const string Due = "2029-05-27";
    private const string After = "2029-05-28";

    private static TestDistrict Deliberated(string on = "2028-11-28")
    {
        var district = new TestDistrict().WithDevelopmentPlan("2026-03-20", 2026, 2030);
        district.Report("DEV", ActAbout.MidTerm, 2028, "2028-10-20");
        district.Act("DEV", ActType.StandingCommitteeDeliberated, on, "SC", ActAbout.MidTerm, 2028);
        return district;
    }

    private static void Step(TestDistrict district, ActType type, string on, string by, string? to = null) =>
        district.Act("DEV", type, on, by, ActAbout.MidTerm, 2028, a => a with
        {
            Recipients = to is null ? null : [district.Key<Agency>(to)],
        });

    [Fact]
    public void What_is_not_done_in_time_is_a_warning_that_names_each()
    {
        var district = Deliberated();

        district.Findings(Rule, Due).Should().BeEmpty();
        var finding = district.Finding(Rule, After);

        finding.Should().BeEquivalentTo(new { Verdict = Verdict.Fail, Severity = Severity.Warning, Since = new DateOnly(2029, 5, 28) });
        finding.Sentence.Zh.Should().Be("《DEV规划》2028年中期评估报告于2028年11月28日经区人大常委会审议，至2029年5月27日未见下列记录："
            + "向区人大常委会书面报告审议意见研究处理情况、向人大代表通报、公布报告、审议意见和研究处理情况。");
        finding.Remedies.Select(r => (r.Agency!.Name, r.Input!.Type)).Should().Equal(("区政府", ActType.OpinionsAnswered),
            ("区人大常委会", ActType.DeputiesInformed), ("区人大常委会", ActType.Published));
    }

    [Fact]
    public void All_three_done_comply()
    {
        var district = Deliberated();
        Step(district, ActType.OpinionsAnswered, "2029-03-01", "GOV", "SC");
        Step(district, ActType.DeputiesInformed, "2029-03-20", "SC");
        Step(district, ActType.Published, "2029-03-20", "SC");

        district.Findings(Rule, After).Should().BeEmpty();
    }

    [Theory]
    [InlineData("GOV", "2029-03-20", "向区人大常委会书面报告审议意见研究处理情况")]
    [InlineData("SC", "2029-02-20", "公布报告、审议意见和研究处理情况")]
    public void A_report_to_another_is_none_and_what_was_published_before_it_tells_nothing_of_it(string to, string published, string lacks)
    {
        var district = Deliberated();
        Step(district, ActType.OpinionsAnswered, "2029-03-01", "GOV", to);
        Step(district, ActType.DeputiesInformed, "2029-03-20", "SC");
        Step(district, ActType.Published, published, "SC");

        district.Finding(Rule, After).Sentence.Zh.Should().EndWith($"未见下列记录：{lacks}。");
    }

    [Fact]
    public void What_another_body_did_or_told_before_the_handling_is_none_of_it()
    {
        var district = Deliberated();
        Step(district, ActType.OpinionsAnswered, "2029-03-01", "DRC", "SC");
        Step(district, ActType.DeputiesInformed, "2029-02-01", "SC");
        district.Finding(Rule, After).Sentence.Zh.Should().Contain("书面报告审议意见研究处理情况").And.NotContain("向人大代表通报");

        Step(district, ActType.OpinionsAnswered, "2029-03-02", "GOV", "SC");
        district.Finding(Rule, After).Sentence.Zh.Should().Contain("未见下列记录：向人大代表通报、", "it was told before there was a handling");
    }

    [Theory]
    [InlineData("2026-03-11", false)]
    [InlineData("2026-03-12", true)]
    [InlineData("2026-03", false)]
    public void It_is_owed_of_what_was_surely_deliberated_under_the_law(string on, bool owed)
    {
        var district = new TestDistrict().WithDevelopmentPlan("2023-03-20", 2024, 2028);
        district.Report("DEV", ActAbout.MidTerm, 2026, "2026-02-20");
        district.Act("DEV", ActType.StandingCommitteeDeliberated, on, "SC", ActAbout.MidTerm, 2026);

        district.Findings(Rule, "2026-12-31").Should().HaveCount(owed ? 1 : 0);
    }

    [Fact]
    public void Nothing_is_owed_while_nobody_deliberated_nor_of_what_lies_before_the_records()
    {
        var district = new TestDistrict().WithDevelopmentPlan("2026-03-20", 2026, 2030);
        district.Report("DEV", ActAbout.MidTerm, 2028, "2028-10-20");
        district.Findings(Rule, "2030-12-31").Should().BeEmpty();

        Deliberated().RecordedOn("2029-06-01").Findings(Rule, "2029-07-01").Should().BeEmpty();
    }

    [Fact]
    public void The_days_are_policy_and_the_duty_tells_what_is_left()
    {
        var district = Deliberated();
        district.Policy(PolicyKeys.FollowUpDays, "30");

        district.Finding(Rule, "2028-12-29").Since.Should().Be(new DateOnly(2028, 12, 29));
        district.Duty("DEV", PlanRegistry.Reviews.ReviewKind.MidTerm, "2028-12-01").Missing.Select(m => m.Zh)
            .Should().Contain("尚无向人大代表通报的记录（应不晚于2028年12月28日）");
    }
}
