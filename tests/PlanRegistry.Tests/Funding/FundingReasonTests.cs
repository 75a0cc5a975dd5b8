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

    private const string Check = "，请核实是否列入目录清单。";

    [Fact]
    public void An_entry_that_may_mean_the_plan_is_named()
    {
        var district = Unlisted("2025-03-01");
        district.Entry("SR-2025", null, e => e with { Title = "SPE-1规划", LeadAgency = district.Key<Agency>("TRANS") });

        Told(district).Should().Be("《SPE-1规划》未与目录清单条目关联，但目录清单SR-2025第1项与其名称相同或者相近" + Check);
    }

    [Fact]
    public void A_list_that_came_after_drafting_began_is_named() => Told(Unlisted("2023-05-01")).Should()
        .Be("《SPE-1规划》于2023年5月1日启动编制，早于已录入的最早一份目录清单SR-2025（2025年2月1日批准）" + Check);

    [Fact]
    public void Papers_of_a_list_that_are_not_in_order_are_named()
    {
        var district = District();
        district.List("SR-2025", ListTrack.SpecialAndRegional, 2025, "2025-02-01", l => l with { ApprovalDocument = null });

        Told(district).Should().Be("《SPE-1规划》列入目录清单SR-2025第SPE-1项，但该清单的批准资料不全：批准文件未录入" + Check);
    }

    [Fact]
    public void A_list_that_may_be_another_bodys_is_named()
    {
        var district = District();
        district.Agency("GOV2", "开州区第二人民政府", AgencyRole.Government);
        district.List("SR-2025", ListTrack.SpecialAndRegional, 2025, "2025-02-01", l => l with
        {
            Approver = district.Key<Agency>("GOV2"), ApprovalDocument = district.Document("GOV2-PAPER", "GOV2").Key,
        });

        Told(district).Should().Be("《SPE-1规划》在目录清单SR-2025第SPE-1项，但该清单的批准存疑："
            + "同一时期已有区政府履行区政府职能，开州区第二人民政府的办理不生效" + Check);
    }

    [Fact]
    public void A_demand_whose_paper_is_nobodys_is_named()
    {
        var district = Unlisted("2025-03-01");
        district.Exemption("SPE-1", "GOV", "2026-01-01", e => e with
        {
            Document = district.Document("D", null, d => d with { Plans = [district.Key<Plan>("SPE-1")] }).Key,
        });

        Told(district).Should().Be("《SPE-1规划》未列入目录清单，已录入例外情形的文件，但《D》的印发单位未录入" + Check);
    }

    [Fact]
    public void A_plan_past_its_horizon_is_told_the_doubt_too()
    {
        var reason = Ask(Unlisted("2023-05-01"), FundingPurpose.Evaluation, "2031-03-01").Reasons
            .Single(r => r.Code == FundingReasonCode.ListingUnknown);

        reason.Sentence.En.Should().Be("SPE-1规划 was begun on 2023-05-01, before the earliest directory list recorded, "
            + "SR-2025 (approved on 2025-02-01); check whether it is listed.");
    }

    [Fact]
    public void An_entry_without_a_plan_tells_what_its_list_lacks()
    {
        var district = District();
        district.List("SR-2025", ListTrack.SpecialAndRegional, 2025, "2025-02-01", l => l with { Approver = null });
        district.Entry("SR-2025", null, e => e with { Title = "某规划", Kind = PlanKind.Special });

        var (view, day) = (district.View(), new DateOnly(2026, 6, 30));
        var answer = EntryFunding.Of(view, view.Of<DirectoryEntry>().Single(e => e.Title == "某规划"), day,
            new FundingQuestion(FundingPurpose.Drafting, FundingMoney.District));

        answer.Reasons.Single().Sentence.Zh.Should().Be("《某规划》列入目录清单SR-2025第1项，但该清单的批准资料不全：批准单位未录入，请核实。");
    }

    private static TestDistrict Unlisted(string drafted)
    {
        var district = new TestDistrict();
        district.List("SR-2025", ListTrack.SpecialAndRegional, 2025, "2025-02-01");
        district.Plan("SPE-1", PlanKind.Special, 2026, 2030);
        district.Act("SPE-1", ActType.DraftingStarted, drafted);
        return district;
    }

    private static string Told(TestDistrict district)
    {
        var answer = Ask(district, FundingPurpose.Drafting);
        answer.Verdict.Should().Be(FundingVerdict.Unknown);
        var reason = answer.Reasons.Should().ContainSingle().Subject;
        reason.Code.Should().Be(FundingReasonCode.ListingUnknown);
        return reason.Sentence.Zh;
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
