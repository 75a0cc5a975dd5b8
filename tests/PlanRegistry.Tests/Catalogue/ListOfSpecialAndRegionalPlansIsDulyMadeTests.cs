using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules.Catalogue;

namespace PlanRegistry.Tests.Catalogue;

[Trait("Rule", nameof(ListOfSpecialAndRegionalPlansIsDulyMade))]
public sealed class ListOfSpecialAndRegionalPlansIsDulyMadeTests
{
    private const string Today = "2026-11-22";

    private static TestDistrict District(Func<DirectoryList, DirectoryList>? with = null,
        ListTrack track = ListTrack.SpecialAndRegional, string? approvedOn = "2026-03-20")
    {
        var district = new TestDistrict();
        district.List("L-1", track, 2026, approvedOn, with);
        return district;
    }

    private static Key<Agency> Agency(string code) => new(TestDistrict.Own, code);

    [Fact]
    public void A_list_by_the_reform_commission_with_a_department_approved_by_the_government_complies()
    {
        District().Findings("CAT-003", Today).Should().BeEmpty();
    }

    [Fact]
    public void Another_drafter_is_in_breach()
    {
        var finding = District(l => l with { Drafter = Agency("TRANS") }).Finding("CAT-003", Today);

        finding.Verdict.Should().Be(Verdict.Fail);
        finding.Severity.Should().Be(Severity.Blocking);
        finding.Plan.Should().BeNull();
        finding.Plans.Should().BeEmpty();
        finding.Sentence.Zh.Should().Be("2026年度专项和区域规划编制目录清单（L-1）不符合专项和区域规划清单的制定程序：起草单位为区交通运输委，应为区发展改革委。");
        finding.Sentence.En.Should().Be(
            "As a list of special and regional plans, the 2026 directory list of special and regional "
                + "plans (L-1) was not duly made: it was drafted by 区交通运输委 and not by 区发展改革委.");
        finding.Since.Should().Be(new DateOnly(2026, 3, 20));
        finding.Responsible!.Name.Should().Be("区交通运输委");
        finding.Remedies.Should().ContainSingle(r => r.Act == "approveDirectoryList" && r.Agency!.Name == "区发展改革委");
        finding.Facts.Select(f => f.Name).Should().Equal("list", "defect");
    }

    [Theory]
    [InlineData("DRC")]
    [InlineData("GOV")]
    [InlineData("SC")]
    public void Without_a_department_it_is_in_breach(string coDrafter)
    {
        District(l => l with { CoDrafters = [Agency(coDrafter)] }).Finding("CAT-003", Today).Sentence.Zh
            .Should().EndWith("制定程序：未会同区级有关部门。");
    }

    [Theory]
    [InlineData("ECO")]
    [InlineData("NR")]
    [InlineData("GOVOFFICE")]
    public void Any_department_of_the_district_serves(string coDrafter)
    {
        District(l => l with { CoDrafters = [Agency(coDrafter)] }).Findings("CAT-003", Today).Should().BeEmpty();
    }

    [Fact]
    public void Another_approver_is_in_breach()
    {
        District(l => l with { Approver = Agency("EDU") }).Finding("CAT-003", Today).Sentence.Zh
            .Should().EndWith("制定程序：批准单位为区教委，应为区政府。");
    }

    [Fact]
    public void Every_defect_is_told_in_one_finding()
    {
        District(l => l with { Drafter = Agency("TRANS"), Approver = Agency("EDU"), CoDrafters = [Agency("GOV")] })
            .Finding("CAT-003", Today).Sentence.Zh
            .Should().EndWith("制定程序：起草单位为区交通运输委，应为区发展改革委；批准单位为区教委，应为区政府。");
    }

    [Fact]
    public void Empty_co_drafters_are_unknown()
    {
        var finding = District(l => l with { CoDrafters = null }).Finding("CAT-003", Today);

        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Severity.Should().Be(Severity.Warning);
        finding.Sentence.Zh.Should().Be("2026年度专项和区域规划编制目录清单（L-1）是否符合专项和区域规划清单的制定程序待核实：会同部门未录入。");
        finding.Sentence.En.Should().Be(
            "Whether the 2026 directory list of special and regional plans (L-1) was duly made as a list "
                + "of special and regional plans is to be checked: its co-drafters are not recorded.");
        finding.Since.Should().Be(new DateOnly(2026, 3, 20));
        finding.Responsible!.Name.Should().Be("区发展改革委");
        finding.Remedies.Should().ContainSingle(r => r.Agency!.Name == "区发展改革委");
    }

