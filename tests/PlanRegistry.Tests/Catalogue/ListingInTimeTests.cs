using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules.Catalogue;

namespace PlanRegistry.Tests.Catalogue;

/// <summary>CAT-001 over the years: replaced lists, dropped entries, ended and proposed plans, days told by the year alone.</summary>
[Trait("Rule", nameof(PlanStandsOnADirectoryList))]
public sealed class ListingInTimeTests
{
    private const string Today = "2026-11-22";

    /// <summary>A plan listed in 2023; a new list replaced that one in 2026 and does not have it.</summary>
    private static TestDistrict District()
    {
        var district = new TestDistrict();
        district.List("SR-2023", ListTrack.SpecialAndRegional, 2023, "2023-03-20");
        district.List("SR-2026", ListTrack.SpecialAndRegional, 2026, "2026-03-20",
            l => l with { Replaces = district.Key<DirectoryList>("SR-2023") });
        district.Plan("TRANSPORT", PlanKind.Special, 2024, 2028, p => p with { Title = "综合交通规划" });
        district.Entry("SR-2023", "TRANSPORT");
        return district;
    }

    [Fact]
    public void What_was_begun_stays_listed_after_its_list_is_replaced()
    {
        var district = District();
        district.Act("TRANSPORT", ActType.DraftingStarted, "2023-05-08");

        district.Findings("CAT-001", Today).Should().BeEmpty();
    }

    [Fact]
    public void What_was_not_begun_is_listed_no_more_and_gets_no_money()
    {
        var district = District();

        district.On("2026-03-19").Plan(district.Key<Plan>("TRANSPORT"))!.IsListed.Should().BeTrue();
        district.On("2026-03-20").Plan(district.Key<Plan>("TRANSPORT"))!.IsListed.Should().BeFalse();
        district.Judge(Today).ForMoney(district.Key<Plan>("TRANSPORT")).Should().ContainSingle(f => f.Rule == "CAT-001")
            .Which.Severity.Should().Be(Severity.Blocking);
    }

    [Theory]
    [InlineData(ListTrack.SpecialAndRegional)]
    [InlineData(ListTrack.Combined)]
    public void A_later_list_of_its_track_may_drop_it(ListTrack track)
    {
        var district = District();
        district.Act("TRANSPORT", ActType.DraftingStarted, "2023-05-08");
        district.List("SR-2026", track, 2026, "2026-03-20", l => l with { Replaces = district.Key<DirectoryList>("SR-2023") });
        district.Entry("SR-2026", "TRANSPORT", e => e with { Dropped = true, DroppedReason = "并入综合规划" });

        district.Findings("CAT-001", "2026-03-19").Should().BeEmpty();
        var finding = district.Finding("CAT-001", Today);
        finding.Verdict.Should().Be(Verdict.Fail);
        finding.Severity.Should().Be(Severity.Blocking);
        finding.Sentence.Zh.Should().Be("《综合交通规划》已被目录清单SR-2026移出，不得继续编制或批准实施。");
        finding.Sentence.En.Should().Be("综合交通规划 was dropped by the directory list SR-2026; it may be neither drafted nor approved.");
        finding.Since.Should().Be(new DateOnly(2026, 3, 20));
        finding.Facts.Should().Contain(f => f.Name == "dropped");
    }

    [Fact]
    public void A_list_of_another_track_drops_nothing()
    {
        var district = District();
        district.Act("TRANSPORT", ActType.DraftingStarted, "2023-05-08");
        district.List("SP-2026", ListTrack.Spatial, 2026, "2026-04-20");
        district.Entry("SP-2026", "TRANSPORT", e => e with { Dropped = true });

        district.Findings("CAT-001", Today).Should().BeEmpty();
    }

    [Fact]
    public void A_list_not_yet_approved_drops_nothing()
    {
        var district = District();
        district.Act("TRANSPORT", ActType.DraftingStarted, "2023-05-08");
        district.List("SR-2027", ListTrack.SpecialAndRegional, 2027, null, l => l with { SubmittedOn = PartialDate.Parse("2026-10-10") });
        district.Entry("SR-2027", "TRANSPORT", e => e with { Dropped = true });

        district.Findings("CAT-001", Today).Should().BeEmpty();
    }

    [Fact]
    public void A_still_later_list_may_take_it_up_again()
    {
        var district = District();
        district.Act("TRANSPORT", ActType.DraftingStarted, "2023-05-08");
        district.Entry("SR-2026", "TRANSPORT", e => e with { Dropped = true });
        district.List("SR-2026B", ListTrack.SpecialAndRegional, 2026, "2026-09-20");
        district.Entry("SR-2026B", "TRANSPORT");

        district.Findings("CAT-001", Today).Should().BeEmpty();
    }

    [Theory]
    [InlineData(ActType.Withdrawn)]
    [InlineData(ActType.Superseded)]
    public void A_plan_that_has_ended_is_not_judged(ActType end)
    {
        var district = new TestDistrict();
        district.List("SR-2023", ListTrack.SpecialAndRegional, 2023, "2023-03-20");
        district.Plan("TRANSPORT", PlanKind.Special, 2024, 2028);
        district.Act("TRANSPORT", ActType.DraftingStarted, "2023-05-08");
        district.End("TRANSPORT", end, "2026-05-08");

        district.Findings("CAT-001", "2026-05-07").Should().HaveCount(1);
        district.Findings("CAT-001", Today).Should().BeEmpty();
    }

