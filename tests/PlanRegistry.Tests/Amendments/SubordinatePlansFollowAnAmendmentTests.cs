using PlanRegistry.Amendments;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Reviews;
using PlanRegistry.Rules.Amendments;

namespace PlanRegistry.Tests.Amendments;

/// <summary>
/// AME-003: <see cref="SubordinatePlansFollowAnAmendment"/>,
/// <see cref="PlanMayHaveBeenApprovedAfterTheAmendment"/>, and the duties behind them.
/// </summary>
[Trait("Rule", nameof(SubordinatePlansFollowAnAmendment))]
public sealed class SubordinatePlansFollowAnAmendmentTests
{
    private static TestDistrict Amended(decimal target = 97m) => AmendedDistrict.Build().AmendDevelopmentPlan(target: target);

    private static AmendmentDuty Duty(TestDistrict district, string day, string plan = "EDU-2021") =>
        AmendmentDuties.Of(district.On(day).Plan(district.Key<Plan>(plan))!).Should().ContainSingle().Subject;

    [Fact]
    public void A_plan_that_holds_a_changed_indicator_has_180_days()
    {
        var finding = Amended().Finding("AME-003", "2024-06-17");

        finding.Should().BeEquivalentTo(new { Verdict = Verdict.Fail, Severity = Severity.Warning, Since = new DateOnly(2023, 12, 20) });
        finding.Subjects.Select(s => s.Text).Should().Equal("500154/plans/EDU-2021", "500154:DEV-2021@2");
        finding.Sentence.Zh.Should().Be("《十四五规划纲要》第2版已于2023年12月20日批准，《教育规划》涉及变化指标“义务教育巩固率”，应不晚于2024年6月17日相应调整或声明无需调整。");
        finding.Sentence.En.Should().Be(
            "Version 2 of 十四五规划纲要 was approved on 2023-12-20; 教育规划 holds the changed "
                + "义务教育巩固率 and is to follow or declare no change by 2024-06-17.");
        finding.Responsible!.Name.Should().Be("区教委");
        finding.Remedies.Select(r => r.Act).Should().Equal("proposeAmendment", "recordAct");
        finding.Remedies.Should().OnlyContain(r => r.Agency!.Name == "区教委");
    }

    [Fact]
    public void After_the_day_it_is_an_error()
    {
        var finding = Amended().Finding("AME-003", "2024-06-18");

        finding.Should().BeEquivalentTo(new { Severity = Severity.Error, Since = new DateOnly(2024, 6, 18) });
        finding.Sentence.Zh.Should().Be("《十四五规划纲要》第2版已于2023年12月20日批准，《教育规划》涉及变化指标“义务教育巩固率”，至2024年6月17日仍未调整，也未声明无需调整。");
        finding.Sentence.En.Should().Be(
            "Version 2 of 十四五规划纲要 was approved on 2023-12-20; 教育规划 holds the changed "
                + "义务教育巩固率 and neither followed nor declared no change by 2024-06-17.");
    }

    [Theory]
    [InlineData("2024-06-17", false)] // The last day.
    [InlineData("2024-06-18", true)]
    public void What_was_overdue_when_the_plan_ended_stays_as_a_notice(string endedOn, bool stays)
    {
        var district = Amended();
        district.End("EDU-2021", ActType.Withdrawn, endedOn);

        district.Findings("AME-003", "2025-01-01").Select(f => (f.Verdict, f.Severity, f.Since)).Should()
            .Equal(stays ? [(Verdict.Fail, Severity.Notice, new DateOnly(2024, 6, 18))] : []);
    }

    [Fact]
    public void Before_the_approval_nothing_is_owed() => Amended().Findings("AME-003", "2023-12-19").Should().BeEmpty();

    [Fact]
    public void A_plan_that_holds_no_changed_indicator_is_reviewed()
    {
        var finding = Amended(target: 95m).Finding("AME-003", "2024-12-01");

        finding.Should().BeEquivalentTo(new { Verdict = Verdict.Fail, Severity = Severity.Notice });
        finding.Sentence.Zh.Should().Be("《十四五规划纲要》第2版已于2023年12月20日批准，《教育规划》未发现变化指标，应予复核（相应调整或声明无需调整）。");
        finding.Sentence.En.Should().Be(
            "Version 2 of 十四五规划纲要 was approved on 2023-12-20; 教育规划 holds none of the changed indicators and is to be reviewed.");
    }

    [Fact]
    public void An_indicator_that_the_amendment_names_is_changed()
    {
        var district = Amended(target: 95m);
        district.Amendment("DEV-2021", 2, "2023-10-01", a => a with { ChangedIndicators = [district.Key<Indicator>("SCHOOL")] });

        district.Finding("AME-003", "2024-01-10").Severity.Should().Be(Severity.Warning);
    }

