using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Approval;
using PlanRegistry.Funding;
using PlanRegistry.Records;
using PlanRegistry.Rules.Funding;

namespace PlanRegistry.Tests.Funding;

/// <summary>
/// FUN-001, <see cref="MoneyOnADayTooRoughToJudge"/>: a payment that is told by a month or year alone is never passed in silence.
/// </summary>
public sealed class MoneyOnRoughDaysTests
{
    private const string Rule = "FUN-001";
    private readonly TestDistrict district = new();

    public MoneyOnRoughDaysTests()
    {
        district.List("SR-2025", ListTrack.SpecialAndRegional, 2025, "2025-02-01");
        district.Plan("SPE-1", PlanKind.Special, 2026, 2030);
        district.Act("SPE-1", ActType.DraftingStarted, "2025-03-01");
    }

    [Theory]
    [InlineData("2026-06", "2026年6月", "2026-06-10", "2026-06-01")]
    [InlineData("2026", "2026年", "2026-06-10", "2026-01-01")]
    public void Money_of_a_month_or_year_not_yet_over_is_unknown(string spent, string told, string day, string since)
    {
        Spent(spent);

        var finding = district.Finding(Rule, day);
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Unknown, Severity.Warning, DateOnly.Parse(since)));
        finding.Sentence.Zh.Should().Be($"《SPE-1规划》项目“F-1项目”的资金于{told}安排或使用，未录入具体日期，当日是否列入目录清单无法判定，待核实。");
        finding.Sentence.En.Should().Be($"The day in {spent} on which money was arranged for or used on the project F-1项目 of SPE-1规划 "
            + "is not recorded, so nobody can tell whether the plan was listed then; it is to be checked.");
        finding.Remedies.Single().Text.Zh.Should().Be("由区财政局补录项目“F-1项目”支出的具体日期。");
        district.Findings(Rule, "2025-12-31").Should().BeEmpty();
    }

    [Fact]
    public void Once_the_month_is_over_and_the_plan_was_unlisted_in_all_of_it_it_is_a_breach()
    {
        Spent("2026-06");

        var finding = district.Finding(Rule, "2026-06-30");
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Fail, Severity.Blocking, new DateOnly(2026, 6, 30)));
    }

    [Theory]
    [InlineData("2026-06-15")]
    [InlineData("2026-09-01")]
    [InlineData("2028-01-01")]
    public void A_list_approved_within_the_year_leaves_it_open_for_good(string day)
    {
        district.List("SR-2026", ListTrack.SpecialAndRegional, 2026, "2026-06-01");
        district.Entry("SR-2026", "SPE-1");
        Spent("2026");

        var finding = district.Finding(Rule, day);
        (finding.Verdict, finding.Since).Should().Be((Verdict.Unknown, new DateOnly(2026, 1, 1)));
    }

    [Fact]
    public void A_plan_dropped_within_the_year_is_open_from_then_on()
    {
        district.Entry("SR-2025", "SPE-1");
        district.List("SR-2026", ListTrack.SpecialAndRegional, 2026, "2026-06-01",
            l => l with { Replaces = new(TestDistrict.Own, "SR-2025") });
        district.Entry("SR-2026", "SPE-1", e => e with { Dropped = true });
        Spent("2026");

        district.Findings(Rule, "2026-05-31").Should().BeEmpty();
        var finding = district.Finding(Rule, "2026-09-01");
        (finding.Verdict, finding.Since).Should().Be((Verdict.Unknown, new DateOnly(2026, 6, 1)));
    }

    [Fact]
    public void A_plan_listed_on_all_its_days_complies()
    {
        district.Entry("SR-2025", "SPE-1");
        Spent("2026");

        district.Findings(Rule, "2026-06-10").Should().BeEmpty();
        district.Findings(Rule, "2027-06-10").Should().BeEmpty();
    }

    [Fact]
    public void Money_of_a_year_that_is_not_the_districts_does_not_apply()
    {
        Spent("2026", FundingMoney.UpperTransfer);

        district.Findings(Rule, "2026-06-10").Should().BeEmpty();
    }

    [Fact]
    public void Money_of_an_unknown_source_in_a_month_not_over_is_unknown_too()
    {
        Spent("2026-06", null);

        district.Finding(Rule, "2026-06-10").Sentence.Zh.Should()
            .Be("《SPE-1规划》项目“F-1项目”的资金于2026年6月安排或使用，未录入具体日期，当日是否列入目录清单无法判定，待核实。");
    }

    private void Spent(string on, FundingMoney? money = FundingMoney.District) =>
        district.Funding("F-1", "SPE-1", f => f with { SpentOn = PartialDate.Parse(on), Money = money });
}
