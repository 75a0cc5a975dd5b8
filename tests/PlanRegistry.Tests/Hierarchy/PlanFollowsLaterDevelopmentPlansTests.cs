using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Hierarchy;
using PlanRegistry.Records;
using PlanRegistry.Rules.Hierarchy;

namespace PlanRegistry.Tests.Hierarchy;

[Trait("Rule", nameof(PlanFollowsLaterDevelopmentPlans))]
public sealed class PlanFollowsLaterDevelopmentPlansTests
{
    private const string Today = "2026-11-22";

    /// <summary>A plan of 2022-2028 approved in 2022, and the outline of 2026-2030 published on 2026-02-10: due on 2026-08-09.</summary>
    private static TestDistrict District(int from = 2022, int to = 2028, string approvedOn = "2022-05-08")
    {
        var district = new TestDistrict();
        district.Plan("DEV-2026", PlanKind.Development, 2026, 2030, p => p with { Title = "全区纲要" });
        district.Act("DEV-2026", ActType.CongressApproved, "2026-01-30");
        district.Act("DEV-2026", ActType.Published, "2026-02-10");
        district.Plan("WATER", PlanKind.Special, from, to, p => p with { Title = "水利规划" });
        district.Act("WATER", ActType.GovernmentApproved, approvedOn);
        return district;
    }

    [Fact]
    public void After_the_grace_days_it_is_an_error()
    {
        var finding = District().Finding("HIE-006", Today);

        finding.Verdict.Should().Be(Verdict.Fail);
        finding.Severity.Should().Be(Severity.Error);
        finding.Sentence.Zh.Should().Be("《水利规划》（2022—2028年）与2026年2月10日发布的《全区纲要》（2026—2030年）规划期不一致，至2026年8月9日仍未调整修订，也未声明无需调整。");
        finding.Sentence.En.Should().Be(
            "The horizon of 水利规划 (2022-2028) differs from that of 全区纲要 (2026-2030), published on 2026-02-10;"
                + " by 2026-08-09 it was neither amended nor was no change declared.");
        finding.Subjects.Select(s => s.Text).Should().Equal("500154/plans/WATER", "500154/plans/DEV-2026");
        finding.Plan!.Value.Code.Should().Be("WATER");
        finding.Basis.Should().Equal(new Basis("开州府办发〔2020〕95号", "一、(三)"));
        finding.Since.Should().Be(new DateOnly(2026, 8, 10));
        finding.Responsible!.Name.Should().Be("区交通运输委");
        finding.Remedies.Select(r => (r.Act, r.Agency!.Name)).Should().Equal(("recordAct", "区交通运输委"), ("proposeAmendment", "区交通运输委"));
        finding.Facts.Select(f => f.Name).Should().Equal("plan", "duty", "development", "publication", "approval");
    }

    [Theory]
    [InlineData("2026-02-09", null)]
    [InlineData("2026-02-10", Severity.Warning)]
    [InlineData("2026-08-09", Severity.Warning)]
    [InlineData("2026-08-10", Severity.Error)]
    public void Within_them_it_is_a_warning(string day, Severity? severity)
    {
        District().Findings("HIE-006", day).Select(f => (Severity?)f.Severity).Should().Equal(severity is null ? [] : [severity]);
    }

    [Theory]
    [InlineData("2026-08-09", false)] // The last of the grace days.
    [InlineData("2026-08-10", true)]
    public void What_was_overdue_when_the_plan_ended_stays_as_a_notice(string endedOn, bool stays)
    {
        var district = District();
        district.Act("WATER", ActType.Withdrawn, endedOn, "GOV", with: a => a with { Document = district.Document("END", "GOV").Key });

        district.Findings("HIE-006", Today).Select(f => (f.Verdict, f.Severity, f.Since)).Should()
            .Equal(stays ? [(Verdict.Fail, Severity.Notice, new DateOnly(2026, 8, 10))] : []);
    }

    [Fact]
    public void The_warning_says_until_when()
    {
        var finding = District().Finding("HIE-006", "2026-06-01");

        finding.Sentence.Zh.Should().Be("《水利规划》（2022—2028年）与2026年2月10日发布的《全区纲要》（2026—2030年）规划期不一致，应不晚于2026年8月9日调整修订或声明无需调整。");
        finding.Sentence.En.Should().Be(
            "The horizon of 水利规划 (2022-2028) differs from that of 全区纲要 (2026-2030), published on 2026-02-10;"
                + " it is to be amended, or no change declared, by 2026-08-09.");
        finding.Since.Should().Be(new DateOnly(2026, 2, 10));
    }

