using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Records;
using PlanRegistry.Rules.Funding;

namespace PlanRegistry.Tests.Funding;

/// <summary>
/// FUN-001: <see cref="NoDistrictMoneyForAnUnlistedPlan"/>, <see cref="DistrictMoneyForAnExemptedPlan"/>,
/// <see cref="DistrictMoneyForAPlanWhoseListingIsUnknown"/>.
/// </summary>
public sealed class NoDistrictMoneyForAnUnlistedPlanTests
{
    private const string Rule = "FUN-001";

    private static TestDistrict District(string drafted = "2025-03-01")
    {
        var district = new TestDistrict();
        district.List("SR-2025", ListTrack.SpecialAndRegional, 2025, "2025-02-01");
        district.Plan("SPE-1", PlanKind.Special, 2026, 2030);
        district.Act("SPE-1", ActType.DraftingStarted, drafted);
        return district;
    }

    private static TestDistrict Arranged(TestDistrict district, string on = "2026-02-10", Func<FundingLine, FundingLine>? with = null)
    {
        district.Funding("F-1", "SPE-1", f => (with ?? (x => x))(f with { ArrangedOn = PartialDate.Parse(on) }));
        return district;
    }

    [Fact]
    public void Money_for_a_listed_plan_complies()
    {
        var district = Arranged(District());
        district.Entry("SR-2025", "SPE-1");

        district.Findings(Rule, "2026-06-30").Should().BeEmpty();
    }

    [Fact]
    public void Money_arranged_for_an_unlisted_plan_is_a_breach()
    {
        var finding = Arranged(District()).Finding(Rule, "2026-06-30");

        finding.Should().BeEquivalentTo(new { Verdict = Verdict.Fail, Severity = Severity.Blocking, Since = new DateOnly(2026, 2, 10) });
        finding.Sentence.Zh.Should().Be("“SPE-1规划”未列入规划编制目录清单,却于2026-02-10为项目“F-1项目”安排或使用了区级财政性资金。");
        finding.Sentence.En.Should().Be(
            "SPE-1规划 stands on no approved directory list, yet district money "
                + "was arranged for or used on its project F-1项目 on 2026-02-10.");
        finding.Responsible!.Name.Should().Be("区财政局");
        finding.Remedies.Should().ContainSingle().Which.Agency!.Name.Should().Be("区财政局");
        finding.Key.Should().Be("FUN-001|500154/plans/SPE-1|500154/funding/F-1");
        finding.Facts.Select(f => f.Name).Should().Contain(["plan", "money"]);
    }

    [Fact]
    public void Money_spent_is_judged_on_its_own_day()
    {
        var district = District();
        district.Funding("F-1", "SPE-1", f => f with { SpentOn = PartialDate.Parse("2026-03-01") });

        district.Finding(Rule, "2026-06-30").Since.Should().Be(new DateOnly(2026, 3, 1));
        district.Findings(Rule, "2026-02-28").Should().BeEmpty();
    }

    [Fact]
    public void A_plan_listed_later_leaves_an_audit_lead()
    {
        var district = Arranged(District());
        district.List("SR-2026", ListTrack.SpecialAndRegional, 2026, "2026-05-01");
        district.Entry("SR-2026", "SPE-1");

        var finding = district.Finding(Rule, "2026-06-30");

        (finding.Verdict, finding.Severity).Should().Be((Verdict.Fail, Severity.Warning));
        finding.Sentence.Zh.Should().Be("“SPE-1规划”现已列入目录清单,但2026-02-10为项目“F-1项目”安排或使用区级财政性资金时尚未列入,作为审计线索保留。");
        finding.Remedies.Should().ContainSingle().Which.Agency!.Name.Should().Be("区审计局");
    }

    [Fact]
    public void An_exemption_that_held_on_the_day_makes_it_conditional()
    {
        var district = Arranged(District());
        district.Exemption("SPE-1", "500000:AGR", "2026-01-01");

        var finding = district.Finding(Rule, "2026-06-30");

        finding.Verdict.Should().Be(Verdict.Conditional);
        finding.Sentence.Zh.Should().Be("“SPE-1规划”未列入目录清单但有例外情形,2026-02-10为项目“F-1项目”安排或使用的区级财政性资金须由人工确认。");
    }

    [Fact]
    public void An_exemption_by_another_department_is_none_and_the_finding_says_so()
    {
        var district = Arranged(District());
        district.Exemption("SPE-1", "AGR", "2026-01-01");

        var finding = district.Finding(Rule, "2026-06-30");

        (finding.Verdict, finding.Severity).Should().Be((Verdict.Fail, Severity.Blocking));
        finding.Sentence.Zh.Should().EndWith("SPE-1-EXEMPTION由区农业农村委出具,该单位无权要求编制清单外的规划,不构成例外情形。");
    }

