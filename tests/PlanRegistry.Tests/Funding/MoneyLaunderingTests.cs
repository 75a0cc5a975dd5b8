using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Funding;

/// <summary>Ways by which money for an unlisted plan might be made to look right: none gives ELIGIBLE, and none clears FUN-001.</summary>
public sealed class MoneyLaunderingTests
{
    private static TestDistrict District()
    {
        var district = new TestDistrict();
        district.List("SR-2025", ListTrack.SpecialAndRegional, 2025, "2025-02-01");
        district.Plan("SPE-1", PlanKind.Special, 2026, 2030);
        return district;
    }

    private static void Policy(TestDistrict district, string? issuer, string issuedOn)
    {
        if (issuer is not null)
        {
            district.Document("D", issuer, d => d with { IssuedOn = PartialDate.Parse(issuedOn) });
        }
        district.Add(new PolicyValue
        {
            Key = PolicyKeys.PreliminaryStudy.Name, From = PartialDate.Parse("2025-01-01"), Value = "CONDITIONAL",
            Document = issuer is null ? null : district.Key<Document>("D"),
        });
    }

    private static FundingEligibility Study(TestDistrict district, string on)
    {
        var judgement = district.Judge(on);
        return FundingReview.Of(judgement, judgement.Snapshot.Plan(district.Key<Plan>("SPE-1"))!,
            new FundingQuestion(FundingPurpose.PreliminaryStudy, FundingMoney.District));
    }

    [Theory]
    [InlineData("GOV", "2025-12-01", FundingVerdict.Conditional, Verdict.Conditional)]
    [InlineData("GOV", "2026-02-11", FundingVerdict.NotEligible, Verdict.Fail)]
    [InlineData("TRANS", "2025-12-01", FundingVerdict.NotEligible, Verdict.Fail)]
    [InlineData(null, "", FundingVerdict.NotEligible, Verdict.Fail)]
    public void A_policy_on_preliminary_studies_counts_by_a_document_of_its_time(
        string? issuer, string issuedOn, FundingVerdict verdict, Verdict found)
    {
        var district = District();
        Policy(district, issuer, issuedOn);
        district.Funding("F-1", "SPE-1",
            f => f with { Purpose = FundingPurpose.PreliminaryStudy, ArrangedOn = PartialDate.Parse("2026-02-10") });

        Study(district, "2026-02-10").Verdict.Should().Be(verdict);
        district.Finding("FUN-001", "2026-06-30").Verdict.Should().Be(found);
    }

    [Fact]
    public void A_preliminary_study_once_drafting_has_begun_is_as_any_purpose()
    {
        var district = District();
        Policy(district, "GOV", "2025-12-01");
        district.Act("SPE-1", ActType.DraftingStarted, "2026-02-01");

        Study(district, "2026-01-31").Verdict.Should().Be(FundingVerdict.Conditional);
        var drafting = Study(district, "2026-02-01");
        drafting.Verdict.Should().Be(FundingVerdict.NotEligible);
        drafting.Reasons.Select(r => r.Sentence.Zh).Should().Equal("《SPE-1规划》未列入规划编制目录清单，不得安排和使用区级财政性资金。");
    }

    [Theory]
    [InlineData(FundingPurpose.Drafting, FundingVerdict.NotEligible, "《老规划》规划期已于2020年12月31日届满，不再安排规划编制经费。")]
    [InlineData(FundingPurpose.Evaluation, FundingVerdict.Conditional, "《老规划》规划期已于2020年12月31日届满，规划评估经费须核实后安排。")]
    public void An_entry_whose_horizon_is_over_opens_no_purse(FundingPurpose purpose, FundingVerdict verdict, string sentence)
    {
        var district = District();
        district.Entry("SR-2025", null, e => e with { Title = "老规划", HorizonFrom = 2016, HorizonTo = 2020 });

        var day = new DateOnly(2026, 6, 30);
        var entry = EntryFunding.EntriesFor(district.View(), "老规划", day).Single();
        var answer = EntryFunding.Of(district.View(), entry, day, new FundingQuestion(purpose, FundingMoney.District));

        answer.Verdict.Should().Be(verdict);
        answer.Reasons[0].Sentence.Zh.Should().Be(sentence);
    }