    [Fact]
    public void An_indicator_added_or_made_expected_is_changed()
    {
        var district = Amended(target: 95m);
        district.Target("EDU-2021", "COVER", 20m);
        district.Target("DEV-2021", "COVER", 20m, version: 2);
        district.Target("DEV-2021", "SCHOOL", 95m, IndicatorNature.Expected, version: 2);

        Duty(district, "2024-01-10").Indicators.Should().Equal("义务教育巩固率", "森林覆盖率");
    }

    [Fact]
    public void An_amendment_of_its_own_closes_the_duty()
    {
        var district = Amended().Propose("EDU-2021", "2024-02-01", 98m).Step("EDU-2021", ActType.AmendmentApproved, "2024-03-01", "GOV");

        district.Finding("AME-003", "2024-02-29").Severity.Should().Be(Severity.Warning);
        district.Findings("AME-003", "2024-03-01").Should().BeEmpty();
        Duty(district, "2024-03-01").Should().BeEquivalentTo(new { State = DutyState.Done, Due = new DateOnly(2024, 6, 17) });
    }

    [Fact]
    public void An_amendment_approved_before_does_not_follow() =>
        Amended().Propose("EDU-2021", "2023-02-01", 98m).Step("EDU-2021", ActType.AmendmentApproved, "2023-03-01", "GOV")
            .Findings("AME-003", "2024-01-10").Should().ContainSingle();

    [Theory]
    [InlineData("DEV-2021", true)]
    [InlineData("DEV-2021@2", true)]
    [InlineData("DEV-2021@3", true)]
    [InlineData("DEV-2021@1", false)]
    [InlineData("EDU-2021", false)]
    public void A_declaration_against_the_plan_or_the_version_closes_it(string against, bool closes)
    {
        var district = Amended();
        PlanVersion.TryParse(against, TestDistrict.Own, out var version).Should().BeTrue();
        district.Act("EDU-2021", ActType.NoChangeDeclared, "2024-03-01", "EDU",
            with: a => a with { Against = version, Document = district.Document("DECLARATION", "EDU").Key });

        district.Findings("AME-003", "2024-04-01").Should().HaveCount(closes ? 0 : 1);
    }

    [Fact]
    public void A_declaration_without_a_document_leaves_it_open()
    {
        var district = Amended();
        district.Act("EDU-2021", ActType.NoChangeDeclared, "2024-03-01", "EDU",
            with: a => a with { Against = new(district.Key<Plan>("DEV-2021"), 2) });

        var finding = district.Finding("AME-003", "2024-04-01");
        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Severity.Should().Be(Severity.Warning);
        finding.Sentence.Zh.Should().Be("《教育规划》针对《十四五规划纲要》第2版（2023年12月20日批准）作出的无需调整声明是否有效待核实：文件未录入。");
        finding.Sentence.En.Should().Be("Whether the declaration that nothing changes in 教育规划, made for version 2 of 十四五规划纲要 "
            + "(approved on 2023-12-20), counts is to be checked: no document is recorded.");
    }

    [Fact]
    public void A_plan_approved_after_the_amendment_is_free()
    {
        var district = Amended();
        district.Plan("LATE", PlanKind.Special, 2023, 2025, p => p with { ApprovalLevel = ApprovalLevel.Government });
        district.Act("LATE", ActType.GovernmentApproved, "2023-12-21", "GOV");
        district.Link("LATE", "DEV-2021");
        district.Plan("DRAFT", PlanKind.Special, 2023, 2025);
        district.Act("DRAFT", ActType.DraftingStarted, "2023-05-01");
        district.Link("DRAFT", "DEV-2021");

        district.Findings("AME-003", "2024-01-10").Should().ContainSingle().Which.Plan!.Value.Code.Should().Be("EDU-2021");
    }

    [Fact]
    public void A_plan_whose_day_of_approval_leaves_the_order_open_is_unknown()
    {
        var district = Amended();
        district.Plan("VAGUE", PlanKind.Special, 2023, 2025, p => p with { Title = "日期不全规划", ApprovalLevel = ApprovalLevel.Government });
        district.Act("VAGUE", ActType.GovernmentApproved, "2023-12", "GOV");
        district.Link("VAGUE", "DEV-2021");
        district.Target("VAGUE", "SCHOOL", 96m);

        var finding = district.Findings("AME-003", "2024-01-10").Single(f => f.Plan!.Value.Code == "VAGUE");

        finding.Should().BeEquivalentTo(new { Verdict = Verdict.Unknown, Severity = Severity.Warning });
        finding.Sentence.Zh.Should().Be("《十四五规划纲要》第2版于2023年12月20日批准，《日期不全规划》的批准日期不完整，是否应相应调整待核实。");
        finding.Sentence.En.Should().Be(
            "Version 2 of 十四五规划纲要 was approved on 2023-12-20; the recorded days do not tell "
                + "whether 日期不全规划 was approved before, and so whether it is to follow.");
    }

