using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Rectification;
using PlanRegistry.Reviews;
using PlanRegistry.Rules.Trials;
using PlanRegistry.Settlement;

namespace PlanRegistry.Tests.Reviews;

/// <summary>待办事项: what is owed from wherever it comes, each thing once.</summary>
public sealed class OwedDutyTests
{
    private readonly TestDistrict district = new();

    private IReadOnlyList<OwedDuty> Owed(string day) =>
        [.. OwedDuty.Of(district.On(day), district.On(day).OwnPlans, district.Judge(day).Findings).OrderBy(d => d.Due)];

    [Fact]
    public void Reports_and_disclosures_are_owed_by_the_lead_agency_and_what_is_done_is_not()
    {
        district.WithDevelopmentPlan();
        district.Report("DEV", ActAbout.Annual, 2021, "2022-04-15");

        var owed = Owed("2022-05-01").Where(d => d.Kind != DutyKind.Finding).ToList();

        owed.Should().NotContain(d => d.Kind == DutyKind.Annual && d.Year == 2021)
            .And.Contain(d => d.Kind == DutyKind.Annual && d.Year == 2022 && d.State == DutyState.Upcoming)
            .And.Contain(d => d.Kind == DutyKind.MidTerm).And.Contain(d => d.Kind == DutyKind.Final)
            .And.Contain(d => d.Kind == DutyKind.Disclosure && d.Year == 2021)
            .And.OnlyContain(d => d.Agency!.Code == "DRC");
    }

    [Fact]
    public void A_report_that_is_overdue_is_owed_once_and_names_its_finding()
    {
        district.WithDevelopmentPlan();

        var owed = Owed("2022-07-01").Where(d => d.Due == new DateOnly(2022, 6, 30)).ToList();

        owed.Select(d => (d.Kind, d.State)).Should().BeEquivalentTo(
            [(DutyKind.Annual, DutyState.Overdue), (DutyKind.Disclosure, DutyState.Overdue)]);
        owed.Should().OnlyContain(d => d.Finding != null && d.Finding.Due == d.Due);
        owed.Single(d => d.Kind == DutyKind.Annual).Missing().Select(m => m.Zh).Should().Equal("2021年度监测分析报告尚无报送记录");
        owed.Single(d => d.Kind == DutyKind.Disclosure).Reason().Should().Be(new PlanRegistry.Records.Text(
            "2021年度实施进展应不晚于2022年6月30日公布。", "The progress of 2021 is to be disclosed by 2022-06-30."));
    }

    [Fact]
    public void Past_the_horizon_only_a_disclosure_that_was_overdue_by_then_is_owed_as_the_rule_has_it()
    {
        district.WithDevelopmentPlan();

        var owed = Owed("2026-11-22").Where(d => d.Kind == DutyKind.Disclosure).ToList();

        owed.Select(d => d.Year).Should().Equal(2021, 2022, 2023, 2024);
        district.Finding("PUB-001", "2026-11-22").Sentence.Zh.Should().Contain("2024年度").And.NotContain("2025年度");
    }

    [Fact]
    public void What_is_a_duty_and_was_handed_out_is_owed_once_and_says_both()
    {
        district.WithDevelopmentPlan();
        var finding = Owed("2022-07-01").Single(d => d is { Kind: DutyKind.Annual, State: DutyState.Overdue }).Finding!;
        district.Add(new HandOut
        {
            Finding = finding.Key, Agency = district.Key<PlanRegistry.Catalogue.Agency>("TRANS"),
            On = PartialDate.Parse("2022-07-01"), Due = PartialDate.Parse("2022-07-20"),
        });

        var owed = Owed("2022-07-01").Where(d => d.Finding?.Key == finding.Key).ToList();

        var one = owed.Should().ContainSingle().Subject;
        (one.Kind, one.Year, one.Due, one.Agency!.Code).Should().Be((DutyKind.HandedOut, 2021, new DateOnly(2022, 7, 20), "TRANS"));
        one.Missing().Select(m => m.Zh).Should().Equal("2021年度监测分析报告尚无报送记录");
        one.Reason().Zh.Should().Contain("要求开展年度监测分析").And.EndWith("此事已于2022年7月1日交办。");
    }

