using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Records;
using PlanRegistry.Rules.Funding;

namespace PlanRegistry.Tests.Funding;

/// <summary>FUN-001: <see cref="DaysOfMoneyContradictEachOther"/>.</summary>
public sealed class ContradictoryDaysTests
{
    private const string Today = "2026-06-30";

    private static PartialDate? On(string? day) => day is null ? null : PartialDate.Parse(day);

    private static TestDistrict District(string? requested, string? arranged, string? spent, int? year = null,
        Func<FundingLine, FundingLine>? with = null, bool listed = true)
    {
        var district = new TestDistrict();
        district.List("SR-2025", ListTrack.SpecialAndRegional, 2025, "2025-02-01");
        district.Plan("SPE-1", PlanKind.Special, 2026, 2030);
        district.Act("SPE-1", ActType.DraftingStarted, "2025-03-01");
        if (listed)
        {
            district.Entry("SR-2025", "SPE-1");
        }
        district.Funding("F-1", "SPE-1", f => (with ?? (x => x))(f with
        {
            RequestedOn = On(requested), ArrangedOn = On(arranged), SpentOn = On(spent), BudgetYear = year,
        }));
        return district;
    }

    [Theory]
    [InlineData("2026-01-10", "2026-02-10", "2026-03-10", 2026)]
    [InlineData("2025-09-10", "2025-12-20", "2026-03-10", 2026)] // A budget is arranged in the year before it.
    [InlineData(null, "2026-02", "2026-02-10", 2026)] // May be in order.
    [InlineData(null, null, "2026-02-10", null)]
    public void Days_in_order_are_no_matter(string? requested, string? arranged, string? spent, int? year) =>
        District(requested, arranged, spent, year).Findings("FUN-001", Today).Should().BeEmpty();

    [Theory]
    [InlineData(null, "2026-02-10", "2026-01-05", null, "2026-02-10", "支出日期2026年1月5日早于安排日期2026年2月10日",
        "spent_on 2026-01-05 is before arranged_on 2026-02-10")]
    [InlineData("2026-03-01", "2026-02-10", null, null, "2026-03-01", "安排日期2026年2月10日早于申请日期2026年3月1日",
        "arranged_on 2026-02-10 is before requested_on 2026-03-01")]
    [InlineData("2026-03-01", null, "2026-02-10", null, "2026-03-01", "支出日期2026年2月10日早于申请日期2026年3月1日",
        "spent_on 2026-02-10 is before requested_on 2026-03-01")]
    [InlineData(null, "2025-11-10", "2025-12-05", 2026, "2025-12-05", "支出日期2025年12月5日早于预算年度2026年",
        "spent_on 2025-12-05 is before budget_year 2026")]
    public void Days_that_contradict_each_other_are_to_be_checked(
        string? requested, string? arranged, string? spent, int? year, string since, string zh, string en)
    {
        var district = District(requested, arranged, spent, year);

        var finding = district.Finding("FUN-001", Today);

        (finding.Verdict, finding.Severity).Should().Be((Verdict.Unknown, Severity.Warning));
        finding.Since.Should().Be(DateOnly.Parse(since, System.Globalization.CultureInfo.InvariantCulture));
        finding.Sentence.Zh.Should().Be($"《SPE-1规划》项目“F-1项目”的资金日期相互矛盾，待核实：{zh}。");
        finding.Sentence.En.Should().Be($"The days of the money for the project F-1项目 of SPE-1规划 contradict each other; check them: {en}.");
        finding.Responsible!.Name.Should().Be("区财政局");
        finding.Remedies.Select(r => (r.Act, r.Text.Zh)).Should().Equal(
            ("correctRecord", "由区财政局核对项目“F-1项目”的申请、安排、支出日期和预算年度，有误的予以更正。"),
            ("settleFinding", "由区审计局对日期无误的，核查先支出后安排、先安排后申请等情况，并登记核查结论。"));
        district.Findings("FUN-001", finding.Since.AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
            .Should().BeEmpty("not all of it had come");
    }

    [Fact]
    public void Several_contradictions_are_one_finding() =>
        District("2026-03-01", "2026-02-10", "2026-01-05", 2027).Finding("FUN-001", Today).Sentence.Zh.Should().Be(
            "《SPE-1规划》项目“F-1项目”的资金日期相互矛盾，待核实：安排日期2026年2月10日早于申请日期2026年3月1日；"
            + "支出日期2026年1月5日早于安排日期2026年2月10日；支出日期2026年1月5日早于预算年度2027年。");

    [Fact]
    public void It_stands_beside_what_the_listing_comes_to() =>
        District(null, "2026-02-10", "2026-01-05", listed: false).Findings("FUN-001", Today).Select(f => f.Verdict).Should()
            .BeEquivalentTo([Verdict.Fail, Verdict.Unknown]);

    [Fact]
    public void Money_that_is_not_the_districts_is_not_judged() =>
        District(null, "2026-02-10", "2026-01-05", with: f => f with { Money = FundingMoney.Other }).Findings("FUN-001", Today)
            .Should().BeEmpty();
}
