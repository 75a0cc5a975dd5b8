using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using static PlanRegistry.Tests.Reviews.ReviewedPlans;

namespace PlanRegistry.Tests.Conformance;

/// <summary>Nothing found never reads as nothing wrong: what a judgement does not speak of is said beside it.</summary>
public sealed class CoverageTests
{
    [Fact]
    public void Plans_without_any_act_are_grey_and_the_summary_says_why()
    {
        var district = new TestDistrict("2026-11-22");
        district.Policy(PolicyKeys.RecordsFrom, "2021-01-01", from: "2021-01-01");
        district.Plan("DEV", PlanKind.Development, 2021, 2025);
        district.Plan("P-1", PlanKind.Special, 2021, 2025);
        district.Plan("P-2", PlanKind.Special, 2018, 2035);

        foreach (var day in new[] { "2024-06-30", "2026-11-22" })
        {
            new[] { "DEV", "P-1", "P-2" }.Should().OnlyContain(p => district.Light(p, day) == Light.Grey);
            district.Findings("REV-006", day).Should().HaveCount(3)
                .And.OnlyContain(f => f.Verdict == Verdict.Unknown && f.Severity == Severity.Notice);
            Zh(district, day).Should().StartWith("3个规划没有任何办理记录，批准情况未录入，最多显示灰色。");
        }
    }

    [Fact]
    public void The_day_from_which_records_are_complete_is_told_with_what_lies_before_it()
    {
        var district = new TestDistrict("2026-11-01").WithSpecialPlan("2024-02-20", 2024, 2028);
        district.List("SR-2021", ListTrack.SpecialAndRegional, 2021, "2021-03-20");
        district.List("SR-2027", ListTrack.SpecialAndRegional, 2027, "2026-11-10");

        Zh(district, "2026-11-22").Should().Equal(
            "资料自2026年11月1日起完整；此前有规划1个、目录清单1份，未录入的评估和公布任务4项，缺录的不作违规认定。");
        new Coverage(district.Judge("2026-11-22")).Sentences.Single().En.Should().Be("Records are complete from 2026-11-01 on; "
            + "before it lie 1 plans, 1 lists and 4 duties that are not recorded, and what is not recorded of them is no breach.");
    }

    [Fact]
    public void The_records_begin_with_the_earliest_of_its_rows_on_every_day()
    {
        var district = new TestDistrict("2026-11-01");
        district.Policy(PolicyKeys.RecordsFrom, "2024-01-01", from: "2026-11-10");
        district.Policy(PolicyKeys.RecordsFrom, "2025-01-01", from: "2026-11-20");

        foreach (var day in new[] { "2023-01-01", "2026-11-09", "2026-11-22" })
        {
            district.On(day).RecordsFrom.Should().Be(Day("2024-01-01"));
        }
    }

    [Fact]
    public void A_district_without_a_judged_plan_does_not_read_as_all_well() =>
        Zh(new TestDistrict(), "2026-11-22").Should().Equal("没有评判任何规划，不表示没有问题。");

    private static IEnumerable<string> Zh(TestDistrict district, string day) =>
        new Coverage(district.Judge(day)).Sentences.Select(s => s.Zh);
}
