using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;


namespace PlanRegistry.Tests.Approval;

/// <summary>Which way of approval a plan takes, and how its steps stand.</summary>
public sealed class ProcedureTests
{
    private static Procedure Of(TestDistrict district, string plan, string day) =>
        Procedure.Of(district.On(day).Plan(district.Key<Plan>(plan))!);

    [Theory]
    [InlineData(PlanKind.Development, null, Importance.Ordinary, false, ProcedureRoute.Development,
        "PARTY_PROPOSAL DRAFTING_STARTED CONSULTED ARGUED ALIGNED LEGALITY_REVIEWED GOVERNMENT_EXAMINED ALIGNMENT_REPLIED PARTY_REVIEWED "
        + "SUBMITTED CONGRESS_APPROVED PUBLISHED")]
    [InlineData(PlanKind.Special, ApprovalLevel.Government, Importance.Ordinary, false, ProcedureRoute.Government,
        "DRAFTING_STARTED CONSULTED ARGUED ALIGNED SUBMITTED GOVERNMENT_APPROVED PUBLISHED")]
    [InlineData(PlanKind.Regional, ApprovalLevel.Government, Importance.Major, false, ProcedureRoute.Government,
        "DRAFTING_STARTED CONSULTED ARGUED ALIGNED LEGALITY_REVIEWED SUBMITTED GOVERNMENT_APPROVED PUBLISHED")]
    [InlineData(PlanKind.Special, ApprovalLevel.Government, Importance.SpeciallyImportant, false, ProcedureRoute.SpeciallyImportant,
        "DRAFTING_STARTED CONSULTED ARGUED ALIGNED LEGALITY_REVIEWED SUBMITTED PARTY_REVIEWED GOVERNMENT_APPROVED PUBLISHED")]
    [InlineData(PlanKind.Special, ApprovalLevel.Department, Importance.Ordinary, true, ProcedureRoute.MunicipalFiling,
        "DRAFTING_STARTED CONSULTED ARGUED ALIGNED SUBMITTED GOVERNMENT_APPROVED PUBLISHED FILED")]
    [InlineData(PlanKind.Special, ApprovalLevel.Department, Importance.Ordinary, false, ProcedureRoute.Department,
        "DRAFTING_STARTED CONSULTED ARGUED ALIGNED DEPARTMENT_APPROVED PUBLISHED FILED")]
    [InlineData(PlanKind.Spatial, null, Importance.Ordinary, false, ProcedureRoute.Spatial,
        "DRAFTING_STARTED CONSULTED ARGUED ALIGNED SUBMITTED MUNICIPAL_APPROVED PUBLISHED")]
    [InlineData(PlanKind.Special, ApprovalLevel.Municipal, Importance.Ordinary, false, ProcedureRoute.Other,
        "DRAFTING_STARTED CONSULTED ARGUED ALIGNED SUBMITTED MUNICIPAL_APPROVED PUBLISHED")]
    [InlineData(PlanKind.Special, null, Importance.Ordinary, false, ProcedureRoute.Open,
        "DRAFTING_STARTED CONSULTED ARGUED ALIGNED SUBMITTED PUBLISHED")]
    public void The_route_follows_kind_level_and_weight(
        PlanKind kind, ApprovalLevel? level, Importance importance, bool isFiled, ProcedureRoute route, string steps)
    {
        var district = new TestDistrict();
        district.Plan("P", kind, 2024, 2028, p => p with { ApprovalLevel = level, Importance = importance, MunicipalFiling = isFiled });
        district.List("L", kind == PlanKind.Spatial ? ListTrack.Spatial : ListTrack.SpecialAndRegional, 2024, "2024-01-15");
        if (kind != PlanKind.Development)
        {
            district.Entry("L", "P");
        }
        district.Act("P", ActType.DraftingStarted, "2024-02-01", "TRANS");

        var procedure = Of(district, "P", "2024-03-01");

        procedure.Route.Should().Be(route);
        string.Join(' ', procedure.Steps.Where(s => s.State is StepState.Done or StepState.ToDo).Select(s => Names.Of(s.Step)))
            .Should().Be(steps);
    }