    [Theory]
    [InlineData("2026-02-28", false)]
    [InlineData("2026-03-01", true)]
    [InlineData("2026-03-31", true)]
    [InlineData("2026-04-01", false)]
    public void An_exemption_that_is_about_to_end_is_told_to_the_lead_agency(string day, bool isTold)
    {
        district.Plan("ROADS", PlanKind.Special, 2026, 2030);
        district.Act("ROADS", ActType.DraftingStarted, "2026-01-10", "TRANS");
        district.List("SR-2026", PlanRegistry.Catalogue.ListTrack.SpecialAndRegional, 2026, "2026-01-05");
        district.Exemption("ROADS", "GOV", "2026-01-01", e => e with { To = PartialDate.Parse("2026-03-31") });

        var told = AwaitedSteps.Of(district.On(day)).Where(d => d.Kind == DutyKind.ExemptionEnding).ToList();

        told.Select(d => (d.Due, d.Agency!.Code, d.Reason().Zh)).Should().Equal(!isTold ? [] : [(new DateOnly(2026, 3, 31), "TRANS",
            "例外情形（《ROADS-EXEMPTION》）于2026年3月31日到期；请在此前列入目录清单，或者取得延续的明确要求（到期前30日起提示，本系统默认）。")]);
    }

    [Fact]
    public void An_exemption_that_is_followed_by_another_or_needed_no_more_is_no_duty()
    {
        district.Plan("ROADS", PlanKind.Special, 2026, 2030);
        district.Plan("PORTS", PlanKind.Special, 2026, 2030);
        district.Exemption("ROADS", "GOV", "2026-01-01", e => e with { To = PartialDate.Parse("2026-03-31") });
        district.Exemption("PORTS", "GOV", "2026-01-01", e => e with { To = PartialDate.Parse("2026-03-31") });
        district.Add(district.Exemption("PORTS", "GOV", "2026-04-01", e => e with { Document = district.Document("NEXT", "GOV").Key }));
        district.List("SR-2026", PlanRegistry.Catalogue.ListTrack.SpecialAndRegional, 2026, "2026-03-05");
        district.Entry("SR-2026", "ROADS");

        AwaitedSteps.Of(district.On("2026-03-20")).Should().NotContain(d => d.Kind == DutyKind.ExemptionEnding);
    }

    [Fact]
    public void A_finding_that_is_no_duty_is_owed_by_whom_it_names()
    {
        district.WithDevelopmentPlan();
        district.Plan("ROADS", PlanRegistry.Records.PlanKind.Special, 2022, 2025);
        district.Act("ROADS", ActType.DraftingStarted, "2022-02-01", "TRANS");
        district.List("SR-2021", PlanRegistry.Catalogue.ListTrack.SpecialAndRegional, 2021, "2021-03-01");

        var findings = Owed("2022-03-01").Where(d => d.Kind == DutyKind.Finding).ToList();

        findings.Should().NotBeEmpty().And.OnlyContain(d => d.Finding!.Due == d.Due && d.Reason() == d.Finding.Sentence);
        findings.Should().Contain(d => d.Plan!.Value.Code == "ROADS");
    }

    [Fact]
    public void What_was_handed_out_and_is_put_off_by_leave_is_put_off_for_who_got_it()
    {
        district.WithDevelopmentPlan();
        var finding = district.Finding("REV-001", "2022-09-01");
        district.Add(new HandOut
        {
            Finding = finding.Key, Agency = district.Key<Agency>("EDU"), On = PartialDate.Parse("2022-08-01"),
            Due = PartialDate.Parse("2022-08-20"),
        });
        district.Add(new Waiver
        {
            Code = "W", Rule = "REV-001", Plan = district.Key<Plan>("DEV"), From = PartialDate.Parse("2022-08-10"),
            To = PartialDate.Parse("2022-12-31"), Document = district.Document("LEAVE", "PARTY", d => d with
            {
                IssuedOn = PartialDate.Parse("2022-08-10"), Plans = [district.Key<Plan>("DEV")],
            }).Key,
        });

        Owed("2022-09-01").Single(d => d.Kind == DutyKind.HandedOut).Should().BeEquivalentTo(
            new { Due = new DateOnly(2022, 12, 31), State = DutyState.Upcoming });
    }

    [Fact]
    public void What_is_owed_by_a_rule_is_owed_by_one_that_there_is() =>
        PlanRegistry.Rules.RuleBook.Cards.Select(c => TriedRules.Of(c.Code, false, default).What)
            .OfType<PlanRegistry.Conformance.Obliged>().Should().OnlyHaveUniqueItems().And.Contain(Enum.GetValues<DutyKind>()
                .Select(k => new OwedDuty { Kind = k, Id = "", Due = default, State = default, Reason = () => default }.By)
                .OfType<PlanRegistry.Conformance.Obliged>());
}
