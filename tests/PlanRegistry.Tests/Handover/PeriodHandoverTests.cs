using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Handover;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Handover;

/// <summary>Between which two periods a handover is: the district's development plans say it, and what is not recorded is said.</summary>
public sealed class PeriodHandoverTests
{
    private static TestDistrict District(bool hasNext = true)
    {
        var district = new TestDistrict();
        district.Plan("DEV-2021", PlanKind.Development, 2021, 2025, p => p with { Title = "十四五纲要" });
        district.Act("DEV-2021", ActType.CongressApproved, "2021-02-20");
        district.Act("DEV-2021", ActType.Published, "2021-03-10");
        if (hasNext)
        {
            district.Plan("DEV-2026", PlanKind.Development, 2026, 2030, p => p with { Title = "十五五纲要" });
            district.Act("DEV-2026", ActType.CongressApproved, "2026-02-04");
            district.Act("DEV-2026", ActType.Published, "2026-03-05");
        }
        return district;
    }

    private static PeriodHandover On(TestDistrict district, string day, int? from = null) => PeriodHandover.Of(district.On(day), from)!;

    [Theory]
    [InlineData("2022-06-01", 2021)]
    [InlineData("2024-12-31", 2021)]
    [InlineData("2025-01-01", 2026)] // The last year of the period: the coming one is at hand.
    [InlineData("2026-06-30", 2026)]
    [InlineData("2030-02-01", 2031)]
    public void The_one_at_hand_is_the_coming_one_in_the_last_year_of_a_period_and_else_the_present_one(string day, int from)
    {
        On(District(), day).From.Should().Be(from);
    }

    [Fact]
    public void It_names_both_development_plans_and_when_the_new_one_was_published()
    {
        var handover = On(District(), "2026-06-30");

        (handover.Ends!.Plan.Code, handover.Begins!.Plan.Code).Should().Be(("DEV-2021", "DEV-2026"));
        (handover.Old, handover.New).Should().Be((new Horizon(2021, 2025), new Horizon(2026, 2030)));
        handover.LastDay.Should().Be(new DateOnly(2025, 12, 31));
        handover.Why.Should().Be(new Text("上一期：《十四五纲要》（2021—2025年）；新一期：《十五五纲要》（2026—2030年），2026年3月5日发布。",
            "The period that ends: 十四五纲要 (2021-2025); the one that begins: 十五五纲要 (2026-2030), published on 2026-03-05."));
    }

    [Fact]
    public void A_development_plan_that_is_not_recorded_is_said_and_not_guessed()
    {
        var handover = On(District(hasNext: false), "2025-06-30");

        handover.Begins.Should().BeNull();
        handover.New.Should().Be(new Horizon(2026, 2030));
        handover.Why.Zh.Should().Be("上一期：《十四五纲要》（2021—2025年）；新一期：2026—2030年，全区发展规划未录入。");
        handover.Why.En.Should().Be(
            "The period that ends: 十四五纲要 (2021-2025); the one that begins: 2026-2030, its development plan not recorded.");
    }

    [Fact]
    public void Once_its_period_is_over_the_next_one_is_still_at_hand_though_none_is_recorded()
    {
        On(District(hasNext: false), "2027-03-01").From.Should().Be(2026);
    }

    [Fact]
    public void One_that_is_not_published_yet_is_said_to_be_so()
    {
        On(District(), "2026-03-04").Why.Zh.Should().EndWith("新一期：《十五五纲要》（2026—2030年），尚未见发布记录。");
    }

    [Fact]
    public void A_withdrawn_twin_is_none()
    {
        var district = District();
        district.Plan("DEV-2026-B", PlanKind.Development, 2026, 2030);
        district.Act("DEV-2026-B", ActType.Withdrawn, "2026-01-10", "DRC");

        On(district, "2026-06-30").Begins!.Plan.Code.Should().Be("DEV-2026");
    }

    [Fact]
    public void Without_any_development_plan_the_years_are_the_national_ones()
    {
        var handover = On(new TestDistrict(), "2026-06-30");

        (handover.From, handover.Ends, handover.Begins).Should().Be((2026, null, null));
        handover.Why.Zh.Should().Be("上一期：2021—2025年，全区发展规划未录入；新一期：2026—2030年，全区发展规划未录入。");
    }

    [Theory]
    [InlineData(2021, true)]
    [InlineData(2026, true)]
    [InlineData(2031, true)]
    [InlineData(2027, false)]
    public void A_period_begins_where_a_development_plan_does_or_after_one_ends(int year, bool begins)
    {
        PeriodHandover.MayBegin(District().On("2026-06-30"), year).Should().Be(begins);
    }
}