    [Fact]
    public void A_plan_unlisted_on_its_last_day_stays_a_warning_whatever_comes_later()
    {
        var district = new TestDistrict();
        district.List("SR-2021", ListTrack.SpecialAndRegional, 2021, "2021-03-20");
        district.Plan("TRANSPORT", PlanKind.Special, 2021, 2025);
        district.Act("TRANSPORT", ActType.DraftingStarted, "2021-05-08");

        var before = district.Finding("CAT-001", "2025-12-31");
        district.List("SR-2026", ListTrack.SpecialAndRegional, 2026, "2026-03-20");
        district.Entry("SR-2026", "TRANSPORT");
        var after = district.Finding("CAT-001", "2026-06-01");

        after.Sentence.Zh.Should().Be(
            "《TRANSPORT规划》至规划期末（2025年12月31日）一直未列入规划编制目录清单，仍有编制、审批等行为的，作为审计线索保留。");
        after.Sentence.En.Should().Be("TRANSPORT规划 stood on no approved directory list to the end of its horizon (2025-12-31); "
            + "what was done with it stays as a lead for auditors.");
        (after.Key, after.Verdict, after.Severity, after.Since).Should().Be((before.Key, Verdict.Fail, Severity.Warning,
            new DateOnly(2026, 1, 1)));
        before.Severity.Should().Be(Severity.Blocking);
    }

    [Theory]
    [InlineData("listed")]
    [InlineData("exempted")]
    [InlineData("no list")]
    [InlineData("withdrawn")]
    public void A_plan_that_was_not_blocked_on_its_last_day_is_not_judged_past_its_horizon(string how)
    {
        var district = new TestDistrict();
        if (how != "no list")
        {
            district.List("SR-2021", ListTrack.SpecialAndRegional, 2021, "2021-03-20");
        }
        district.Plan("TRANSPORT", PlanKind.Special, 2021, 2025);
        district.Act("TRANSPORT", ActType.DraftingStarted, "2021-05-08");
        _ = how switch
        {
            "listed" => (object)district.Entry("SR-2021", "TRANSPORT"),
            "exempted" => district.Exemption("TRANSPORT", "GOV", "2021-05-01"),
            "withdrawn" => district.Act("TRANSPORT", ActType.Withdrawn, "2025-06-01", "TRANS"),
            _ => how,
        };

        district.Findings("CAT-001", "2026-01-01").Should().BeEmpty();
    }

    [Fact]
    public void A_proposed_plan_is_judged_for_money_alone()
    {
        var district = new TestDistrict();
        district.List("SR-2026", ListTrack.SpecialAndRegional, 2026, "2026-03-20");
        district.Plan("TRANSPORT", PlanKind.Special, 2026, 2030);
        district.Act("TRANSPORT", ActType.PartyProposal, "2026-01-08");

        var judgement = district.Judge(Today);
        judgement.Findings.Should().NotContain(f => f.Rule == "CAT-001");
        judgement.ForMoney(district.Key<Plan>("TRANSPORT")).Should().ContainSingle(f => f.Rule == "CAT-001")
            .Which.Should().Match<Finding>(
                f => f.Verdict == Verdict.Fail && f.Severity == Severity.Blocking && f.Since == new DateOnly(2026, 11, 22));
    }

    [Fact]
    public void A_secret_plan_is_judged_too()
    {
        var district = new TestDistrict();
        district.List("SR-2026", ListTrack.SpecialAndRegional, 2026, "2026-03-20");
        district.Plan("S-1", PlanKind.Special, 2026, 2030, p => p with { Title = "涉密规划", Secrecy = Secrecy.Secret });
        district.Act("S-1", ActType.DraftingStarted, "2026-05-08");

        district.Finding("CAT-001", Today).Sentence.Zh.Should().Be("涉密规划（S-1）未列入规划编制目录清单，不得编制或批准实施。");
    }

    [Theory]
    [InlineData("2026", null)]
    [InlineData(null, "渝文〔2026〕1号")]
    public void A_list_whose_day_of_approval_is_not_told_leaves_its_plans_open(string? approvedOn, string? document)
    {
        var district = new TestDistrict();
        district.List("SR-2026", ListTrack.SpecialAndRegional, 2026, approvedOn,
            l => l with { ApprovalDocument = document is null ? null : district.Document(document, "GOV").Key });
        district.Plan("TRANSPORT", PlanKind.Special, 2026, 2030, p => p with { Title = "综合交通规划" });
        district.Entry("SR-2026", "TRANSPORT", e => e with { Code = "3" });
        district.Act("TRANSPORT", ActType.DraftingStarted, "2026-05-08");

        var finding = district.Finding("CAT-001", Today);
        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Severity.Should().Be(Severity.Warning);
        finding.Sentence.Zh.Should().Be("《综合交通规划》在目录清单SR-2026第3项，但该清单的批准日期或者批准文件的日期未录入或不够具体，是否已列入待核实。");
        finding.Remedies.Should().ContainSingle(r => r.Act == "correctRecord" && r.Agency!.Name == "区发展改革委");
    }

    [Fact]
    public void An_approved_plan_that_is_unlisted_stays_blocking()
    {
        var district = new TestDistrict();
        district.List("SR-2023", ListTrack.SpecialAndRegional, 2023, "2023-03-20");
        district.Plan("TRANSPORT", PlanKind.Special, 2024, 2028);
        district.Act("TRANSPORT", ActType.DraftingStarted, "2023-05-08");
        district.Act("TRANSPORT", ActType.GovernmentApproved, "2023-12-08");

        district.Finding("CAT-001", Today).Severity.Should().Be(Severity.Blocking);
    }
}
