using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules.Catalogue;

namespace PlanRegistry.Tests.Catalogue;

[Trait("Rule", nameof(PlanIsNeitherDailyWorkNorShort))]
public sealed class PlanIsNeitherDailyWorkNorShortTests
{
    private const string Today = "2026-11-22";

    private static TestDistrict District(int from, int to, bool? dailyWork = null)
    {
        var district = new TestDistrict();
        district.Plan("ACTION", PlanKind.Special, from, to, p => p with { Title = "行动计划", DailyWork = dailyWork });
        district.Act("ACTION", ActType.DraftingStarted, "2026-05-08");
        return district;
    }

    [Theory]
    [InlineData(2026, 2028, null)] // T-06: inclusive calendar years.
    [InlineData(2026, 2028, false)]
    [InlineData(2026, 2030, null)]
    public void Three_calendar_years_are_enough(int from, int to, bool? dailyWork)
    {
        District(from, to, dailyWork).Findings("CAT-002", Today).Should().BeEmpty();
    }

    [Fact]
    public void Two_years_are_too_few() // T-05
    {
        var finding = District(2026, 2027).Finding("CAT-002", Today);

        finding.Verdict.Should().Be(Verdict.Fail);
        finding.Severity.Should().Be(Severity.Error);
        finding.Sentence.Zh.Should().Be("《行动计划》规划期为2026—2027年，共2年，少于3年，原则上不编制规划。");
        finding.Sentence.En.Should().Be("行动计划 covers 2026-2027, 2 calendar years and fewer than 3; in principle no plan is made for that.");
        finding.Since.Should().Be(new DateOnly(2026, 5, 8));
        finding.Responsible!.Name.Should().Be("区交通运输委");
        finding.Remedies[0].Agency!.Name.Should().Be("区交通运输委");
        finding.Remedies[0].Text.Zh.Should().Be("由区交通运输委改为年度工作计划或实施方案，终止《行动计划》。");
        finding.Facts.Should().Contain(f => f.Name == "worth" && f.Text.Zh == "规划期2026—2027年：首尾年份均计入为2年，末年减首年为1年；日常工作：未录入");
    }

    [Fact]
    public void Daily_work_is_no_matter_for_a_plan()
    {
        var finding = District(2026, 2030, dailyWork: true).Finding("CAT-002", Today);

        finding.Sentence.Zh.Should().Be("《行动计划》属部门日常工作，原则上不编制规划。");
        finding.Sentence.En.Should().Be("行动计划 is daily work of its department; in principle no plan is made for that.");
    }

    [Fact]
    public void Both_are_told_in_one_finding()
    {
        District(2026, 2027, dailyWork: true).Finding("CAT-002", Today).Sentence.Zh
            .Should().Be("《行动计划》属部门日常工作，且规划期为2026—2027年，共2年，少于3年，原则上不编制规划。");
    }

    [Fact]
    public void On_a_list_it_is_a_warning()
    {
        var district = District(2026, 2027);
        district.List("SR-2026", ListTrack.SpecialAndRegional, 2026, "2026-03-20");
        district.Entry("SR-2026", "ACTION");

        var finding = district.Finding("CAT-002", Today);
        finding.Verdict.Should().Be(Verdict.Fail);
        finding.Severity.Should().Be(Severity.Warning);
        finding.Facts.Should().Contain(f => f.Name == "entry");
    }

    [Fact]
    public void A_demand_by_a_body_entitled_to_it_makes_it_conditional()
    {
        var district = District(2026, 2027);
        district.Exemption("ACTION", "500000:AGR", "2026-04-01");

        var finding = district.Finding("CAT-002", Today);
        finding.Verdict.Should().Be(Verdict.Conditional);
        finding.Sentence.Zh.Should().Be("《行动计划》属日常工作或实施期限少于3年，但有关单位已明确要求编制，须由人工确认例外情形。");
    }

    [Fact]
    public void A_demand_by_another_department_does_not()
    {
        var district = District(2026, 2027);
        district.Exemption("ACTION", "EDU", "2026-04-01");

        var finding = district.Finding("CAT-002", Today);
        finding.Verdict.Should().Be(Verdict.Fail);
        finding.Sentence.Zh.Should().EndWith("《ACTION-EXEMPTION》由区教委出具，该单位无权要求编制清单外的规划，不构成例外情形。");
    }

    [Fact]
    public void A_proposed_and_a_secret_plan_are_judged_too()
    {
        var district = new TestDistrict();
        district.Plan("IDEA", PlanKind.Special, 2026, 2027);
        district.Plan("S-1", PlanKind.Special, 2026, 2027, p => p with { Title = "涉密规划", Secrecy = Secrecy.Secret });

        district.Findings("CAT-002", Today).Should().HaveCount(2);
    }

    [Fact]
    public void A_plan_decided_before_the_notice_is_not_judged()
    {
        var district = new TestDistrict();
        district.Plan("ROUTINE", PlanKind.Special, 2018, 2030, p => p with { DailyWork = true });
        district.Act("ROUTINE", ActType.GovernmentApproved, "2018-03-01");

        district.Findings("CAT-002", Today).Should().BeEmpty();
    }

    [Fact]
    public void A_plan_past_its_horizon_is_not_judged()
    {
        District(2024, 2025).Findings("CAT-002", Today).Should().BeEmpty();
    }

    [Fact]
    public void A_district_may_ask_for_more_years()
    {
        var district = District(2026, 2028);
        district.Policy(PolicyKeys.MinYears, "4");

        district.Finding("CAT-002", Today).Sentence.Zh.Should().Be("《行动计划》规划期为2026—2028年，共3年，少于4年，原则上不编制规划。");
    }
}
