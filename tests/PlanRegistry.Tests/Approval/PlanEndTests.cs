using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules.Approval;

namespace PlanRegistry.Tests.Approval;

/// <summary>WITHDRAWN and SUPERSEDED count only on the word of those entitled (RULE-CODES, changes after use 8).</summary>
[Trait("Rule", nameof(WhatIsPublishedWasApproved))]
public sealed class PlanEndTests
{
    private const string Today = "2026-11-22";

    private readonly TestDistrict district = new();

    public PlanEndTests()
    {
        district.List("SR-2025", ListTrack.SpecialAndRegional, 2025, "2025-03-20");
        district.Plan("TEA", PlanKind.Special, 2026, 2030, p => p with { Title = "茶产业规划", ApprovalLevel = ApprovalLevel.Government });
        district.Entry("SR-2025", "TEA");
        district.Act("TEA", ActType.DraftingStarted, "2026-01-08", "TRANS");
    }

    private PlanStatus Status => district.On(Today).Plan(district.Key<Plan>("TEA"))!.Status;

    private void Withdrawn(string? agency, bool hasDocument) => district.Act("TEA", ActType.Withdrawn, "2026-09-01", agency,
        with: a => a with { Document = hasDocument ? district.Document("LETTER", agency).Key : null });

    private void Approve() => district.Act("TEA", ActType.GovernmentApproved, "2026-06-10", "GOV");

    [Theory]
    [InlineData(false, "TRANS", false)]
    [InlineData(false, "GOV", false)]
    [InlineData(true, "GOV", true)]
    public void It_is_withdrawn_by_its_lead_agency_and_once_approved_by_its_approver_with_a_document(
        bool isApproved, string agency, bool hasDocument)
    {
        if (isApproved)
        {
            Approve();
        }
        Withdrawn(agency, hasDocument);

        Status.Should().Be(PlanStatus.Withdrawn);
        district.Findings("APR-012", Today).Should().BeEmpty();
    }

    [Theory]
    [InlineData(false, null, false, "办理单位未录入", "whose word it is is not recorded")]
    [InlineData(false, "EDU", true, "区教委无权办理，应为规划牵头单位或者规划审批单位",
        "区教委 is not entitled to it; it is for the plan's lead agency or the plan's approver")]
    [InlineData(true, "GOV", false, "文件未录入", "no document is recorded")]
    [InlineData(true, "TRANS", true, "区交通运输委无权办理，应为规划审批单位", "区交通运输委 is not entitled to it; it is for the plan's approver")]
    public void Any_other_withdrawal_has_no_effect_and_is_to_be_looked_up(
        bool isApproved, string? agency, bool hasDocument, string zh, string en)
    {
        if (isApproved)
        {
            Approve();
        }
        Withdrawn(agency, hasDocument);

        Status.Should().Be(isApproved ? PlanStatus.Approved : PlanStatus.Drafting);
        var finding = district.Finding("APR-012", Today);
        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Severity.Should().Be(Severity.Warning);
        finding.Since.Should().Be(new DateOnly(2026, 9, 1));
        finding.Sentence.Zh.Should().Be($"《茶产业规划》2026年9月1日终止的记录不生效，该规划仍按未终止评判，请核实：{zh}。");
        finding.Sentence.En.Should().Be(
            $"That 茶产业规划 was withdrawn on 2026-09-01 has no effect, and it is judged as if it were not so; check it: {en}.");
        district.Judge(Today).LightOf(district.On(Today).Plan(district.Key<Plan>("TEA"))!).Should().NotBe(Light.Green);
    }

    [Theory]
    [InlineData("nothing", "未写明替代它的规划")]
    [InlineData("itself", "未写明替代它的规划")]
    [InlineData("a draft", "《新茶产业规划》未见批准记录")]
    public void It_is_superseded_by_nothing_but_a_plan_that_is_approved(string by, string why)
    {
        district.Plan("NEXT", PlanKind.Special, 2026, 2030, p => p with { Title = "新茶产业规划" });
        district.Act("TEA", ActType.Superseded, "2026-09-01", "GOV", with: a => a with
        {
            Against = by == "nothing" ? null : new(district.Key<Plan>(by == "itself" ? "TEA" : "NEXT"), null),
            Document = district.Document("LETTER", "GOV").Key,
        });

        Status.Should().Be(PlanStatus.Drafting);
        district.Finding("APR-012", Today).Sentence.Zh.Should().Be($"《茶产业规划》2026年9月1日被替代的记录不生效，该规划仍按未终止评判，请核实：{why}。");
    }

    [Fact]
    public void It_is_superseded_from_the_approval_of_its_successor()
    {
        district.Plan("NEXT", PlanKind.Special, 2026, 2030, p => p with { Title = "新茶产业规划", ApprovalLevel = ApprovalLevel.Government });
        district.Act("NEXT", ActType.GovernmentApproved, "2026-10-01", "GOV");
        district.Act("TEA", ActType.Superseded, "2026-09-01", "GOV", with: a => a with
        {
            Against = new(district.Key<Plan>("NEXT"), null), Document = district.Document("LETTER", "GOV").Key,
        });

        district.On("2026-09-30").Plan(district.Key<Plan>("TEA"))!.Status.Should().Be(PlanStatus.Drafting);
        district.Finding("APR-012", "2026-09-30").Sentence.Zh.Should().EndWith("请核实：替代它的规划2026年10月1日才批准。");
        Status.Should().Be(PlanStatus.Superseded);
    }

