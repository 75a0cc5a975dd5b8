using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Reviews;
using PlanRegistry.Tests.Approval;
using PlanRegistry.Tests.Implementation;

namespace PlanRegistry.Tests.Reviews;

/// <summary>
/// Steps that have a day of their own: owed until then; afterwards once, with the finding that says that they were missed, and not at all
/// where no rule says so.
/// </summary>
public sealed class DatedStepsTests
{
    private static IReadOnlyList<OwedDuty> Owed(TestDistrict district, string day)
    {
        var judgement = district.Judge(day);
        return [.. OwedDuty.Of(judgement.Snapshot, judgement.Snapshot.OwnPlans, judgement.Findings)];
    }

    private static IEnumerable<string> Owed(TestDistrict district, DutyKind kind, string day) => Owed(district, day)
        .Where(d => d.Kind == kind).Select(d => $"{d.Due:yyyy-MM-dd} {Names.Of(d.State)} {d.Agency?.Code} {d.Finding?.Rule}".TrimEnd());

    /// <summary>As many duties as name the rule's finding, and none of them as a finding beside.</summary>
    private static void OwedOnce(TestDistrict district, string rule, string day) =>
        Owed(district, day).Count(d => d.Kind == DutyKind.Finding && d.Finding!.Rule == rule).Should().Be(0);

    private static TestDistrict Reported()
    {
        var district = new TestDistrict().WithDevelopmentPlan("2026-03-20", 2026, 2030);
        district.Report("DEV", ActAbout.MidTerm, 2028, "2028-10-20");
        return district;
    }

    [Fact]
    public void After_a_mid_term_report_each_step_is_owed_by_whose_it_is()
    {
        var district = Reported();

        Owed(district, DutyKind.MidTermStep, "2028-11-01").Should().Equal(
            "2028-12-31 UPCOMING GOV", "2028-12-31 UPCOMING PARTY", "2028-12-31 UPCOMING SC");
        Owed(district, "2028-11-01").First(d => d.Kind == DutyKind.MidTermStep).Reason().Zh
            .Should().Be("2028年中期评估报告于2028年10月20日报送，应不晚于2028年12月31日经审定、审议。");
        Owed(district, "2028-11-01").Where(d => d.Kind == DutyKind.MidTermStep).Select(d => (d.Step, ((Act)d.About!).Year)).Should().Equal(
            (ActType.GovernmentExamined, 2028), (ActType.PartyAgreed, 2028), (ActType.StandingCommitteeDeliberated, 2028));
        district.Act("DEV", ActType.GovernmentExamined, "2028-11-05", "GOV", ActAbout.MidTerm, 2028);
        Owed(district, DutyKind.MidTermStep, "2028-11-06").Should().Equal("2028-12-31 UPCOMING PARTY", "2028-12-31 UPCOMING SC");
        Owed(district, DutyKind.MidTermStep, "2029-01-01").Should().Equal(
            "2028-12-31 OVERDUE PARTY REV-005", "2028-12-31 OVERDUE SC REV-005");
        OwedOnce(district, "REV-005", "2029-01-01");
        Owed(district.RecordedOn("2029-01-01"), DutyKind.MidTermStep, "2029-01-02").Should().BeEmpty("that is history");
    }

    [Fact]
    public void After_the_deliberation_its_opinions_are_to_be_followed_up()
    {
        var district = Reported();
        district.Act("DEV", ActType.StandingCommitteeDeliberated, "2028-11-28", "SC", ActAbout.MidTerm, 2028);

        Owed(district, DutyKind.MidTermFollowUp, "2028-11-27").Should().BeEmpty();
        Owed(district, DutyKind.MidTermFollowUp, "2029-05-20").Should().Equal(
            "2029-05-27 DUE_SOON GOV", "2029-05-27 DUE_SOON SC", "2029-05-27 DUE_SOON SC");
        Owed(district, DutyKind.MidTermFollowUp, "2029-05-28").Should()
            .OnlyContain(d => d.EndsWith("REV-007", StringComparison.Ordinal)).And.HaveCount(3);
        OwedOnce(district, "REV-007", "2029-05-28");
    }