    [Theory]
    [InlineData("2026-02-09", false)]
    [InlineData("2026-02-10", true)]
    [InlineData("2026-11-01", true)]
    public void An_amendment_approved_since_follows_it(string approvedOn, bool follows)
    {
        var district = District();
        district.Amendment("WATER", 2, "2026-01-05");
        district.Act("WATER", ActType.AmendmentApproved, approvedOn, "GOV", ActAbout.Amendment, with: a => a with { Version = 2 });

        district.Findings("HIE-006", Today).Should().HaveCount(follows ? 0 : 1);
    }

    [Fact]
    public void An_amendment_that_was_only_proposed_does_not()
    {
        var district = District();
        district.Amendment("WATER", 2, "2026-03-05");
        district.Act("WATER", ActType.AmendmentProposed, "2026-03-05", about: ActAbout.Amendment);

        district.Findings("HIE-006", Today).Should().HaveCount(1);
    }

    [Theory]
    [InlineData("DEV-2026", true)]
    [InlineData("DEV-2026@2", true)]
    [InlineData("DEV-2021", false)]
    public void So_does_a_declaration_against_it(string against, bool follows)
    {
        var district = District();
        PlanVersion.TryParse(against, TestDistrict.Own, out var version).Should().BeTrue();
        district.Act("WATER", ActType.NoChangeDeclared, "2026-06-05", "TRANS",
            with: a => a with { Against = version, Document = district.Document("DECLARATION", "TRANS").Key });

        district.Findings("HIE-006", Today).Should().HaveCount(follows ? 0 : 1);
    }

    [Fact]
    public void A_declaration_without_a_document_leaves_it_open()
    {
        var district = District();
        district.Act("WATER", ActType.NoChangeDeclared, "2026-06-05", "TRANS", with: a => a with { Against = Against(district) });

        var finding = district.Finding("HIE-006", Today);
        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Severity.Should().Be(Severity.Warning);
        finding.Sentence.Zh.Should().Be("《水利规划》针对《全区纲要》（2026年2月10日发布）作出的无需调整声明是否有效待核实：文件未录入。");
        finding.Sentence.En.Should().Be("Whether the declaration that nothing changes in 水利规划, made for 全区纲要 (published on 2026-02-10), "
            + "counts is to be checked: no document is recorded.");
    }

    [Theory]
    [InlineData("2026-01-29", Verdict.Fail)]
    [InlineData("2026-01-30", null)] // The day on which the outline was approved.
    [InlineData("2026-01", Verdict.Unknown)]
    public void A_declaration_from_before_the_outline_was_approved_does_not_count(string day, Verdict? verdict)
    {
        var district = District();
        district.Act("WATER", ActType.NoChangeDeclared, day, "TRANS",
            with: a => a with { Against = Against(district), Document = district.Document("DECLARATION", "TRANS").Key });

        var findings = district.Findings("HIE-006", Today);

        findings.Select(f => (Verdict?)f.Verdict).Should().Equal(verdict is null ? [] : [verdict]);
        findings.Where(f => f.Verdict == Verdict.Unknown).Select(f => f.Sentence.Zh).Should().Equal(verdict != Verdict.Unknown ? [] :
            ["《水利规划》针对《全区纲要》（2026年2月10日发布）作出的无需调整声明是否有效待核实：声明日期2026年1月不够具体，不能判断是否在发展规划批准之后。"]);
    }

    [Fact]
    public void Another_bureaus_declaration_does_not_count()
    {
        var district = District();
        district.Act("WATER", ActType.NoChangeDeclared, "2026-06-05", "EDU",
            with: a => a with { Against = Against(district), Document = district.Document("DECLARATION", "EDU").Key });

        district.Finding("HIE-006", Today).Verdict.Should().Be(Verdict.Fail);
    }

    private static PlanVersion Against(TestDistrict district) => new(district.Key<Plan>("DEV-2026"), null);

    [Fact]
    public void A_declaration_that_names_no_outline_leaves_it_open()
    {
        var district = District();
        district.Act("WATER", ActType.NoChangeDeclared, "2026-06-05", "TRANS");

        var finding = district.Finding("HIE-006", Today);
        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Severity.Should().Be(Severity.Warning);
        finding.Sentence.Zh.Should().Be("《水利规划》的无需调整声明未写明所对应的发展规划，是否针对《全区纲要》（2026年2月10日发布）待核实。");
        finding.Remedies.Should().ContainSingle(r => r.Act == "correctRecord" && r.Agency!.Name == "区交通运输委");
    }

