using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules.Hierarchy;

namespace PlanRegistry.Tests.Hierarchy;

/// <summary>HIE-008: <see cref="RegionalPlanSaysItsClassAndAreas"/>.</summary>
[Trait("Rule", nameof(RegionalPlanSaysItsClassAndAreas))]
public sealed class RegionalPlanSaysItsClassAndAreasTests
{
    private const string Day = "2022-03-01";

    private static TestDistrict District(RegionClass? region, string[]? areas, string? clause = null, bool isLinked = true,
        string recordedOn = "2021-01-01")
    {
        var district = new TestDistrict(recordedOn);
        district.Plan("DEV", PlanKind.Development, 2021, 2025);
        district.Plan("REG", PlanKind.Regional, 2021, 2025, p => p with { Title = "片区规划", RegionClass = region, Areas = areas });
        district.Act("REG", ActType.DraftingStarted, "2021-02-01");
        if (isLinked)
        {
            district.Add(district.Link("REG", "DEV") with { Clause = clause });
        }
        return district;
    }

    private static IReadOnlyList<Finding> Found(TestDistrict district) => district.Findings("HIE-008", Day);

    [Fact]
    public void Each_class_with_what_belongs_to_it_complies()
    {
        Found(District(RegionClass.KeyArea, ["浦里新区"], "第九章第二节")).Should().BeEmpty();
        Found(District(RegionClass.CrossBoundary, ["开州区", "万州区"])).Should().BeEmpty();
        Found(District(RegionClass.StrategicTask, ["汉丰湖流域"])).Should().BeEmpty();
        Found(District(RegionClass.KeyArea, ["浦里新区"], isLinked: false)).Should().BeEmpty("that it is not linked is HIE-001's matter");
    }

    [Fact]
    public void A_cross_boundary_area_of_one_area_contradicts_itself()
    {
        var finding = Found(District(RegionClass.CrossBoundary, ["开州区", "开州区"])).Single();

        (finding.Verdict, finding.Severity).Should().Be((Verdict.Fail, Severity.Error));
        finding.Sentence.Zh.Should().Be("《片区规划》：对象类别为跨行政区连片区域，而所涉区域只有开州区一处，应当有两处以上。");
    }

    [Fact]
    public void What_is_not_recorded_is_unknown_once()
    {
        var finding = Found(District(null, null)).Single();

        (finding.Verdict, finding.Severity).Should().Be((Verdict.Unknown, Severity.Warning));
        finding.Sentence.Zh.Should()
            .Be("《片区规划》未录入对象类别（重点地区、跨行政区连片区域或者承担重大战略任务的特定区域）、所涉区域，是否属于区域规划的对象待核实。");
        Found(District(RegionClass.KeyArea, ["浦里新区"])).Single().Sentence.Zh.Should().Contain("未录入全区发展规划确定该重点地区的条款");
    }

    [Fact]
    public void Of_a_plan_from_before_the_registry_nothing_is_asked() =>
        Found(District(null, null, recordedOn: "2021-06-01")).Should().BeEmpty();
}