    [Fact]
    public void An_exemption_that_came_later_does_not_cover_the_day()
    {
        var district = Arranged(District());
        district.Exemption("SPE-1", "500000:AGR", "2026-03-01");

        district.Finding(Rule, "2026-06-30").Verdict.Should().Be(Verdict.Fail);
    }

    [Fact]
    public void Drafting_begun_before_the_earliest_recorded_list_leaves_the_listing_unknown()
    {
        var finding = Arranged(District("2023-05-01")).Finding(Rule, "2026-06-30");

        (finding.Verdict, finding.Severity).Should().Be((Verdict.Unknown, Severity.Warning));
        finding.Sentence.Zh.Should().Be("“SPE-1规划”在2026-02-10是否列入目录清单未记录,项目“F-1项目”的区级财政性资金待核实。");
    }

    [Fact]
    public void Without_any_list_of_the_track_it_is_a_warning()
    {
        var district = new TestDistrict();
        district.Plan("SPE-1", PlanKind.Special, 2026, 2030);
        district.Act("SPE-1", ActType.DraftingStarted, "2025-03-01");

        var finding = Arranged(district).Finding(Rule, "2026-06-30");

        (finding.Verdict, finding.Severity).Should().Be((Verdict.Fail, Severity.Warning));
    }

    [Theory]
    [InlineData(FundingMoney.UpperTransfer, FundingPurpose.Implementation)]
    [InlineData(FundingMoney.Other, FundingPurpose.Implementation)]
    [InlineData(FundingMoney.District, FundingPurpose.PreliminaryStudy)]
    public void Other_money_and_preliminary_studies_are_not_judged(FundingMoney money, FundingPurpose purpose) =>
        Arranged(District(), with: f => f with { Money = money, Purpose = purpose }).Findings(Rule, "2026-06-30").Should().BeEmpty();

    [Fact]
    public void Asking_is_no_breach()
    {
        var district = District();
        district.Funding("F-1", "SPE-1", f => f with { RequestedOn = PartialDate.Parse("2026-02-10") });

        district.Findings(Rule, "2026-06-30").Should().BeEmpty();
    }

    [Fact]
    public void A_development_plan_is_not_judged()
    {
        var district = new TestDistrict();
        district.Plan("DEV-1", PlanKind.Development, 2026, 2030);
        district.Funding("F-1", "DEV-1", f => f with { ArrangedOn = PartialDate.Parse("2026-02-10") });

        district.Findings(Rule, "2026-06-30").Should().BeEmpty();
    }

    [Fact]
    public void A_plan_begun_and_approved_before_the_notice_is_not_judged()
    {
        var district = new TestDistrict();
        district.List("SR-2021", ListTrack.SpecialAndRegional, 2021, "2021-01-05");
        district.Plan("SPE-1", PlanKind.Special, 2018, 2027);
        district.Act("SPE-1", ActType.DraftingStarted, "2017-03-01");
        district.Act("SPE-1", ActType.GovernmentApproved, "2018-03-01", "GOV");

        Arranged(district).Findings(Rule, "2026-06-30").Should().BeEmpty();
    }

    [Fact]
    public void The_listing_is_read_on_the_day_of_the_money_whatever_the_status_is_now()
    {
        var district = District();
        district.Entry("SR-2025", "SPE-1");
        district.List("SR-2026", ListTrack.SpecialAndRegional, 2026, "2026-03-01",
            l => l with { Replaces = district.Key<DirectoryList>("SR-2025") });
        district.Entry("SR-2026", "SPE-1", e => e with { Dropped = true });

        Arranged(district, "2026-02-10").Findings(Rule, "2026-06-30").Should().BeEmpty("it was listed on that day");
        Arranged(district, "2026-03-10").Finding(Rule, "2026-06-30").Since.Should().Be(new DateOnly(2026, 3, 10));
    }

    [Fact]
    public void An_expired_plan_is_still_judged()
    {
        var district = new TestDistrict();
        district.List("SR-2021", ListTrack.SpecialAndRegional, 2021, "2021-01-05");
        district.Plan("SPE-1", PlanKind.Special, 2021, 2025);
        district.Act("SPE-1", ActType.DraftingStarted, "2021-02-01");

        Arranged(district).Finding(Rule, "2026-06-30").Verdict.Should().Be(Verdict.Fail);
    }
}
