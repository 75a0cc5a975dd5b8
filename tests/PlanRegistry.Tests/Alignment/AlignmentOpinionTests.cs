using PlanRegistry.Alignment;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules.Alignment;
using PlanRegistry.Tests.Approval;

namespace PlanRegistry.Tests.Alignment;

/// <summary>Alignment opinions and the nine points: ALI-005, ALI-006, ALI-007.</summary>
public sealed class AlignmentOpinionTests
{
    private readonly ProceduralPlan plan = new ProceduralPlan().Prepared(ActType.Aligned);

    private AlignmentOpinion Opinion(string agency, AlignmentResult? result, string on = "2024-04-20", string? against = null) =>
        plan.District.Add(new AlignmentOpinion
        {
            Code = $"O-{agency}", Plan = plan.District.Key<Plan>("SPE"), Agency = plan.District.Key<Agency>(agency),
            Against = against is null ? null : plan.District.Key<Plan>(against), RequestedOn = PartialDate.Parse("2024-04-10"),
            On = result is null ? null : PartialDate.Parse(on), Result = result,
        });

    private void Answer(AlignmentPoint point, PointAnswer answer = PointAnswer.Conforms) => plan.District.Add(new AlignmentAnswer
    {
        Opinion = "O-DRC", Point = point, Plan = plan.District.Key<Plan>("SPE"), Answer = answer, Reason = "说明",
        OurClause = "第三章", TheirClause = "第五章",
    });

    [Theory]
    [InlineData(AlignmentResult.Pass, true)]
    [InlineData(AlignmentResult.Revised, true)]
    [InlineData(AlignmentResult.Fail, false)]
    public void ALI_005_An_opinion_of_the_commission_that_passes_is_the_alignment(AlignmentResult result, bool complies)
    {
        Opinion("DRC", result);
        plan.Submitted();

        plan.Sentences("ALI-005").Any().Should().Be(!complies);
    }

    [Fact, Trait("Rule", nameof(AlignmentPointsAreAnswered))]
    public void ALI_006_The_points_are_answered()
    {
        const string rule = "ALI-006";
        Opinion("DRC", AlignmentResult.Pass);
        Answer(AlignmentPoint.Compliance);
        Answer(AlignmentPoint.Direction);
        plan.Sentences(rule).Should().BeEmpty("it is not submitted");

        plan.Submitted();
        plan.Sentences(rule).Should().Equal("UNKNOWN 《SPE规划》2024年5月10日报批时，衔接重点总体布局、重大政策、重大工程、风险防控没有答复。");

        foreach (var point in Enum.GetValues<AlignmentPoint>())
        {
            Answer(point);
        }
        plan.Sentences(rule).Should().BeEmpty();

        Answer(AlignmentPoint.Risks, PointAnswer.Departs);
        plan.Sentences(rule).Should().Equal("FAIL 《SPE规划》2024年5月10日报批时，衔接重点风险防控不符合。");
    }

    [Fact]
    public void ALI_006_ALI_007_Where_only_acts_tell_of_the_alignment_nothing_is_asked_of_its_points()
    {
        var acts = new ProceduralPlan().Prepared();
        acts.Submitted();

        acts.Sentences("ALI-006").Should().BeEmpty();
        acts.Sentences("ALI-007").Should().BeEmpty();
    }

    [Theory, Trait("Rule", nameof(PlanIsAlignedWithTheSpatialPlan))]
    [InlineData("NR", AlignmentResult.Pass, null)]
    [InlineData("NR", AlignmentResult.Fail, "FAIL 《SPE规划》2024年5月10日报批时，区规划自然资源局的衔接结果为不通过。")]
    [InlineData("NR", null, "UNKNOWN 《SPE规划》2024年5月10日报批时，区规划自然资源局的衔接意见尚未出具。")]
    [InlineData("EDU", AlignmentResult.Pass, "FAIL 《SPE规划》2024年5月10日报批时，与空间规划的衔接意见由区教委出具，应由区规划自然资源局出具。")]
    [InlineData("DRC", AlignmentResult.Pass, "UNKNOWN 《SPE规划》2024年5月10日报批时，未见区规划自然资源局关于与空间规划衔接的意见。")]
    public void ALI_007_A_special_plan_is_aligned_with_the_spatial_plan_by_its_bureau(
        string agency, AlignmentResult? result, string? sentence)
    {
        plan.District.Plan("SPA", PlanKind.Spatial, 2021, 2035);
        Opinion(agency, result, against: agency == "DRC" ? null : "SPA");
        plan.Submitted();

        plan.Sentences("ALI-007").Should().Equal(sentence is null ? [] : [sentence]);
    }

    [Fact]
    public void The_registry_answers_procedure_papers_and_targets_itself()
    {
        plan.Submitted();

        var points = AlignmentChecklist.Of(plan.District.On(ProceduralPlan.Day).Plan(plan.District.Key<Plan>("SPE"))!);

        points.Where(p => p.IsOfTheRegistry).Select(p => $"{Terms.Of(p.Point).Zh} {p.Known}").Should().Equal(
            "编制程序规范性 False", "报批要件完整性 False", "规划目标（特别是约束性指标） ");
        points.Single(p => p.Point == AlignmentPoint.Procedure).Facts.Select(f => f.Zh).Should().Equal("衔接：缺");
        points.Single(p => p.Point == AlignmentPoint.Targets).Facts.Select(f => f.Zh).Should().Equal("未录入规划目标");
    }
}