    [Fact]
    public void A_departments_plan_is_to_be_filed()
    {
        var plan = new ProceduralPlan(p => p with { ApprovalLevel = ApprovalLevel.Department }).Prepared();
        plan.District.Act("SPE", ActType.Published, "2024-07-01", "TRANS");

        Owed(plan.District, DutyKind.Filing, "2024-06-30").Should().BeEmpty();
        Owed(plan.District, DutyKind.Filing, "2024-07-31").Should().Equal("2024-07-31 DUE_SOON TRANS");
        Owed(plan.District, DutyKind.Filing, "2024-08-01").Should().Equal("2024-07-31 OVERDUE TRANS APR-006");
        OwedOnce(plan.District, "APR-006", "2024-08-01");
        plan.District.Act("SPE", ActType.Filed, "2024-07-20", "TRANS");
        Owed(plan.District, DutyKind.Filing, "2024-07-31").Should().BeEmpty();
    }

    [Fact]
    public void What_else_a_departments_plan_lacks_stays_a_finding_with_the_filing_in_it()
    {
        var plan = new ProceduralPlan(p => p with { ApprovalLevel = ApprovalLevel.Department }).Prepared(ActType.Aligned);
        plan.District.Act("SPE", ActType.Published, "2024-07-01", "TRANS");

        Owed(plan.District, DutyKind.Filing, "2024-08-01").Should().BeEmpty();
        Owed(plan.District, "2024-08-01").Should().ContainSingle(d => d.Kind == DutyKind.Finding && d.Finding!.Rule == "APR-006")
            .Which.Reason().Zh.Should().Contain("备案").And.Contain("衔接");
    }

    [Fact]
    public void A_development_plan_is_to_be_decomposed_by_the_governments_office()
    {
        var district = ImplementedPlan.Build().WithTask("T1").Assign("COVER");

        Owed(district, DutyKind.Decomposition, "2021-04-20").Should().Equal("2021-06-03 UPCOMING GOVOFFICE");
        Owed(district, "2021-04-20").Single(d => d.Kind == DutyKind.Decomposition).Missing().Select(m => m.Zh)
            .Should().Equal("指标“优良天数比率”", "主要任务“任务T1”");
        Owed(district, DutyKind.Decomposition, "2021-06-04").Should().Equal("2021-06-03 OVERDUE GOVOFFICE IND-002");
        OwedOnce(district, "IND-002", "2021-06-04");
        district.Assign("AIR").Assign("T1");
        Owed(district, DutyKind.Decomposition, "2021-04-20").Should().BeEmpty();
    }

    [Fact]
    public void Where_nothing_is_recorded_it_is_no_duty_any_more_but_something_to_be_checked()
    {
        var district = ImplementedPlan.Build();

        Owed(district, DutyKind.Decomposition, "2021-06-03").Should().Equal("2021-06-03 DUE_SOON GOVOFFICE");
        Owed(district, DutyKind.Decomposition, "2021-06-04").Should().BeEmpty();
        Owed(district, "2021-06-04").Should().ContainSingle(d => d.Finding != null && d.Finding.Rule == "IND-002")
            .Which.Finding!.Verdict.Should().Be(Verdict.Unknown);
        Owed(ImplementedPlan.Build().RecordedOn("2021-03-06"), DutyKind.Decomposition, "2021-04-20").Should().BeEmpty();
    }