    [Theory]
    [InlineData("nobody", "文件《LETTER》的印发单位未录入")]
    [InlineData("another body", "文件《LETTER》由区教委印发，既不是办理单位也不是其办公室")]
    [InlineData("another plan", "文件《LETTER》未写明本规划")]
    public void A_paper_of_nobody_of_another_body_or_of_another_plan_ends_nothing(string paperOf, string why)
    {
        Approve();
        district.Plan("OTHER", PlanKind.Special, 2026, 2030);
        district.Act("TEA", ActType.Withdrawn, "2026-09-01", "GOV", with: a => a with
        {
            Document = district.Document("LETTER", paperOf == "nobody" ? null : paperOf == "another body" ? "EDU" : "GOV",
                d => d with { Plans = paperOf == "another plan" ? [district.Key<Plan>("OTHER")] : null }).Key,
        });

        Status.Should().Be(PlanStatus.Approved);
        district.Finding("APR-012", Today).Sentence.Zh.Should()
            .Be($"《茶产业规划》2026年9月1日终止的记录不生效，该规划仍按未终止评判，请核实：{why}。");
    }

    [Theory]
    [InlineData("nobody", EntitlementState.Doubtful)]
    [InlineData("another body", EntitlementState.Doubtful)]
    [InlineData("another plan", EntitlementState.Doubtful)]
    [InlineData("its own", EntitlementState.Entitled)]
    public void Neither_does_such_a_paper_declare_that_nothing_changes(string paperOf, EntitlementState state)
    {
        district.Plan("OTHER", PlanKind.Special, 2026, 2030);
        var act = district.Act("TEA", ActType.NoChangeDeclared, "2026-09-01", "TRANS", with: a => a with
        {
            Document = district.Document("LETTER", paperOf == "nobody" ? null : paperOf == "another body" ? "EDU" : "TRANS",
                d => d with { Plans = paperOf == "another plan" ? [district.Key<Plan>("OTHER")] : null }).Key,
        });

        Entitlement.Of(district.View(), Matter.NoChange, act).State.Should().Be(state);
    }

    [Fact]
    public void It_ends_no_earlier_than_its_paper()
    {
        Approve();
        district.Act("TEA", ActType.Withdrawn, "2026-07-01", "GOV", with: a => a with
        {
            Document = district.Document("LETTER", "GOV", d => d with { IssuedOn = PartialDate.Parse("2026-11-20") }).Key,
        });

        district.On("2026-11-19").Plan(district.Key<Plan>("TEA"))!.Status.Should().Be(PlanStatus.Approved);
        district.Finding("APR-012", "2026-11-19").Sentence.Zh.Should()
            .Be("《茶产业规划》2026年7月1日终止的记录不生效，该规划仍按未终止评判，请核实：文件《LETTER》2026年11月20日才印发。");
        district.On(Today).Plan(district.Key<Plan>("TEA"))!.EndedOn.Should().Be(new DateOnly(2026, 11, 20));
    }

    [Theory]
    [InlineData("2031-02-01", null)]
    [InlineData("2030-12-30", "2031-11-20")]
    public void What_has_run_its_whole_time_owes_what_it_owed_whatever_end_is_recorded(string on, string? issued)
    {
        Approve();
        district.Act("TEA", ActType.Withdrawn, on, "GOV", with: a => a with
        {
            Document = district.Document("LETTER", "GOV", d => d with
            {
                IssuedOn = issued is null ? null : PartialDate.Parse(issued),
            }).Key,
        });

        var plan = district.On("2032-02-01").Plan(district.Key<Plan>("TEA"))!;
        plan.Status.Should().Be(PlanStatus.Expired, "it ended by itself before");
        plan.ReviewDuties.Should().ContainSingle(d => d.Kind == PlanRegistry.Reviews.ReviewKind.Final)
            .Which.State.Should().Be(PlanRegistry.Reviews.DutyState.Overdue);
        district.Finding("REV-003", "2032-02-01").Severity.Should().Be(Severity.Error);
        district.Findings("APR-012", "2032-02-01").Should().BeEmpty("to record it is no mistake");
    }

    [Fact]
    public void A_draft_that_was_never_approved_may_be_withdrawn_when_its_years_are_over()
    {
        district.Act("TEA", ActType.Withdrawn, "2031-03-01", "TRANS");

        district.On("2031-04-01").Plan(district.Key<Plan>("TEA"))!.Status.Should().Be(PlanStatus.Withdrawn);
    }

    [Theory]
    [InlineData(null, "2026-09-01", "文件《LETTER》未录入印发日期，不能确定终止自何日起生效，请先补录。")]
    [InlineData("2026-09-20", "2026-09-01", "日期2026年9月1日早于文件《LETTER》的印发日期2026年9月20日，终止不溯及文件印发以前。")]
    [InlineData("2026-09-01", "2026-09-01", null)]
    [InlineData(null, "2020-09-01", null)]
    public void Who_records_an_end_rests_it_on_a_paper_with_a_day_that_does_not_come_after_it(string? issued, string on, string? refusal)
    {
        var act = district.Act("TEA", ActType.Withdrawn, on, "GOV", with: a => a with
        {
            Document = district.Document("LETTER", "GOV", d => d with
            {
                IssuedOn = issued is null ? null : PartialDate.Parse(issued),
            }).Key,
        });

        PaperDay.Objection(district.View(), act)?.Message.Zh.Should().Be(refusal);
        (PaperDay.Objection(district.View(), act) is null).Should().Be(refusal is null);
    }

    [Theory]
    [InlineData("2030-12-31")]
    [InlineData("2031-01-01")]
    public void A_horizon_that_ends_makes_no_plan_green_that_was_never_approved(string day) =>
        district.Judge(day).LightOf(district.On(day).Plan(district.Key<Plan>("TEA"))!).Should().NotBe(Light.Green);
}
