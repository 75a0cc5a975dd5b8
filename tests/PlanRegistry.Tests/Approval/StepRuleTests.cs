using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules.Alignment;
using PlanRegistry.Rules.Approval;

namespace PlanRegistry.Tests.Approval;

/// <summary>The rules about the steps of special and regional plans: each complies, breaks, does not apply, and is open.</summary>
public sealed class StepRuleTests
{
    [Fact, Trait("Rule", nameof(StepsAreTakenInOrder))]
    public void APR_002_An_approval_without_a_submission_is_out_of_order()
    {
        const string rule = "APR-002";
        var plan = new ProceduralPlan().Prepared();
        plan.Approved();
        plan.Sentences(rule).Should().Equal("FAIL 《SPE规划》2024年6月5日政府批准时，未见报批记录。");

        plan.Submitted();
        plan.Sentences(rule).Should().BeEmpty();
    }

    [Fact]
    public void APR_002_Where_nothing_of_its_preparation_is_told_silence_is_no_breach()
    {
        var plan = new ProceduralPlan();
        plan.Approved();

        plan.Sentences("APR-002").Should().BeEmpty();
    }

    [Theory]
    [InlineData("GOV", "CONDITIONAL 《SPE规划》2024年6月5日政府批准，未见报批记录；已有越序依据，须人工确认。")]
    [InlineData("TRANS", "FAIL 《SPE规划》2024年6月5日政府批准时，未见报批记录；越序依据存疑：区交通运输委无权办理，应为区委或者区政府或者市级以上党委、政府和部门。")]
    [InlineData(null, "UNKNOWN 《SPE规划》2024年6月5日政府批准时，未见报批记录；越序依据存疑：办理单位未录入。")]
    public void APR_002_A_step_out_of_order_by_leave_stays_visible(string? issuer, string sentence)
    {
        var plan = new ProceduralPlan().Prepared();
        plan.District.Act("SPE", ActType.GovernmentApproved, "2024-06-05", "GOV",
            with: a => a with { Override = plan.District.Document("LEAVE", issuer).Key });

        plan.Sentences("APR-002").Should().Equal(sentence);
    }

    [Theory, Trait("Rule", nameof(SpecialAndRegionalPlansAreSubmittedJointly))]
    [InlineData("TRANS DRC", null)]
    [InlineData("TRANS", "FAIL 《SPE规划》2024年5月10日报批时，报送单位中没有区发展改革委。")]
    [InlineData("DRC EDU", "UNKNOWN")]
    [InlineData("", "UNKNOWN 《SPE规划》2024年5月10日报批时，主办单位未录入。")]
    public void APR_004_Special_plans_are_submitted_jointly(string hosts, string? sentence)
    {
        var plan = new ProceduralPlan().Prepared();
        plan.Submitted(with: a => a with
        {
            Agency = null, Hosts = hosts.Length == 0 ? null : [.. hosts.Split(' ').Select(plan.District.Key<Agency>)],
        });

        var told = plan.Sentences("APR-004");
        if (sentence == "UNKNOWN")
        {
            told.Should().Equal("FAIL 《SPE规划》2024年5月10日报批时，报送单位中没有规划牵头单位。");
            return;
        }
        told.Should().Equal(sentence is null ? [] : [sentence]);
    }

    [Fact]
    public void APR_004_A_plan_that_its_department_publishes_is_not_submitted_jointly()
    {
        var plan = new ProceduralPlan(p => p with { ApprovalLevel = ApprovalLevel.Department }).Prepared();
        plan.Submitted(with: a => a with { Hosts = [plan.District.Key<Agency>("TRANS")] });

        plan.Sentences("APR-004").Should().BeEmpty();
    }

    [Fact, Trait("Rule", nameof(SpeciallyImportantPlansGoToThePartyCommittee))]
    public void APR_005_A_specially_important_plan_is_reviewed_by_the_Party_committee_and_issued_by_the_government()
    {
        const string rule = "APR-005";
        var plan = new ProceduralPlan(p => p with { Importance = Importance.SpeciallyImportant }).Prepared();
        plan.Submitted();
        plan.Approved();
        plan.District.Act("SPE", ActType.Published, "2024-07-01", "GOV");
        plan.Sentences(rule).Should().Equal("FAIL 《SPE规划》2024年7月1日发布时，未见区委审定。");

        var review = plan.District.Act("SPE", ActType.PartyReviewed, "2024-06-20", "-");
        plan.Sentences(rule).Should().Equal("UNKNOWN 《SPE规划》2024年7月1日发布时，区委审定待核实：办理单位未录入。");

        plan.District.Add(review with { Agency = plan.District.Key<Agency>("PARTY") });
        plan.Sentences(rule).Should().BeEmpty();

        new ProceduralPlan().Sentences(rule).Should().BeEmpty("it is no specially important plan");
    }

