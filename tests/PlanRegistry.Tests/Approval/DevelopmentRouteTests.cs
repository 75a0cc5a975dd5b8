using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules.Approval;

namespace PlanRegistry.Tests.Approval;

/// <summary>The route of the development plan: APR-003, APR-010, APR-011.</summary>
public sealed class DevelopmentRouteTests
{
    private readonly TestDistrict district = new();

    public DevelopmentRouteTests() => district.Plan("DEV", PlanKind.Development, 2026, 2030);

    private IEnumerable<string> Sentences(string rule, string day = "2026-12-31") =>
        district.Findings(rule, day).Select(f => $"{Names.Of(f.Verdict)} {f.Sentence.Zh}");

    private Act Act(ActType type, string on, string agency) => district.Act("DEV", type, on, agency);

    private void Whole(params ActType[] without)
    {
        foreach (var (type, on, agency) in new[]
        {
            (ActType.PartyProposal, "2025-11-18", "PARTY"), (ActType.DraftingStarted, "2025-10-01", "DRC"),
            (ActType.Consulted, "2025-12-01", "DRC"), (ActType.Argued, "2026-01-06", "DRC"), (ActType.Aligned, "2026-01-12", "DRC"),
            (ActType.LegalityReviewed, "2026-01-16", "JUSTICE"), (ActType.GovernmentExamined, "2026-01-20", "GOV"),
            (ActType.AlignmentReplied, "2026-01-27", "500000:DRC"), (ActType.PartyReviewed, "2026-01-29", "PARTY"),
            (ActType.PreliminaryReviewed, "2026-03-13", "CONGRESS"), (ActType.Submitted, "2026-03-14", "GOV"),
            (ActType.CongressApproved, "2026-03-20", "CONGRESS"), (ActType.Published, "2026-04-01", "GOV"),
        }.Where(a => !without.Contains(a.Item1)))
        {
            Act(type, on, agency);
        }
    }

    [Fact, Trait("Rule", nameof(DevelopmentPlanTakesItsRoute))]
    public void APR_003_The_whole_route_in_order_complies()
    {
        Whole();

        district.Judge("2026-12-31").Findings.Where(f => f.Rule.StartsWith("APR-", StringComparison.Ordinal) && f.Rule != "APR-001")
            .Select(f => f.Sentence.Zh).Should().BeEmpty();
    }

    /// <summary>T-16: sent to the congress before the municipal commission has replied.</summary>
    [Fact]
    public void T_16_Sent_to_the_congress_before_the_municipal_reply()
    {
        Whole(ActType.AlignmentReplied, ActType.CongressApproved, ActType.Published);
        Sentences("APR-003").Should().Equal("FAIL 《DEV规划》2026年3月14日报批时，未见市发展改革委的衔接回复。");
        district.Finding("APR-003", "2026-12-31").Severity.Should().Be(Severity.Blocking);

        var reply = Act(ActType.AlignmentReplied, "2026-03-15", "500000:DRC");
        Sentences("APR-003").Should().Equal("FAIL 《DEV规划》2026年3月14日报批时，市发展改革委的衔接回复在其后（2026年3月15日）。");

        district.Add(reply with { On = PartialDate.Parse("2026-03-10"), Agency = district.Key<Agency>("500000:AGR") });
        Sentences("APR-003").Should().Equal("FAIL 《DEV规划》2026年3月14日报批时，市发展改革委的衔接回复不是有权单位出具："
            + "市农业农村委无权办理，应为市级发展改革委。");

        district.Add(reply with { On = PartialDate.Parse("2026-03-10"), Agency = null });
        Sentences("APR-003").Should().Equal("UNKNOWN 《DEV规划》2026年3月14日报批时，市发展改革委的衔接回复待核实：办理单位未录入。");
    }

    [Fact]
    public void APR_003_The_Party_committee_reviews_before_the_congress_approves()
    {
        Whole(ActType.PartyReviewed);

        Sentences("APR-003").Should().Equal("FAIL 《DEV规划》2026年3月20日人大批准时，未见区委审定。");
    }

    [Theory]
    [InlineData("2026-03-20", true)]
    [InlineData("2026-03-11", false)] // Before the law of 2026-03-12.
    public void APR_003_The_preliminary_review_is_asked_of_the_time_of_the_law_and_told_as_a_warning(string approved, bool isTold)
    {
        Whole(ActType.PreliminaryReviewed, ActType.Submitted, ActType.CongressApproved, ActType.Published);
        Act(ActType.CongressApproved, approved, "CONGRESS");

        var findings = district.Findings("APR-003", "2026-12-31");

        findings.Select(f => (f.Sentence.Zh, f.Severity)).Should().Equal(
            isTold ? [("《DEV规划》2026年3月20日人大批准时，未见区人大初步审查。", Severity.Warning)] : []);
    }

    [Fact]
    public void APR_003_Where_only_approval_and_publication_are_told_silence_is_no_breach()
    {
        Act(ActType.CongressApproved, "2026-03-20", "CONGRESS");
        Act(ActType.Published, "2026-04-01", "GOV");

        Sentences("APR-003").Should().BeEmpty();
    }

    [Fact, Trait("Rule", nameof(DevelopmentPlanFollowsThePartyProposal))]
    public void APR_010_The_draft_follows_the_Party_proposal()
    {
        Whole(ActType.PartyProposal);
        Sentences("APR-010").Should().Equal("FAIL 《DEV规划》2025年12月1日征求意见时，未见区委关于制定五年规划的建议。");
        district.Finding("APR-010", "2026-12-31").Severity.Should().Be(Severity.Error);

        var proposal = Act(ActType.PartyProposal, "2025-12", "PARTY");
        Sentences("APR-010").Should().ContainSingle().Which.Should().StartWith("UNKNOWN");
        district.Add(proposal with { On = PartialDate.Parse("2025-12-20") });
        Sentences("APR-010").Should().ContainSingle().Which.Should().StartWith("FAIL");
        district.Add(proposal with { On = PartialDate.Parse("2025-11-20") });
        Sentences("APR-010").Should().BeEmpty("preliminary work may begin before, the draft may not");
    }

    [Theory, Trait("Rule", nameof(FinalEvaluationGoesWithTheNextDraft))]
    [InlineData("2026-03-14", null, "FAIL 《DEV规划》2026年3月14日报批时，未见《OLD规划》的总结评估报告。")]
    [InlineData("2026-03-14", "2025-11-30", null)]
    [InlineData("2026-03-14", "2026-03-20", "FAIL 《DEV规划》2026年3月14日报批时，未见《OLD规划》的总结评估报告。")]
    [InlineData("2026-03-11", null, null)]
    public void APR_011_The_previous_final_evaluation_goes_with_the_draft(string submitted, string? evaluated, string? sentence)
    {
        district.Plan("OLD", PlanKind.Development, 2021, 2025);
        district.Act("OLD", ActType.CongressApproved, "2021-03-01");
        Whole(ActType.Submitted, ActType.CongressApproved, ActType.Published);
        Act(ActType.Submitted, submitted, "GOV");
        if (evaluated is not null)
        {
            district.Act("OLD", ActType.Reported, evaluated, "DRC", ActAbout.Final, 2025);
        }

        Sentences("APR-011").Should().Equal(sentence is null ? [] : [sentence]);
    }

    [Fact]
    public void APR_011_Without_the_previous_plan_on_record_nothing_is_said()
    {
        Whole();

        Sentences("APR-011").Should().BeEmpty();
    }
}