    [Fact]
    public void An_entry_of_a_kind_that_its_list_is_not_of_opens_no_purse()
    {
        var district = District();
        district.List("SP-2025", ListTrack.Spatial, 2025, "2025-02-01");
        district.Entry("SP-2025", null, e => e with { Title = "某规划", Kind = PlanKind.Special });

        var day = new DateOnly(2026, 6, 30);
        var answer = EntryFunding.Of(district.View(), EntryFunding.EntriesFor(district.View(), "某规划", day).Single(), day,
            new FundingQuestion(FundingPurpose.Drafting, FundingMoney.District));

        answer.Verdict.Should().Be(FundingVerdict.Unknown);
        answer.Reasons.Select(r => r.Sentence.Zh).Should().Equal("《某规划》列入目录清单SP-2025第1项，但该清单不含专项规划，请核实。");
    }

    [Fact]
    public void Entries_of_one_title_that_different_agencies_lead_are_not_taken_for_one()
    {
        var district = District();
        district.Entry("SR-2025", null, e => e with { Title = "某规划", Code = "1", LeadAgency = district.Key<Agency>("TRANS") });
        district.Entry("SR-2025", null, e => e with { Title = "某规划", Code = "2", LeadAgency = district.Key<Agency>("EDU") });

        var day = new DateOnly(2026, 6, 30);
        var entries = EntryFunding.EntriesFor(district.View(), "某规划", day);
        var answer = EntryFunding.Ambiguous(district.View(), "某规划", entries, day);

        entries.Select(e => e.Code).Should().Equal("1", "2");
        answer.Verdict.Should().Be(FundingVerdict.Unknown);
        answer.Reasons.Single().Sentence.Zh.Should().Be(
            $"名称为“某规划”的清单条目有2个，牵头单位分别为{Name("TRANS")}、{Name("EDU")}，请核实所指。");

        string Name(string agency) => district.View().Agency(district.Key<Agency>(agency))!.Name;
    }

    [Fact]
    public void An_entry_that_a_later_list_drops_answers_nothing()
    {
        var district = District();
        district.Entry("SR-2025", null, e => e with { Title = "某规划" });
        district.List("SR-2026", ListTrack.SpecialAndRegional, 2026, "2026-03-01");
        district.Entry("SR-2026", null, e => e with { Title = "某规划", Dropped = true });

        EntryFunding.EntriesFor(district.View(), "某规划", new DateOnly(2026, 2, 28)).Should().ContainSingle();
        EntryFunding.EntriesFor(district.View(), "某规划", new DateOnly(2026, 3, 1)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("GOV", Severity.Warning)]
    [InlineData("EDU", Severity.Blocking)]
    public void Money_spent_while_unlisted_is_a_lead_once_a_list_that_holds_for_money_has_the_plan(string issuer, Severity severity)
    {
        var district = District();
        district.Act("SPE-1", ActType.DraftingStarted, "2026-01-10", "TRANS");
        district.Funding("F-1", "SPE-1", f => f with { SpentOn = PartialDate.Parse("2026-02-10") });
        district.List("SR-2026", ListTrack.SpecialAndRegional, 2026, "2026-03-01", l => l with
        {
            ApprovalDocument = district.Document("REPLY", issuer, d => d with { IssuedOn = PartialDate.Parse("2026-03-01") }).Key,
        });
        district.Entry("SR-2026", "SPE-1");

        var finding = district.Finding("FUN-001", "2026-06-30");

        (finding.Verdict, finding.Severity).Should().Be((Verdict.Fail, severity));
    }
}