    [Fact]
    public void The_steps_of_a_spatial_plan_are_marked_as_to_be_confirmed()
    {
        var district = new TestDistrict();
        district.Plan("P", PlanKind.Spatial, 2024, 2035);

        Of(district, "P", "2024-03-01").Steps.Should().OnlyContain(s => s.Clause.EndsWith("（依据：待市级规定确认）", StringComparison.Ordinal));
    }

    [Fact]
    public void A_step_that_a_later_one_overtook_is_missing_and_one_from_before_the_records_is_not_recorded()
    {
        var plan = new ProceduralPlan().Prepared(ActType.Argued);
        plan.Submitted();
        StepState StateOf(ActType step) =>
            Of(plan.District, "SPE", ProceduralPlan.Day).Steps.Single(s => s.Step == step).State;

        StateOf(ActType.Argued).Should().Be(StepState.Missing);
        StateOf(ActType.Aligned).Should().Be(StepState.Done);
        StateOf(ActType.GovernmentApproved).Should().Be(StepState.ToDo);
        StateOf(ActType.EiaConfirmed).Should().Be(StepState.NotNeeded);

        plan.District.RecordedOn("2024-12-01");
        StateOf(ActType.Argued).Should().Be(StepState.NotRecorded);
    }

    [Fact]
    public void Where_the_list_does_not_say_whether_a_confirmation_is_needed_the_step_is_not_recorded()
    {
        var plan = new ProceduralPlan(entry: e => e with { EiaNeeded = null });

        Of(plan.District, "SPE", ProceduralPlan.Day).Steps.Single(s => s.Step == ActType.EiaConfirmed).State
            .Should().Be(StepState.NotRecorded);
        Submission.Of(plan.District.On(ProceduralPlan.Day).Plan(plan.District.Key<Plan>("SPE"))!).Lines
            .Single(l => l.Paper == SubmissionPaper.EiaConfirmation).State.Should().Be(PaperState.Unknown);
    }

    /// <summary>T-23: a secret plan published is PUB-001's, whatever route it took.</summary>
    [Fact]
    public void T_23_A_secret_plan_that_is_published_is_blocked()
    {
        var plan = new ProceduralPlan(p => p with { Secrecy = Secrecy.Secret }).Prepared();
        plan.Submitted();
        plan.Approved();
        plan.District.Act("SPE", ActType.Published, "2024-07-01", "TRANS");

        var finding = plan.District.Finding("PUB-001", ProceduralPlan.Day);

        (finding.Verdict, finding.Severity).Should().Be((Verdict.Fail, Severity.Blocking));
        plan.District.Judge(ProceduralPlan.Day).Findings.Select(f => f.Rule).Should().NotContain("APR-001");
    }

    [Fact]
    public void Who_is_to_supply_a_paper_is_told_and_the_lists_approval_is_there_by_itself()
    {
        var plan = new ProceduralPlan(entry: e => e with { WaterNeeded = true });

        var lines = Submission.Of(plan.District.On(ProceduralPlan.Day).Plan(plan.District.Key<Plan>("SPE"))!).Lines;

        lines.Select(l => $"{Terms.Of(l.Paper).Zh} {Terms.Of(l.State).Zh} {l.Holder.Zh}").Should().Equal(
            "目录清单批复 已有 区交通运输委", "规划草案（送审稿） 缺 区交通运输委", "起草说明 缺 区交通运输委", "论证报告 缺 区交通运输委",
            "衔接意见 缺 区发展改革委", "采纳情况 缺 区交通运输委", "争议说明 不需 区交通运输委", "环评确认意见 不需 区生态环境局",
            "水资源论证确认意见 缺 区水利局", "合法性审查意见 不需 区司法局", "上一期发展规划总结评估报告 不需 区发展改革委");
    }
}
