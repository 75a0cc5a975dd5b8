using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Funding;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Funding;

/// <summary>The reasons of a funding check that no rule tells.</summary>
public sealed class FundingReasonTests
{
    private static TestDistrict District(params string[] published)
    {
        var district = new TestDistrict();
        district.List("SR-2025", ListTrack.SpecialAndRegional, 2025, "2025-02-01");
        district.Plan("SPE-1", PlanKind.Special, 2026, 2030);
        district.Entry("SR-2025", "SPE-1");
        district.Act("SPE-1", ActType.DraftingStarted, "2025-03-01");
        foreach (var day in published)
        {
            district.Act("SPE-1", ActType.GovernmentApproved, day, "GOV");
            district.Act("SPE-1", ActType.Published, day, "GOV");
        }
        return district;
    }

    private static FundingEligibility Ask(TestDistrict district, FundingPurpose purpose, string on = "2026-06-30")
    {
        var judgement = district.Judge(on);
        return FundingReview.Of(judgement, judgement.Snapshot.Plan(district.Key<Plan>("SPE-1"))!,
            new FundingQuestion(purpose, FundingMoney.District));
    }

    [Fact]
    public void Money_to_draft_a_plan_in_force_is_arranged_after_a_check()
    {
        var answer = Ask(District("2026-01-15"), FundingPurpose.Drafting);

        answer.Verdict.Should().Be(FundingVerdict.Conditional);
        var reason = answer.Reasons.Should().ContainSingle(r => r.Code == FundingReasonCode.InForce).Subject;
        (reason.Sentence.Zh, reason.Sentence.En).Should().Be(("《SPE-1规划》已在实施，编制经费须核实后安排。",
            "SPE-1规划 is in force already; money to draft it is arranged after a check."));
    }

    [Fact]
    public void Money_to_draft_a_plan_in_drafting_needs_no_such_check()
    {
        var answer = Ask(District(), FundingPurpose.Drafting);

        answer.Verdict.Should().Be(FundingVerdict.Eligible);
        answer.Reasons.Select(r => r.Code).Should().Equal(FundingReasonCode.Listed);
    }

    [Fact]
    public void Money_to_implement_a_plan_not_in_force_is_arranged_after_a_check()
    {
        var answer = Ask(District(), FundingPurpose.Implementation);

        answer.Verdict.Should().Be(FundingVerdict.Conditional);
        var reason = answer.Reasons.Should().ContainSingle(r => r.Code == FundingReasonCode.NotInForce).Subject;
        (reason.Sentence.Zh, reason.Sentence.En).Should().Be(("《SPE-1规划》尚未依规批准实施，实施经费须核实后安排。",
            "SPE-1规划 is not duly in force; money to implement it is arranged after a check."));
    }

    [Fact]
    public void Money_to_implement_a_plan_in_force_needs_no_such_check()
    {
        var answer = Ask(District("2026-01-15"), FundingPurpose.Implementation);

        answer.Verdict.Should().Be(FundingVerdict.Eligible);
        answer.Reasons.Select(r => r.Code).Should().Equal(FundingReasonCode.Listed);
    }

    [Fact]
    public void A_plan_of_before_the_notice_is_called_that()
    {
        var district = new TestDistrict();
        district.Plan("SPE-1", PlanKind.Special, 2019, 2035);
        district.Document("OLD", "GOV", d => d with { IssuedOn = PartialDate.Parse("2019-05-01") });
        district.Act("SPE-1", ActType.GovernmentApproved, "2019-05-01", "GOV",
            with: a => a with { Document = district.Key<Document>("OLD") });
        district.Act("SPE-1", ActType.Published, "2019-05-02", "GOV");

        var answer = Ask(district, FundingPurpose.Implementation);

        answer.Verdict.Should().Be(FundingVerdict.Eligible);
        var reason = answer.Reasons.Should().ContainSingle().Subject;
        reason.Code.Should().Be(FundingReasonCode.NotSubject);
        (reason.Sentence.Zh, reason.Sentence.En).Should().Be(("《SPE-1规划》在2020年9月15日须列入目录清单之前已启动编制并获批准，不须列入。",
            "SPE-1规划 was begun and approved before listing was demanded (2020-09-15)."));
    }

    [Fact]
    public void An_outline_needs_no_list()
    {
        var district = new TestDistrict();
        district.Plan("SPE-1", PlanKind.Development, 2026, 2030);
        district.Act("SPE-1", ActType.CongressApproved, "2026-01-20", "CONGRESS");
        district.Act("SPE-1", ActType.Published, "2026-02-01", "GOV");

        Ask(district, FundingPurpose.Implementation).Reasons.Select(r => r.Sentence.Zh).Should()
            .Equal("《SPE-1规划》不属须列入目录清单的规划。");
    }
}
