using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules.Catalogue;

namespace PlanRegistry.Tests.Catalogue;

[Trait("Rule", nameof(ListOfSpatialPlansIsDulyMade))]
public sealed class ListOfSpatialPlansIsDulyMadeTests
{
    private const string Today = "2026-11-22";

    private static TestDistrict District(Func<DirectoryList, DirectoryList>? with = null, ListTrack track = ListTrack.Spatial)
    {
        var district = new TestDistrict();
        district.List("L-1", track, 2026, "2026-03-20", with);
        return district;
    }

    private static Key<Agency> Agency(string code) => new(TestDistrict.Own, code);

    [Fact]
    public void A_list_by_both_bureaus_submitted_jointly_complies()
    {
        District().Findings("CAT-004", Today).Should().BeEmpty();
    }

    [Fact]
    public void A_list_submitted_by_the_reform_commission_alone_is_in_breach() // T-09
    {
        var finding =
            District(l => l with { Drafter = Agency("DRC"), CoDrafters = null, JointSubmission = false }).Finding("CAT-004", Today);

        finding.Verdict.Should().Be(Verdict.Fail);
        finding.Severity.Should().Be(Severity.Blocking);
        finding.Sentence.Zh.Should().Be("2026年度空间规划编制目录清单（L-1）不符合空间规划清单的制定程序：起草单位为区发展改革委，应为区规划自然资源局；未共同报批。");
        finding.Sentence.En.Should().Be(
            "As a list of spatial plans, the 2026 directory list of spatial plans (L-1) was not duly made:"
                + " it was drafted by 区发展改革委 and not by 区规划自然资源局; it was not submitted jointly.");
        finding.Since.Should().Be(new DateOnly(2026, 3, 20));
        finding.Responsible!.Name.Should().Be("区发展改革委");
        finding.Remedies.Should().ContainSingle(r => r.Act == "approveDirectoryList" && r.Agency!.Name == "区规划自然资源局");
    }

    [Fact]
    public void Without_the_reform_commission_it_is_in_breach()
    {
        District(l => l with { CoDrafters = [Agency("EDU")] }).Finding("CAT-004", Today).Sentence.Zh.Should().EndWith("制定程序：未会同区发展改革委制定。");
    }

    [Fact]
    public void Another_approver_is_in_breach()
    {
        District(l => l with { Approver = Agency("EDU") }).Finding("CAT-004", Today).Sentence.Zh.Should().EndWith("制定程序：批准单位为区教委，应为区政府。");
    }

    [Fact]
    public void What_is_not_recorded_is_unknown()
    {
        var finding = District(l => l with { Drafter = null, CoDrafters = null, JointSubmission = null }).Finding("CAT-004", Today);

        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Severity.Should().Be(Severity.Warning);
        finding.Sentence.Zh.Should().Be("2026年度空间规划编制目录清单（L-1）是否符合空间规划清单的制定程序待核实：起草单位未录入；会同部门未录入；是否共同报批未录入。");
        finding.Sentence.En.Should().Be(
            "Whether the 2026 directory list of spatial plans (L-1) was duly made as a list of spatial plans is to be checked: "
                + "its drafter is not recorded; its co-drafters are not recorded; whether it was submitted jointly is not recorded.");
    }

    [Fact]
    public void A_list_of_special_plans_is_not_its_matter()
    {
        District(track: ListTrack.SpecialAndRegional).Findings("CAT-004", Today).Should().BeEmpty();
    }

    [Fact]
    public void A_combined_list_is_judged_by_both_rules_each_for_its_own_bureau()
    {
        var district = District(l => l with { Drafter = Agency("DRC"), CoDrafters = [Agency("EDU")] }, ListTrack.Combined);

        district.Findings("CAT-003", Today).Should().BeEmpty();
        district.Finding("CAT-004", Today).Sentence.Zh.Should().Be("2026年度专项、区域和空间规划编制目录清单（L-1）不符合空间规划清单的制定程序：区规划自然资源局未参与制定。");
        District(l => l with { Drafter = Agency("DRC"), CoDrafters = [Agency("NR")] }, ListTrack.Combined).Findings("CAT-004", Today)
            .Should().BeEmpty();
    }

    [Fact]
    public void A_combined_list_of_one_drafter_leaves_the_other_bureau_open()
    {
        var district = District(l => l with { Drafter = Agency("DRC"), CoDrafters = null }, ListTrack.Combined);

        district.Finding("CAT-003", Today).Sentence.Zh.Should().EndWith("待核实：会同部门未录入。");
        district.Finding("CAT-004", Today).Verdict.Should().Be(Verdict.Unknown);
    }
}
