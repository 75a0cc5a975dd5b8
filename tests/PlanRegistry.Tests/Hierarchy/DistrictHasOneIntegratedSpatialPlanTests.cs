using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules.Hierarchy;

namespace PlanRegistry.Tests.Hierarchy;

/// <summary>HIE-007: <see cref="DistrictHasOneIntegratedSpatialPlan"/>.</summary>
[Trait("Rule", nameof(DistrictHasOneIntegratedSpatialPlan))]
public sealed class DistrictHasOneIntegratedSpatialPlanTests
{
    private const string Day = "2025-03-01";

    private static void InForce(TestDistrict district, string code, string title, string on, params string[] areas)
    {
        district.Plan(code, PlanKind.Spatial, 2021, 2035, p => p with
        {
            Title = title, ApprovalLevel = ApprovalLevel.Government, Areas = areas.Length > 0 ? areas : null,
        });
        district.Act(code, ActType.GovernmentApproved, on, "GOV");
        district.Act(code, ActType.Published, on, "NR");
    }

    private static TestDistrict District(string old = "开州区土地利用总体规划(2021—2035年)", params string[] areas)
    {
        var district = new TestDistrict();
        InForce(district, "A-OLD", old, "2021-05-01", areas);
        InForce(district, "B-NEW", "重庆市开州区国土空间总体规划（2021—2035年）", "2024-06-01");
        return district;
    }

    [Fact]
    public void Two_overall_plans_of_the_district_in_force_at_one_time_are_one_too_many()
    {
        var finding = District().Finding("HIE-007", Day);

        finding.Should().BeEquivalentTo(new { Verdict = Verdict.Fail, Severity = Severity.Error, Since = new DateOnly(2024, 6, 1) });
        finding.Sentence.Zh.Should().Be("《开州区土地利用总体规划(2021—2035年)》和《重庆市开州区国土空间总体规划（2021—2035年）》都是全区的空间规划，"
            + "且同时有效，全区只能有一个“多规合一”的空间规划。");
        finding.Responsible!.Name.Should().Be("区规划自然资源局");
        finding.Remedies.Single().Text.Zh.Should().Be("由区规划自然资源局核对，《开州区土地利用总体规划(2021—2035年)》已由"
            + "《重庆市开州区国土空间总体规划（2021—2035年）》替代的，录入替代记录。");
    }

    [Theory]
    [InlineData("开州区村庄布局专项规划")]
    [InlineData("开州区浦里新区国土空间总体规划")]
    [InlineData("汉丰街道国土空间总体规划")]
    public void A_plan_of_a_part_or_of_one_matter_stands_beside_it(string title) =>
        District(title).Findings("HIE-007", Day).Should().BeEmpty();

    [Fact]
    public void What_its_areas_say_goes_before_its_title()
    {
        District("开州区空间布局规划", "全域").Findings("HIE-007", Day).Should().ContainSingle();
        District("开州区城乡总体规划", "汉丰街道").Findings("HIE-007", Day).Should().BeEmpty();
    }

    [Fact]
    public void One_that_is_superseded_or_not_yet_in_force_is_none()
    {
        var district = District();
        district.Findings("HIE-007", "2024-05-31").Should().BeEmpty("the new one is drafted");
        district.Act("A-OLD", ActType.Superseded, "2024-06-02", "GOV", with: a => a with
        {
            Against = new(district.Key<Plan>("B-NEW"), null), Document = district.Document("D", "GOV").Key,
        });
        district.Findings("HIE-007", Day).Should().BeEmpty();
    }
}