    [Fact]
    public void Targets_handed_down_are_to_be_taken_up_in_a_scheme()
    {
        var district = ImplementedPlan.Build().Assign("COVER").Assign("AIR");
        district.Plan("500000:CQ", PlanKind.Development, 2021, 2025);
        district.Act("500000:CQ", ActType.CongressApproved, "2021-01-25", "500000:GOV");
        district.Act("500000:CQ", ActType.Published, "2021-02-10", "500000:GOV");
        district.Allocation("500000:CQ", "COVER", 50m, 2025);

        Owed(district, DutyKind.ImplementationScheme, "2021-04-20").Should().Equal("2021-06-03 UPCOMING GOVOFFICE");
        Owed(district, DutyKind.ImplementationScheme, "2021-06-04").Should().BeEmpty("whether it stands in one is to be checked");
        district.Assign("COVER", with: a => a with
        {
            Scheme = district.Document("S", "TRANS", d => d with { Kind = "实施方案", IssuedOn = PartialDate.Parse("2021-04-15") }).Key,
        });
        Owed(district, DutyKind.ImplementationScheme, "2021-04-20").Should().BeEmpty();
    }

    [Fact]
    public void Annual_targets_are_owed_until_their_day_and_then_what_each_indicator_lacks()
    {
        var district = ImplementedPlan.Build();

        Owed(district, DutyKind.AnnualTargets, "2021-03-04").Should().BeEmpty();
        Owed(district, DutyKind.AnnualTargets, "2021-06-03").Should().Equal("2021-06-03 DUE_SOON DRC");
        Owed(district, DutyKind.AnnualTargets, "2021-06-04").Should().BeEmpty();
        Owed(district, "2021-06-04").Should().ContainSingle(d => d.Finding != null && d.Finding.Rule == "IND-003");
        foreach (var (indicator, year) in new[] { "COVER", "AIR" }.SelectMany(i => Enumerable.Range(2021, 5).Select(y => (i, y))))
        {
            district.Add(new AnnualTarget
            {
                Plan = district.Key<Plan>("DEV"), Indicator = district.Key<Indicator>(indicator), Year = year,
                TargetValue = indicator == "COVER" ? 54m : 93m,
            });
        }
        Owed(district, DutyKind.AnnualTargets, "2021-06-03").Should().BeEmpty();
    }

    [Fact]
    public void Readings_of_binding_indicators_are_owed_by_the_lead_until_their_day()
    {
        var district = new TestDistrict().WithSpecialPlan();
        district.Indicator("RATE", "农村自来水普及率");
        district.Target("SPE", "RATE", 100m, with: t => t with { BaseYear = 2020, BaseValue = 0m });
        district.Reading("SPE", "RATE", 2021, 20m);

        Owed(district, DutyKind.Reading, "2023-06-30").Should().Equal("2023-06-30 DUE_SOON TRANS", "2024-06-30 UPCOMING TRANS");
        Owed(district, "2023-06-30").First(d => d.Kind == DutyKind.Reading).Missing().Select(m => m.Zh).Should().Equal("“农村自来水普及率”的监测值");
        Owed(district, DutyKind.Reading, "2023-07-01").Should().Equal("2024-06-30 UPCOMING TRANS");
        Owed(district, "2023-07-01").Should().ContainSingle(d => d.Finding != null && d.Finding.Rule == "IND-001");
        district.Reading("SPE", "RATE", 2022, 40m);
        Owed(district, DutyKind.Reading, "2023-06-30").Should().Equal("2024-06-30 UPCOMING TRANS");
    }

    [Fact]
    public void A_plan_that_has_ended_and_a_secret_one_owe_none_of_it()
    {
        var ended = ImplementedPlan.Build();
        ended.End("DEV", ActType.Withdrawn, "2021-05-01");
        DutyKind[] kinds = [DutyKind.Decomposition, DutyKind.AnnualTargets, DutyKind.Reading, DutyKind.Filing];

        Owed(ended, "2021-05-02").Should().NotContain(d => kinds.Contains(d.Kind));
        var secret = new ProceduralPlan(p => p with { ApprovalLevel = ApprovalLevel.Department, Secrecy = Secrecy.Secret }).Prepared();
        secret.District.Act("SPE", ActType.Published, "2024-07-01", "TRANS");
        Owed(secret.District, "2024-07-02").Should().NotContain(d => kinds.Contains(d.Kind));
    }
}
