using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules.Approval;
using static PlanRegistry.Tests.Reviews.ReviewedPlans;

namespace PlanRegistry.Tests.Approval;

[Trait("Rule", nameof(WhatIsPublishedWasApproved))]
public class WhatIsPublishedWasApprovedTests
{
    private const string Rule = "APR-012";
    private readonly TestDistrict district = new();

    [Theory]
    [InlineData(ActType.GovernmentApproved, "GOV")]
    [InlineData(ActType.GovernmentExamined, "GOV")]
    [InlineData(ActType.Issued, "GOV")]
    [InlineData(ActType.PartyReviewed, "PARTY")]
    [InlineData(ActType.Issued, "PARTY")] // What it issues in its own name it has reviewed.
    [InlineData(ActType.DepartmentApproved, "GOV")] // Of several words for an approval the body that gave it decides.
    [InlineData(ActType.GovernmentApproved, "PARTY")]
    public void What_the_government_or_the_Party_committee_let_through_complies(ActType type, string agency)
    {
        Draft(ApprovalLevel.Government);
        district.Act("SPE", type, "2024-06-05", agency);
        district.Act("SPE", ActType.Published, "2024-06-20", "TRANS");

        district.Findings(Rule, "2024-07-01").Should().BeEmpty();
        StatusOn("2024-07-01").Should().Be(PlanStatus.InForce);
    }

    [Theory]
    [InlineData("OTHER", false)]
    [InlineData("SPE", true)]
    [InlineData("OTHER SPE", true)]
    public void A_paper_that_names_other_plans_only_does_not_approve_this_one(string plans, bool approves)
    {
        Draft(ApprovalLevel.Government);
        district.Plan("OTHER", PlanKind.Special, 2024, 2028);
        district.Act("SPE", ActType.GovernmentApproved, "2024-06-05", "GOV", with: a => a with
        {
            Document = district.Document("REPLY", "GOV", d => d with { Plans = [.. plans.Split(' ').Select(district.Key<Plan>)] }).Key,
        });
        district.Act("SPE", ActType.Published, "2024-06-20", "TRANS");

        var sentences = district.Findings(Rule, "2024-07-01").Select(f => f.Sentence.Zh);

        sentences.Should().Equal(approves ? []
            : ["《SPE规划》仅有区政府2024年6月5日批准的记录，是否经过审批待核实：批准文件《REPLY》未写明本规划。"]);
    }