    [Fact]
    public void APR_005_Its_paper_is_the_governments()
    {
        var plan = new ProceduralPlan(p => p with { Importance = Importance.SpeciallyImportant }).Prepared();
        plan.Submitted();
        plan.Approved();
        plan.District.Act("SPE", ActType.PartyReviewed, "2024-06-20", "PARTY");
        plan.District.Act("SPE", ActType.Published, "2024-07-01", "TRANS",
            with: a => a with { Document = plan.District.Document("ISSUE", "TRANS").Key });

        plan.Sentences("APR-005").Should().Equal(
            "FAIL 《SPE规划》2024年7月1日发布时，没有以区政府名义发布：区交通运输委无权办理，应为区政府。");
    }

    [Fact, Trait("Rule", nameof(DepartmentPlansAreAlignedAndFiled))]
    public void APR_006_A_departments_plan_is_aligned_and_filed_in_time()
    {
        const string rule = "APR-006";
        var plan = new ProceduralPlan(p => p with { ApprovalLevel = ApprovalLevel.Department }).Prepared();
        plan.District.Act("SPE", ActType.Published, "2024-07-01", "TRANS");
        plan.Sentences(rule, "2024-07-31").Should().BeEmpty("it is not due yet");

        var finding = plan.District.Finding(rule, "2024-08-01");
        finding.Sentence.Zh.Should().Be("《SPE规划》由部门发布，未见报区发展改革委备案的记录，应不晚于2024年7月31日备案。");
        finding.Severity.Should().Be(Severity.Warning);

        plan.District.Act("SPE", ActType.Filed, "2024-08-05", "TRANS");
        plan.Sentences(rule).Should().BeEmpty();
    }

    [Theory]
    [InlineData("2024-06", "FAIL 《SPE规划》由部门发布，未见区发展改革委与全区发展规划的衔接。", false)]
    [InlineData("2024-07", "UNKNOWN 《SPE规划》由部门发布，区发展改革委与全区发展规划的衔接（2024年7月）与其先后无法判定。", true)]
    public void APR_006_Its_alignment_comes_before(string aligned, string sentence, bool isRecorded)
    {
        var plan = new ProceduralPlan(p => p with { ApprovalLevel = ApprovalLevel.Department }).Prepared(ActType.Aligned);
        plan.District.Act("SPE", ActType.Published, "2024-07-10", "TRANS");
        plan.District.Act("SPE", ActType.Filed, "2024-07-20", "TRANS");
        if (isRecorded)
        {
            plan.District.Act("SPE", ActType.Aligned, aligned, "DRC");
        }

        plan.Sentences("APR-006").Should().Equal(sentence);
    }

    [Fact, Trait("Rule", nameof(MunicipalFilingFollowsTheGovernmentsExamination))]
    public void APR_007_What_is_filed_with_the_municipality_was_examined_by_the_government_before()
    {
        const string rule = "APR-007";
        var plan = new ProceduralPlan(p => p with { MunicipalFiling = true }).Prepared();
        plan.Submitted();
        plan.District.Act("SPE", ActType.PartyReviewed, "2024-06-20", "PARTY");
        plan.District.Act("SPE", ActType.Filed, "2024-07-01", "TRANS");
        plan.Sentences(rule).Should().Equal("FAIL 《SPE规划》2024年7月1日备案时，未见区政府审定。");

        var examined = plan.District.Act("SPE", ActType.GovernmentExamined, "2024-06", "GOV");
        plan.Sentences(rule).Should().BeEmpty();
        plan.District.Add(examined with { On = PartialDate.Parse("2024-07") });
        plan.Sentences(rule).Should().Equal("UNKNOWN 《SPE规划》2024年7月1日备案时，区政府审定（2024年7月）与其先后无法判定。");
    }

