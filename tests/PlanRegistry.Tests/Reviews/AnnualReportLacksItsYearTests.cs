using PlanRegistry.Approval;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules.Reviews;
using static PlanRegistry.Tests.Reviews.ReviewedPlans;

namespace PlanRegistry.Tests.Reviews;

/// <summary>REV-004: <see cref="AnnualReportLacksItsYear"/>.</summary>
[Trait("Rule", nameof(ReportGoesToThoseEntitledToIt))]
public class AnnualReportLacksItsYearTests
{
    private readonly TestDistrict district = new TestDistrict().WithSpecialPlan();

    [Fact]
    public void It_is_told_at_once_though_nothing_is_overdue()
    {
        district.Report("SPE", ActAbout.Annual, null, "2022-05-20", "GOV", "DRC", "2022-05-20");

        var finding = district.Finding("REV-004", "2022-05-20");

        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Unknown, Severity.Warning, Day("2022-05-20")));
        finding.Sentence.Zh.Should().Be("《SPE规划》年度监测分析报告（2022年5月20日）未录入所报告的年度，不能据以认定该年度已报送。");
        finding.Sentence.En.Should().Be("Which year the annual monitoring report of SPE规划 (2022-05-20) is about is not recorded, "
            + "so it cannot be said which year has its report.");
        (finding.Remedies.Single().Act, finding.Remedies.Single().Text.Zh).Should()
            .Be(("correctRecord", "由区交通运输委补录2022年5月20日年度监测分析报告所报告的年度。"));
        district.Findings("REV-004", "2022-05-19").Should().BeEmpty();
    }

    [Fact]
    public void With_its_year_it_complies()
    {
        district.Report("SPE", ActAbout.Annual, 2021, "2022-05-20", "GOV", "DRC", "2022-05-20");

        district.Findings("REV-004", "2022-07-01").Should().BeEmpty();
    }

    [Theory]
    [InlineData(ActAbout.MidTerm, "2023-09-12")]
    [InlineData(ActAbout.Final, "2026-05-10")]
    public void Another_report_is_told_by_its_kind_and_needs_none(ActAbout about, string on)
    {
        district.Report("SPE", about, null, on, "GOV", "DRC", on);

        district.Findings("REV-004", on).Should().BeEmpty();
    }

    [Fact]
    public void One_from_before_the_records_is_not_judged()
    {
        district.RecordedOn("2023-01-01").Report("SPE", ActAbout.Annual, null, "2022-05-20", "GOV", "DRC", "2022-05-20");

        district.Findings("REV-004", "2023-05-01").Should().BeEmpty();
    }
}