    [Theory]
    [InlineData("2024")]
    [InlineData("2024-06")]
    public void An_approval_of_a_month_or_year_not_yet_over_is_no_missing_one(string approved)
    {
        Draft(ApprovalLevel.Government);
        district.Act("SPE", ActType.GovernmentApproved, approved, "GOV");
        district.Act("SPE", ActType.Published, "2024-06-20", "TRANS");

        var told = approved == "2024" ? "2024年" : "2024年6月";
        foreach (var day in new[] { "2024-06-25", "2024-12-30", "2025-01-02" })
        {
            var finding = district.Finding(Rule, day);
            (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Unknown, Severity.Warning, new DateOnly(2024, 6, 20)));
            finding.Sentence.Zh.Should().Be($"《SPE规划》2024年6月20日发布与区政府{told}批准的先后无法判定。");
            finding.Sentence.En.Should().Be(
                $"Whether SPE规划 was published (2024-06-20) before it was approved by 区政府 ({approved}) cannot be said.");
        }
    }

    [Theory]
    [InlineData(ApprovalLevel.Department, Importance.Ordinary, null, true)]
    [InlineData(ApprovalLevel.Department, Importance.Major, null, false)]
    [InlineData(ApprovalLevel.Department, Importance.SpeciallyImportant, null, false)]
    [InlineData(ApprovalLevel.Department, Importance.Ordinary, true, false)]
    [InlineData(ApprovalLevel.Municipal, Importance.Ordinary, null, false)]
    [InlineData(ApprovalLevel.Congress, Importance.Ordinary, null, false)]
    public void A_departments_own_publication_is_enough_for_an_ordinary_plan_of_its_level_alone(
        ApprovalLevel level, Importance importance, bool? filing, bool complies)
    {
        Draft(level, p => p with { Importance = importance, MunicipalFiling = filing });
        district.Act("SPE", ActType.Published, "2024-06-20", "TRANS");

        district.Findings(Rule, "2024-07-01").Count.Should().Be(complies ? 0 : 1);
        StatusOn("2024-07-01").Should().Be(complies ? PlanStatus.InForce : PlanStatus.Drafting);
    }

    [Fact]
    public void Published_without_any_approval_it_is_blocked_and_not_in_force()
    {
        Draft(ApprovalLevel.Government);
        var publication = district.Act("SPE", ActType.Published, "2024-06-20", "TRANS");

        district.Findings(Rule, "2024-06-19").Should().BeEmpty();
        var finding = district.Finding(Rule, "2024-07-01");

        finding.Sentence.Zh.Should().Be("《SPE规划》已于2024年6月20日发布，未见区政府批准、审定、印发、发布或者区委审定的记录。");
        finding.Sentence.En.Should().Be("SPE规划 was published on 2024-06-20; approval, examination, issue or publication "
            + "by the district government, or review by the Party committee is not recorded.");
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Fail, Severity.Blocking, Day("2024-06-20")));
        finding.Key.Should().Be($"APR-012|500154/plans/SPE|{publication.Id}");
        finding.Remedies.Single().Text.Zh.Should().Be(
            "由区交通运输委按规定程序报请区政府批准、审定、印发、发布或者区委审定并录入审批记录；已经审批的，按原日期补录。");
        district.Light("SPE", "2024-07-01").Should().Be(Light.Red);
        StatusOn("2024-07-01").Should().Be(PlanStatus.Drafting);
    }

    [Fact]
    public void Approved_by_another_body_only_it_is_blocked_and_the_sentence_names_that_body()
    {
        Draft(ApprovalLevel.Government);
        district.Act("SPE", ActType.DepartmentApproved, "2024-06-05", "TRANS");
        district.Act("SPE", ActType.Published, "2024-06-20", "TRANS");

        district.Finding(Rule, "2024-07-01").Sentence.Zh.Should().Be(
            "《SPE规划》已于2024年6月20日发布，未见区政府批准、审定、印发、发布或者区委审定的记录，仅有区交通运输委2024年6月5日批准的记录。");
    }

    [Fact]
    public void An_outline_is_approved_by_the_congress_whatever_level_its_row_says()
    {
        district.Plan("DEV", PlanKind.Development, 2024, 2028, p => p with { ApprovalLevel = ApprovalLevel.Government });
        district.Act("DEV", ActType.DraftingStarted, "2024-01-10", "DRC");
        district.Act("DEV", ActType.GovernmentApproved, "2024-02-10", "GOV");
        district.Act("DEV", ActType.Published, "2024-03-10", "GOV");

        district.Finding(Rule, "2024-07-01").Severity.Should().Be(Severity.Blocking);
        district.Act("DEV", ActType.CongressApproved, "2024-03-01", "CONGRESS");
        district.Findings(Rule, "2024-07-01").Should().BeEmpty();
    }

    [Fact]
    public void Published_before_it_was_approved_it_is_blocked_until_then_and_a_warning_for_good()
    {
        Draft(ApprovalLevel.Government);
        district.Act("SPE", ActType.Published, "2024-05-20", "TRANS");
        district.Act("SPE", ActType.GovernmentApproved, "2024-06-10", "GOV");

        district.Finding(Rule, "2024-06-09").Severity.Should().Be(Severity.Blocking);
        StatusOn("2024-06-09").Should().Be(PlanStatus.Drafting);
        var finding = district.Finding(Rule, "2027-06-10");

        finding.Sentence.Zh.Should().Be("《SPE规划》于2024年5月20日发布，早于2024年6月10日批准，作为审计线索保留。");
        finding.Sentence.En.Should().Be(
            "SPE规划 was published on 2024-05-20, before its approval on 2024-06-10; this stays as a lead for auditors.");
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Fail, Severity.Warning, Day("2024-05-20")));
        StatusOn("2024-06-10").Should().Be(PlanStatus.InForce);
    }

    [Fact]
    public void Past_its_horizon_the_breach_stays_as_a_warning()
    {
        Draft(ApprovalLevel.Government);
        district.Act("SPE", ActType.Published, "2024-06-20", "TRANS");

        district.Finding(Rule, "2029-01-01").Severity.Should().Be(Severity.Warning);
    }

    [Fact]
    public void Approved_while_unlisted_it_is_a_warning_for_good_that_names_the_rule()
    {
        Draft(ApprovalLevel.Government, listed: false);
        var approval = district.Act("SPE", ActType.GovernmentApproved, "2024-06-10", "GOV");
        district.List("SR-LATER", ListTrack.SpecialAndRegional, 2024, "2024-07-15");
        district.Entry("SR-LATER", "SPE");

        district.Findings(Rule, "2024-06-09").Should().BeEmpty();
        var finding = district.Finding(Rule, "2024-10-30");

        finding.Sentence.Zh.Should().Be("《SPE规划》于2024年6月10日批准，其前一日仍有禁止办理的问题（CAT-001），作为审计线索保留。");
        finding.Sentence.En.Should().Be("SPE规划 was approved on 2024-06-10, though on the day before it was still blocked (CAT-001); "
            + "this stays as a lead for auditors.");
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Fail, Severity.Warning, Day("2024-06-10")));
        finding.Key.Should().Be($"APR-012|500154/plans/SPE|{approval.Id}");
        finding.Facts.Should().Contain(f => f.Name == "blocks" && f.Text.Zh.StartsWith("2024年6月9日评判（CAT-001）：", StringComparison.Ordinal));
    }

    [Fact]
    public void Published_and_nothing_else_recorded_it_is_unknown()
    {
        district.Plan("SPE", PlanKind.Special, 2024, 2028, p => p with { ApprovalLevel = ApprovalLevel.Government });
        district.Act("SPE", ActType.Published, "2024-06-20", "TRANS");

        var finding = district.Finding(Rule, "2024-07-01");

        finding.Sentence.Zh.Should().Be("《SPE规划》已于2024年6月20日发布，未录入其他办理记录，是否经过审批待核实。");
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Unknown, Severity.Warning, Day("2024-06-20")));
    }

    [Fact]
    public void Where_the_level_is_not_recorded_a_department_alone_is_unknown_and_the_government_enough()
    {
        Draft(null);
        district.Act("SPE", ActType.Published, "2024-06-20", "TRANS");

        district.Finding(Rule, "2024-07-01").Sentence.Zh.Should().Be(
            "《SPE规划》审批层级未录入，仅有区交通运输委2024年6月20日发布的记录，是否须经区政府等审批待核实。");
        StatusOn("2024-07-01").Should().Be(PlanStatus.Drafting, "what is open is no approval");
        district.Act("SPE", ActType.GovernmentApproved, "2024-06-10", "GOV");
        district.Findings(Rule, "2024-07-01").Should().BeEmpty();
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("GOV", false)]
    public void The_governments_office_must_say_for_whom_it_issued(string? principal, bool open)
    {
        Draft(ApprovalLevel.Government);
        var document = district.Document("D-1", "GOVOFFICE",
            d => d with { OnBehalfOf = principal is null ? null : [district.Key<Agency>(principal)] });
        district.Act("SPE", ActType.Issued, "2024-06-20", "GOVOFFICE", with: a => a with { Document = document.Key });

        var findings = district.Findings(Rule, "2024-07-01");

        findings.Select(f => f.Sentence.Zh).Should().Equal(open
            ? ["《SPE规划》仅有区政府办公室2024年6月20日印发的记录，未注明代区政府或者区委行文，是否经过审批待核实。"] : Array.Empty<string>());
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("PARTY;GOV", false)]
    [InlineData("PARTY", false)]
    public void Both_offices_that_issue_together_must_say_for_whom(string? principals, bool open)
    {
        Draft(ApprovalLevel.Government);
        var document = district.Document("D-1", "PARTYOFFICE", d => d with
        {
            CoIssuers = [district.Key<Agency>("GOVOFFICE")],
            OnBehalfOf = principals?.Split(';').Select(district.Key<Agency>).ToList(),
        });
        district.Act("SPE", ActType.Issued, "2024-06-20", "PARTYOFFICE",
            with: a => a with { CoAgencies = [district.Key<Agency>("GOVOFFICE")], Document = document.Key });

        district.Findings(Rule, "2024-07-01").Select(f => f.Sentence.Zh).Should().Equal(open
            ? ["《SPE规划》仅有区委办公室、区政府办公室2024年6月20日印发的记录，未注明代区政府或者区委行文，是否经过审批待核实。"] : Array.Empty<string>());
    }

    [Fact]
    public void An_approval_of_nobody_is_none()
    {
        Draft(ApprovalLevel.Government);
        district.Act("SPE", ActType.GovernmentApproved, "2024-06-05", "-");
        district.Act("SPE", ActType.Published, "2024-06-20", "TRANS");

        var finding = district.Finding(Rule, "2024-07-01");
        finding.Sentence.Zh.Should().Be("《SPE规划》仅有2024年6月5日政府批准的记录，是否经过审批待核实：办理单位未录入。");
        finding.Sentence.En.Should().Be("Of SPE规划 all there is is this: approved by the government (2024-06-05); "
            + "whether it was approved is to be checked: whose word it is is not recorded.");
        (finding.Verdict, finding.Severity).Should().Be((Verdict.Unknown, Severity.Warning));
        StatusOn("2024-07-01").Should().NotBe(PlanStatus.InForce);
    }

    [Theory]
    [InlineData("GOV", null)]
    [InlineData("TRANS", "《SPE规划》已于2024年6月20日发布，未见区政府批准、审定、印发、发布或者区委审定的记录，仅有区交通运输委2024年6月5日批准的记录。")]
    [InlineData(null, "《SPE规划》仅有2024年6月5日政府批准的记录，是否经过审批待核实：办理单位未录入。")]
    public void Where_the_row_names_nobody_its_document_tells_who_approved(string? issuer, string? sentence)
    {
        Draft(ApprovalLevel.Government);
        var document = district.Document("D-1", issuer);
        district.Act("SPE", ActType.GovernmentApproved, "2024-06-05", "-", with: a => a with { Document = document.Key });
        district.Act("SPE", ActType.Published, "2024-06-20", "TRANS");

        district.Findings(Rule, "2024-07-01").Select(f => f.Sentence.Zh).Should().Equal(sentence is null ? [] : [sentence]);
    }

    [Fact]
    public void A_bureau_that_is_called_municipal_in_its_row_alone_approves_nothing()
    {
        Draft(ApprovalLevel.Municipal);
        district.Add(district.Agency("FAKE", "示例区林业局", AgencyRole.Department) with { Tier = PlanTier.Municipal });
        district.Act("SPE", ActType.MunicipalApproved, "2024-06-05", "FAKE");
        district.Act("SPE", ActType.Published, "2024-06-20", "TRANS");

        district.Finding(Rule, "2024-07-01").Sentence.Zh.Should().Be(
            "《SPE规划》仅有示例区林业局2024年6月5日批准的记录，是否经过审批待核实：示例区林业局的名称与所录层级（市级）不符。");
    }

    [Fact]
    public void Days_that_contradict_each_other_are_unknown_and_both_named()
    {
        Draft(ApprovalLevel.Government);
        district.Act("SPE", ActType.GovernmentApproved, "2024-06-10", "GOV");
        district.Act("SPE", ActType.Submitted, "2024-06-15", "TRANS");
        district.Act("SPE", ActType.Published, "2024-06-20", "TRANS");

        var finding = district.Finding(Rule, "2024-07-01");

        finding.Sentence.Zh.Should().Be("《SPE规划》的办理日期相互矛盾：区交通运输委2024年6月15日报批，晚于区政府2024年6月10日批准。");
        finding.Sentence.En.Should().Be("The days of SPE规划 contradict each other: submitted by 区交通运输委 (2024-06-15), "
            + "after it was approved by 区政府 (2024-06-10).");
        (finding.Verdict, finding.Severity).Should().Be((Verdict.Unknown, Severity.Warning));
    }

    [Fact]
    public void An_approval_told_by_the_month_of_the_publication_leaves_the_order_open()
    {
        Draft(ApprovalLevel.Government);
        district.Act("SPE", ActType.GovernmentApproved, "2024-06", "GOV");
        district.Act("SPE", ActType.Published, "2024-06-20", "TRANS");

        district.Finding(Rule, "2024-07-01").Sentence.Zh.Should().Be("《SPE规划》2024年6月20日发布与区政府2024年6月批准的先后无法判定。");
    }

    [Fact]
    public void What_was_published_before_the_records_began_is_the_archives_matter()
    {
        Draft(ApprovalLevel.Government);
        district.Act("SPE", ActType.Published, "2024-06-20", "TRANS");
        district.RecordedOn("2025-01-01");

        district.Findings(Rule, "2026-07-01").Should().BeEmpty();
        district.Finding("REV-006", "2026-07-01").Sentence.Zh.Should().Contain("批准的办理记录");
        StatusOn("2026-07-01").Should().Be(PlanStatus.InForce);
    }

    [Fact]
    public void Drafts_are_not_judged_and_secret_plans_are()
    {
        Draft(ApprovalLevel.Government);
        district.Findings(Rule, "2024-07-01").Should().BeEmpty();

        district.Plan("SEC", PlanKind.Special, 2024, 2028,
            p => p with { ApprovalLevel = ApprovalLevel.Government, Secrecy = Secrecy.Secret, Title = "涉密规划" });
        district.Act("SEC", ActType.DraftingStarted, "2024-02-01", "TRANS");
        district.Act("SEC", ActType.Issued, "2024-06-20", "TRANS");
        district.Finding(Rule, "2024-07-01").Sentence.Zh.Should().StartWith("涉密规划（SEC）已于2024年6月20日印发，未见");
    }

    private void Draft(ApprovalLevel? level, Func<Plan, Plan>? with = null, bool listed = true)
    {
        district.List("SR-2024", ListTrack.SpecialAndRegional, 2024, "2024-01-20");
        district.Plan("SPE", PlanKind.Special, 2024, 2028,
            p => (with ?? (plan => plan))(p with { ApprovalLevel = level }));
        if (listed)
        {
            district.Entry("SR-2024", "SPE");
        }
        district.Act("SPE", ActType.DraftingStarted, "2024-02-01", "TRANS");
    }

    private PlanStatus StatusOn(string day) => district.On(day).Plan(district.Key<Plan>("SPE"))!.Status;
}