    /// <summary>T-10: the EIA opinion was issued by the water bureau.</summary>
    [Fact, Trait("Rule", nameof(ConfirmationsAreGivenBeforeSubmission))]
    public void T_10_An_EIA_opinion_of_the_water_bureau_is_none()
    {
        const string rule = "APR-008";
        var plan = new ProceduralPlan(entry: e => e with { EiaNeeded = true }).Prepared();
        var confirmed = plan.District.Act("SPE", ActType.EiaConfirmed, "2024-05-01", "WATER");
        plan.Submitted();
        plan.Sentences(rule).Should().Equal(
            "FAIL 《SPE规划》2024年5月10日报批时，区生态环境局的环评确认意见不是有权单位出具：区水利局无权办理，应为区生态环境局。");

        plan.District.Add(confirmed with { Agency = null });
        plan.Sentences(rule).Should().Equal("UNKNOWN 《SPE规划》2024年5月10日报批时，区生态环境局的环评确认意见待核实：办理单位未录入。");

        plan.District.Add(confirmed with { Agency = plan.District.Key<Agency>("ECO") });
        plan.Sentences(rule).Should().BeEmpty();

        plan.District.Add(confirmed with { Agency = plan.District.Key<Agency>("ECO"), On = PartialDate.Parse("2024-05-20") });
        plan.Sentences(rule).Should().Equal("FAIL 《SPE规划》2024年5月10日报批时，区生态环境局的环评确认意见在其后（2024年5月20日）。");
    }

    [Fact]
    public void APR_008_Where_the_list_asks_for_no_confirmation_none_is_missed()
    {
        var plan = new ProceduralPlan().Prepared();
        plan.Submitted();

        plan.Sentences("APR-008").Should().BeEmpty();
    }

    [Fact, Trait("Rule", nameof(MajorDecisionsHaveALegalityReview))]
    public void APR_009_A_major_decision_has_its_legality_reviewed_before_it_is_decided()
    {
        const string rule = "APR-009";
        var plan = new ProceduralPlan(p => p with { Importance = Importance.Major }).Prepared();
        plan.Submitted();
        plan.Approved();
        plan.Sentences(rule).Should().Equal("FAIL 《SPE规划》2024年6月5日政府批准时，未见合法性审查意见。");

        var own = plan.District.Act("SPE", ActType.LegalityReviewed, "2024-05-01", "TRANS");
        plan.Sentences(rule).Should().Equal(
            "FAIL 《SPE规划》2024年6月5日政府批准时，合法性审查意见不是有权单位出具：区交通运输委无权办理，应为区司法局或者区政府。");

        var reviewed = plan.District.Add(own with { On = PartialDate.Parse("2024-06"), Agency = plan.District.Key<Agency>("JUSTICE") });
        plan.Sentences(rule).Should().Equal("UNKNOWN 《SPE规划》2024年6月5日政府批准时，合法性审查意见（2024年6月）与其先后无法判定。");

        plan.District.Add(reviewed with { On = PartialDate.Parse("2024-06-01") });
        plan.Sentences(rule).Should().BeEmpty();

        var ordinary = new ProceduralPlan().Prepared();
        ordinary.Submitted();
        ordinary.Approved();
        ordinary.Sentences(rule).Should().BeEmpty();
    }

    [Fact, Trait("Rule", nameof(PlanIsAlignedBeforeSubmission))]
    public void ALI_005_A_plan_is_aligned_before_it_is_submitted()
    {
        const string rule = "ALI-005";
        var plan = new ProceduralPlan().Prepared(ActType.Aligned);
        plan.Submitted();
        var finding = plan.District.Finding(rule, ProceduralPlan.Day);
        finding.Sentence.Zh.Should().Be("《SPE规划》2024年5月10日报批时，未见区发展改革委与全区发展规划的衔接。");
        finding.Severity.Should().Be(Severity.Blocking);
        finding.Remedies.Single().Act.Should().Be("recordAlignmentOpinion");

        var aligned = plan.District.Act("SPE", ActType.Aligned, "2024-05", "DRC");
        plan.Sentences(rule).Should().ContainSingle().Which.Should().StartWith("UNKNOWN");
        plan.District.Add(aligned with { On = PartialDate.Parse("2024-05-09"), Agency = plan.District.Key<Agency>("EDU") });
        plan.Sentences(rule).Should().ContainSingle().Which.Should().Contain("区教委无权办理，应为区发展改革委");
        plan.District.Add(aligned with { On = PartialDate.Parse("2024-05-09") });
        plan.Sentences(rule).Should().BeEmpty();

        new ProceduralPlan().Prepared(ActType.Aligned).Sentences(rule).Should().BeEmpty("it is not submitted");
    }
}