    [Fact]
    public void A_breach_goes_before_what_is_not_recorded()
    {
        var finding = District(l => l with { CoDrafters = null, Approver = Agency("EDU") }).Finding("CAT-003", Today);

        finding.Verdict.Should().Be(Verdict.Fail);
        finding.Facts.Should().Contain(f => f.Name == "gap" && f.Text.Zh == "会同部门未录入");
    }

    [Fact]
    public void An_approval_without_an_approver_is_unknown()
    {
        District(l => l with { Approver = null }).Finding("CAT-003", Today).Sentence.Zh.Should().EndWith("待核实：批准单位未录入。");
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("GOV", false)]
    public void The_government_may_approve_through_its_office(string? onBehalfOf, bool open)
    {
        var district = new TestDistrict();
        var approval = district.Document("开州府办发〔2026〕9号", "GOVOFFICE",
            d => d with { OnBehalfOf = onBehalfOf is null ? null : [Agency(onBehalfOf)] });
        district.List("L-1", ListTrack.SpecialAndRegional, 2026, "2026-03-20",
            l => l with { Approver = Agency("GOVOFFICE"), ApprovalDocument = approval.Key });

        var findings = district.Findings("CAT-003", Today);
        findings.Should().HaveCount(open ? 1 : 0);
        findings.Should().NotContain(f => f.Verdict == Verdict.Fail);
    }

    [Fact]
    public void A_submitted_list_is_judged_and_owes_no_approver_yet()
    {
        District(l => l with { SubmittedOn = PartialDate.Parse("2026-10-10"), Approver = null }, approvedOn: null)
            .Findings("CAT-003", Today).Should().BeEmpty();
        District(l => l with { SubmittedOn = PartialDate.Parse("2026-10-10"), Drafter = Agency("TRANS") }, approvedOn: null)
            .Finding("CAT-003", Today).Since
            .Should().Be(new DateOnly(2026, 10, 10));
    }

    [Fact]
    public void A_draft_list_is_not_judged()
    {
        District(l => l with { Drafter = Agency("TRANS") }, approvedOn: null).Findings("CAT-003", Today).Should().BeEmpty();
    }

    [Fact]
    public void A_list_made_before_the_notice_is_not_judged()
    {
        District(l => l with { Drafter = Agency("TRANS") }, approvedOn: "2019-03-20").Findings("CAT-003", Today).Should().BeEmpty();
    }

    [Fact]
    public void A_list_that_was_made_again_is_judged_no_more()
    {
        var district = District(l => l with { Drafter = Agency("TRANS") });
        district.List("L-2", ListTrack.SpecialAndRegional, 2026, "2026-09-20",
            l => l with { Replaces = district.Key<DirectoryList>("L-1") });

        district.Findings("CAT-003", "2026-09-19").Should().HaveCount(1);
        district.Findings("CAT-003", Today).Should().BeEmpty();
    }

    [Fact]
    public void A_spatial_list_is_not_its_matter()
    {
        District(track: ListTrack.Spatial).Findings("CAT-003", Today).Should().BeEmpty();
    }

    [Fact]
    public void On_a_combined_list_the_commission_may_be_among_the_co_drafters()
    {
        District(l => l with { Drafter = Agency("NR"), CoDrafters = [Agency("DRC")] }, ListTrack.Combined).Findings("CAT-003", Today)
            .Should().BeEmpty();
        District(l => l with { Drafter = Agency("NR"), CoDrafters = [Agency("EDU")] }, ListTrack.Combined)
            .Finding("CAT-003", Today).Sentence.Zh
            .Should().EndWith("制定程序：区发展改革委未参与制定。");
    }

    [Fact]
    public void A_defective_list_does_not_delist_its_plans()
    {
        var district = District(l => l with { Drafter = Agency("TRANS") });
        district.Plan("TRANSPORT", PlanKind.Special, 2026, 2030);
        district.Act("TRANSPORT", ActType.GovernmentApproved, "2026-08-08");
        district.Entry("L-1", "TRANSPORT");

        district.Findings("CAT-001", Today).Should().BeEmpty();
        district.Finding("CAT-003", Today).Severity.Should().Be(Severity.Blocking, "it stays so until mended, whatever its plans' status");
    }
}