    [Fact]
    public void A_plan_that_reaches_the_development_plan_through_another_is_bound_too()
    {
        var district = Amended();
        district.Plan("LEAF", PlanKind.Special, 2021, 2025, p => p with { ApprovalLevel = ApprovalLevel.Government });
        district.Act("LEAF", ActType.GovernmentApproved, "2022-01-10", "GOV");
        district.Link("LEAF", "EDU-2021");

        district.Findings("AME-003", "2024-01-10").Select(f => (f.Plan!.Value.Code, f.Severity))
            .Should().Equal(("EDU-2021", Severity.Warning), ("LEAF", Severity.Notice));
    }

    [Fact]
    public void A_plan_without_a_link_is_not_bound()
    {
        var district = Amended();
        district.Plan("ALONE", PlanKind.Special, 2021, 2025, p => p with { ApprovalLevel = ApprovalLevel.Government });
        district.Act("ALONE", ActType.GovernmentApproved, "2022-01-10", "GOV");
        district.Target("ALONE", "SCHOOL", 96m);

        district.Findings("AME-003", "2024-01-10").Select(f => f.Plan!.Value.Code).Should().Equal("EDU-2021");
    }

    [Fact]
    public void Only_the_districts_development_plan_makes_duties()
    {
        var district = AmendedDistrict.Build().Propose("EDU-2021", "2023-02-01", 98m)
            .Step("EDU-2021", ActType.AmendmentApproved, "2023-03-01", "GOV");
        district.Plan("LEAF", PlanKind.Special, 2021, 2025, p => p with { ApprovalLevel = ApprovalLevel.Government });
        district.Act("LEAF", ActType.GovernmentApproved, "2022-01-10", "GOV");
        district.Link("LEAF", "EDU-2021");
        district.Plan("500000:CQ", PlanKind.Development, 2021, 2025);
        district.Add(new Amendment { Home = TestDistrict.Municipality,
            Plan = district.Key<Plan>("500000:CQ"), Version = 2, ProposedOn = new DateOnly(2023, 1, 1) });
        district.Step("500000:CQ", ActType.AmendmentApproved, "2023-03-01", null);
        district.Link("EDU-2021", "500000:CQ");

        district.Findings("AME-003", "2024-01-10").Should().BeEmpty();
    }

    [Fact]
    public void A_duty_due_before_records_were_kept_is_not_recorded_and_no_finding()
    {
        var district = Amended();
        district.RecordedOn("2024-11-22");

        district.Findings("AME-003", "2024-12-01").Should().BeEmpty();
        Duty(district, "2024-12-01").State.Should().Be(DutyState.NotRecorded);
    }

    [Fact]
    public void The_days_are_policy()
    {
        var district = Amended();
        district.Policy(PolicyKeys.CascadeDueDays, "90");

        Duty(district, "2024-01-10").Due.Should().Be(new DateOnly(2024, 3, 19));
    }

    [Theory]
    [InlineData("2024-05-17", DutyState.Upcoming)]
    [InlineData("2024-05-18", DutyState.DueSoon)]
    [InlineData("2024-06-17", DutyState.DueSoon)]
    [InlineData("2024-06-18", DutyState.Overdue)]
    public void The_state_of_a_duty_follows_the_calendar(string day, DutyState state) => Duty(Amended(), day).State.Should().Be(state);

    [Fact]
    public void A_late_amendment_closes_the_duty_late()
    {
        var district = Amended().Propose("EDU-2021", "2024-02-01", 98m).Step("EDU-2021", ActType.AmendmentApproved, "2024-07-01", "GOV");

        Duty(district, "2024-08-01").State.Should().Be(DutyState.DoneLate);
        district.Findings("AME-003", "2024-08-01").Should().BeEmpty();
    }

    [Fact]
    public void A_duty_says_why_it_is_owed() =>
        Duty(Amended(), "2024-01-10").Reason.Should().BeEquivalentTo(new
        {
            Zh = "《十四五规划纲要》第2版于2023年12月20日批准，变化指标“义务教育巩固率”在本规划中亦有目标，应不晚于2024年6月17日相应调整或声明无需调整。",
            En = "Version 2 of 十四五规划纲要 was approved on 2023-12-20 and changes 义务教育巩固率, "
                + "which this plan holds too: follow or declare no change by 2024-06-17.",
        });
}