    [Fact]
    public void An_amendment_of_which_the_year_alone_is_recorded_leaves_it_open()
    {
        var district = District();
        district.Amendment("WATER", 2, "2026-01-05");
        district.Act("WATER", ActType.AmendmentApproved, "2026", "GOV", ActAbout.Amendment, with: a => a with { Version = 2 });

        district.Finding("HIE-006", "2027-01-15").Sentence.Zh.Should().Be("《水利规划》调整修订的批准日期不够具体，无法确定是否在《全区纲要》（2026年2月10日）发布之后。");
    }

    [Fact]
    public void So_does_an_approval_of_which_the_year_alone_is_recorded()
    {
        var finding = District(2026, 2028, "2026").Finding("HIE-006", "2027-01-15");

        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Sentence.Zh.Should().Be("《水利规划》的批准日期不够具体，无法确定《全区纲要》（2026年2月10日发布）是否在其批准之后发布，是否须随之调整待核实。");
    }

    [Theory]
    [InlineData(2026, 2028, "2026-05-08")] // T-06: it follows the outline from birth.
    [InlineData(2026, 2030, "2022-05-08")] // The same horizon.
    [InlineData(2018, 2024, "2022-05-08")] // No overlap; expired too.
    public void It_does_not_concern(int from, int to, string approvedOn)
    {
        District(from, to, approvedOn).Findings("HIE-006", Today).Should().BeEmpty();
    }

    [Fact]
    public void An_outline_not_yet_published_asks_nothing()
    {
        var district = new TestDistrict();
        district.Plan("DEV-2026", PlanKind.Development, 2026, 2030);
        district.Act("DEV-2026", ActType.CongressApproved, "2026-01-30");
        district.Plan("WATER", PlanKind.Special, 2022, 2028);
        district.Act("WATER", ActType.GovernmentApproved, "2022-05-08");

        district.Findings("HIE-006", Today).Should().BeEmpty();
    }

    [Fact]
    public void A_plan_not_yet_approved_follows_it_in_its_draft()
    {
        var district = new TestDistrict();
        district.Plan("DEV-2026", PlanKind.Development, 2026, 2030);
        district.Act("DEV-2026", ActType.Published, "2026-02-10");
        district.Plan("WATER", PlanKind.Special, 2022, 2028);
        district.Act("WATER", ActType.DraftingStarted, "2021-05-08");

        district.Findings("HIE-006", Today).Should().BeEmpty();
    }

    [Fact]
    public void Each_outline_that_overlaps_asks_for_itself()
    {
        var district = District(2020, 2035, "2020-12-08");
        district.Plan("DEV-2021", PlanKind.Development, 2021, 2025);
        district.Act("DEV-2021", ActType.Published, "2021-03-10");

        district.Findings("HIE-006", Today).Select(f => f.Subjects[1].Text)
            .Should().Equal("500154/plans/DEV-2021", "500154/plans/DEV-2026");
    }

    [Fact]
    public void What_was_due_before_records_are_complete_is_silent()
    {
        var district = District();
        district.RecordedOn("2026-08-10");

        district.Findings("HIE-006", Today).Should().BeEmpty();
        district.On(Today).OwnPlans.SelectMany(HorizonDuty.On).Should().ContainSingle(d => d.IsNotRecorded);
    }

    [Fact]
    public void What_is_due_on_the_first_day_of_complete_records_is_judged()
    {
        var district = District();
        district.RecordedOn("2026-08-09");

        district.Findings("HIE-006", Today).Should().HaveCount(1);
    }

    [Fact]
    public void The_outline_itself_is_not_judged()
    {
        var district = new TestDistrict();
        district.Plan("DEV-2021", PlanKind.Development, 2021, 2026);
        district.Act("DEV-2021", ActType.Published, "2021-03-10");
        district.Plan("DEV-2026", PlanKind.Development, 2026, 2030);
        district.Act("DEV-2026", ActType.Published, "2026-02-10");

        district.Findings("HIE-006", Today).Should().BeEmpty();
    }

    [Theory]
    [InlineData("2026-08-10", "2026-08-09", Severity.Error)] // It was overdue when the longer term began.
    [InlineData("2026-08-09", "2026-12-07", Severity.Warning)] // It was not.
    public void A_longer_term_moves_no_day_gone_by(string from, string due, Severity severity)
    {
        var district = District();
        district.Policy(PolicyKeys.MismatchGraceDays, "300", from);

        HorizonDuty.On(district.On("2026-08-12").Plan(district.Key<Plan>("WATER"))!).Single().Due.Should().Be(DateOnly.Parse(due, null));
        district.Finding("HIE-006", "2026-08-12").Severity.Should().Be(severity);
    }
}
