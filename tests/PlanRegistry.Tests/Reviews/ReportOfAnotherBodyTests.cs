using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Reviews;
using PlanRegistry.Rules.Reviews;
using static PlanRegistry.Tests.Reviews.ReviewedPlans;

namespace PlanRegistry.Tests.Reviews;

/// <summary>
/// REV-004: <see cref="ReportIsAnotherBodys"/>. A report is the lead agency's to make (003 三、(五)); another body's clears nothing.
/// </summary>
[Trait("Rule", nameof(ReportGoesToThoseEntitledToIt))]
public class ReportOfAnotherBodyTests
{
    private readonly TestDistrict district = new TestDistrict().WithDevelopmentPlan();

    private Act Report(string? by, params string[] with) => district.Report("DEV", ActAbout.Annual, 2022, "2023-06-20", a => a with
    {
        Agency = by is null ? null : district.Key<Agency>(by),
        CoAgencies = [.. with.Select(district.Key<Agency>)], Recipients = [district.Key<Agency>("GOV"), district.Key<Agency>("500000:DRC")],
    });

    [Fact]
    public void It_answers_no_duty_and_is_to_be_checked()
    {
        Report("EDU");

        district.Duty("DEV", ReviewKind.Annual, "2023-07-01", 2022).State.Should().Be(DutyState.Overdue);
        var finding = district.Finding("REV-004", "2023-07-01");
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Unknown, Severity.Warning, Day("2023-06-20")));
        finding.Sentence.Zh.Should().Be("《DEV规划》2022年度监测分析报告（2023年6月20日）不能作为应报送的报告，报送单位是否有误待核实："
            + "区教委无权办理，应为规划牵头单位或者区发展改革委或者区政府。");
        finding.Sentence.En.Should().Be("The 2022 annual monitoring report of DEV规划 (2023-06-20) answers no duty; whether it is recorded "
            + "of the wrong body is to be checked: 区教委 is not entitled to it; it is for the plan's lead agency or "
            + "the district's development and reform commission or the district's government.");
        finding.Remedies.Single().Text.Zh.Should().Be("由区发展改革委核对2022年度监测分析报告的报送单位，录入有误的予以更正；无误的，另行报送。");
    }

    [Theory]
    [InlineData("DRC")]
    [InlineData("GOV")]
    [InlineData(null)]
    [InlineData("EDU", "DRC")]
    public void One_by_or_with_those_entitled_or_by_nobody_recorded_counts(string? by, params string[] with)
    {
        Report(by, with);

        district.Findings("REV-004", "2023-07-01").Should().BeEmpty();
        district.Duty("DEV", ReviewKind.Annual, "2023-07-01", 2022).State.Should().NotBe(DutyState.Overdue);
    }
}
