using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Settlement;
using PlanRegistry.Tests.Conformance;

namespace PlanRegistry.Tests.Settlement;

/// <summary>What a recorded waiver is worth on a day, however it came into the records.</summary>
public sealed class WaiverTests
{
    private const string Late = "REV-001", Before = "2026-07-31", First = "2026-08-01", Last = "2026-10-31", After = "2026-11-01";
    private const string Key = "REV-001|500154/plans/SPE-1";

    /// <summary>A special plan in force that never told of a year.</summary>
    private static TestDistrict District()
    {
        var district = new TestDistrict();
        district.Plan("SPE-1", PlanKind.Special, 2021, 2028);
        district.Act("SPE-1", ActType.DraftingStarted, "2020-12-01");
        district.Act("SPE-1", ActType.GovernmentApproved, "2021-03-01");
        district.Act("SPE-1", ActType.Published, "2021-03-10", "TRANS");
        return district;
    }

    private static Waiver Waive(TestDistrict district, string? issuer = "GOV", Func<Waiver, Waiver>? with = null,
        Func<Document, Document>? paper = null, string code = "W-1")
    {
        var letter = new Document
        {
            Code = $"{code}-LETTER", Title = $"{code}批复", Issuer = issuer is null ? null : district.Key<Agency>(issuer),
            Secrecy = Secrecy.Public, IssuedOn = PartialDate.Parse("2026-07-20"), Plans = [district.Key<Plan>("SPE-1")],
        };
        var document = district.Add(paper?.Invoke(letter) ?? letter);
        var waiver = new Waiver
        {
            Code = code, Rule = Late, Plan = district.Key<Plan>("SPE-1"), Document = document.Key,
            From = PartialDate.Parse(First), To = PartialDate.Parse(Last),
        };
        return district.Add(with?.Invoke(waiver) ?? waiver);
    }

    private static bool IsPutOff(TestDistrict district, string day) => district.Finding(Late, day).Waiver is not null;

    [Fact]
    public void A_waiver_in_effect_makes_the_breach_conditional_until_its_last_day_and_no_longer()
    {
        var (without, district) = (District().Finding(Late, First), District());
        var waiver = Waive(district);

        var put = district.Finding(Late, First);
        (put.Verdict, put.Severity, put.Due, put.Urgency).Should().Be((Verdict.Conditional, Severity.Warning, new DateOnly(2026, 10, 31),
            Urgency.Upcoming));
        put.Waiver!.Code.Should().Be(waiver.Code);
        put.Sentence.Zh.Should().Be(without.Sentence.Zh + "此问题经《W-1批复》批准暂缓整改，至2026年10月31日。");
        put.Remedies.Should().Equal(without.Remedies, (a, b) => a.Act == b.Act);
        district.Finding(Late, Last).Urgency.Should().Be(Urgency.DueSoon);
        foreach (var day in new[] { Before, After })
        {
            district.Finding(Late, day).Should().Match<Finding>(f => f.Verdict == Verdict.Fail && f.Waiver == null);
            district.Finding(Late, day).Sentence.Should().Be(District().Finding(Late, day).Sentence);
        }
    }

    [Theory]
    [InlineData("PARTY", true, "the Party committee")]
    [InlineData("500000:AGR", true, "a body above")]
    [InlineData("DRC", false, "the commission gives no leave")]
    [InlineData("TRANS", false, "who leads the plan gives itself none")]
    [InlineData("GOVOFFICE", false, "an office that does not say for whom")]
    [InlineData(null, false, "nobody")]
    public void Leave_is_given_by_the_government_the_party_committee_and_bodies_above(string? issuer, bool holds, string because)
    {
        var district = District();
        Waive(district, issuer);

        IsPutOff(district, First).Should().Be(holds, because);
    }

    [Fact]
    public void Who_is_to_mend_it_gives_itself_no_leave_and_together_with_another_it_is_given()
    {
        var district = District();
        var plan = district.View().Plan(district.Key<Plan>("SPE-1"))!;
        district.Add(plan with { LeadAgency = district.Key<Agency>("GOV") });
        Waive(district);
        IsPutOff(district, First).Should().BeFalse("the government leads the plan");

        Waive(district, paper: d => d with { CoIssuers = [district.Key<Agency>("TRANS")] });
        IsPutOff(district, First).Should().BeFalse("the other may give none");
        Waive(district, paper: d => d with { CoIssuers = [district.Key<Agency>("PARTY")] });
        IsPutOff(district, First).Should().BeTrue();
    }

    [Fact]
    public void What_is_demanded_from_above_is_put_off_from_above()
    {
        var district = District();
        var plan = district.View().Plan(district.Key<Plan>("SPE-1"))!;
        district.Add(plan with { ApprovalLevel = ApprovalLevel.Municipal });
        Waive(district);
        IsPutOff(district, First).Should().BeFalse();

        Waive(district, "500000:DRC");
        IsPutOff(district, First).Should().BeTrue();
    }

    [Fact]
    public void A_paper_that_does_not_name_the_plan_or_has_no_day_puts_nothing_off()
    {
        var district = District();
        Waive(district, paper: d => d with { Plans = null });
        IsPutOff(district, First).Should().BeFalse();
        Waive(district, paper: d => d with { IssuedOn = null });
        IsPutOff(district, First).Should().BeFalse();
    }

    [Fact]
    public void No_day_before_its_document_is_covered_and_no_longer_term_than_the_policys()
    {
        var district = District();
        Waive(district, with: w => w with { From = PartialDate.Parse("2026-07-01"), To = null });

        IsPutOff(district, "2026-07-19").Should().BeFalse("the document is of the next day");
        IsPutOff(district, "2026-07-20").Should().BeTrue();
        IsPutOff(district, "2027-07-01").Should().BeTrue();
        IsPutOff(district, "2027-07-02").Should().BeFalse("365 days are over");
        district.Policy(PolicyKeys.WaiverDays, "60");
        IsPutOff(district, "2026-09-15").Should().BeFalse();
    }

    [Fact]
    public void Of_several_the_one_that_ends_last_is_told()
    {
        var district = District();
        Waive(district);
        Waive(district, with: w => w with { To = PartialDate.Parse("2026-12-31") }, code: "W-0");

        district.Finding(Late, First).Waiver!.Code.Should().Be("W-0");
    }

    [Fact]
    public void One_of_another_rule_another_plan_or_another_finding_puts_nothing_off()
    {
        foreach (var with in new Func<Waiver, Waiver>[]
        {
            w => w with { Rule = "REV-003" }, w => w with { Plan = new(TestDistrict.Own, "SPE-2") }, w => w with { Finding = Key + "|2" },
        })
        {
            var district = District();
            Waive(district, with: with);
            IsPutOff(district, First).Should().BeFalse();
        }
        var one = District();
        Waive(one, with: w => w with { Finding = Key });
        IsPutOff(one, First).Should().BeTrue();
    }

    [Fact]
    public void What_must_never_be_and_what_is_to_be_checked_are_not_put_off()
    {
        var district = new TestDistrict();
        district.List("SR-2025", ListTrack.SpecialAndRegional, 2025, "2025-02-01");
        district.Plan("SPE-1", PlanKind.Special, 2026, 2030);
        district.Act("SPE-1", ActType.DraftingStarted, "2025-03-01");
        Waive(district, with: w => w with { Rule = "CAT-001" });
        Waive(district, with: w => w with { Rule = "HIE-001" }, code: "W-2");

        district.Finding("CAT-001", First).Verdict.Should().Be(Verdict.Fail);
        district.Finding("HIE-001", First).Verdict.Should().Be(Verdict.Unknown);
        var judgement = district.Judge(First);
        judgement.Snapshot.View.Own.Of<Waiver>().Select(w => WaiverOnDay.Of(judgement, w)).Should()
            .OnlyContain(w => w.IsIdle && w.Standing == WaiverStanding.Cleared);
        FundingReview.Of(judgement, judgement.Snapshot.Plan(district.Key<Plan>("SPE-1"))!,
            new FundingQuestion(FundingPurpose.Drafting, FundingMoney.District)).Verdict.Should().Be(FundingVerdict.NotEligible);
    }

    [Fact]
    public void Money_that_depends_on_the_breach_depends_on_it_still()
    {
        var district = District();
        district.Policy(PolicyKeys.FundingConditionalOn, Late);
        Waive(district);
        FundingEligibility On(string day) => district.Judge(day) is var judgement ? FundingReview.Of(judgement,
            judgement.Snapshot.Plan(district.Key<Plan>("SPE-1"))!, new FundingQuestion(FundingPurpose.Implementation, FundingMoney.Other))
            : null!;

        var (before, put) = (On(Before), On(First));
        put.Verdict.Should().Be(before.Verdict).And.Be(FundingVerdict.Conditional);
        put.Reasons.Select(r => r.Code).Should().Equal(before.Reasons.Select(r => r.Code)).And.Contain(FundingReasonCode.RuleCondition);
        put.Notes.Should().NotContain(f => f.Rule == Late, "it stands among the reasons");
    }

    [Fact]
    public void A_secret_plan_has_no_waiver_that_tells_of_it()
    {
        var district = District();
        district.Add(district.View().Plan(district.Key<Plan>("SPE-1"))! with { Secrecy = Secrecy.Secret, Title = Secrets.Title });
        Waive(district, with: w => w with { Rule = "CAT-002" });

        district.Judge(First).Findings.Should().NotContain(f => f.Waiver != null);
    }

    [Theory]
    [InlineData(First, WaiverStanding.InEffect, "暂缓1个问题，至2026年10月31日。")]
    [InlineData(Before, WaiverStanding.Upcoming, "自2026年8月1日起暂缓。")]
    [InlineData(After, WaiverStanding.Expired, "已于2026年10月31日到期，不再暂缓。")]
    public void Each_says_how_it_stands(string day, WaiverStanding standing, string why)
    {
        var district = District();
        var told = WaiverOnDay.Of(district.Judge(day), Waive(district));
        told = WaiverOnDay.Of(district.Judge(day), district.View().Own.Of<Waiver>().Single());

        (told.Standing, told.Why.Zh).Should().Be((standing, why));
    }

    [Fact]
    public void One_is_idle_once_the_breach_is_mended_or_its_plan_has_ended_and_without_effect_by_another_body()
    {
        WaiverOnDay On(TestDistrict district) => WaiverOnDay.Of(district.Judge(First), district.View().Own.Of<Waiver>().Single());
        var (ended, void_) = (District(), District());
        Waive(ended);
        ended.End("SPE-1", ActType.Withdrawn, "2026-07-25");
        Waive(void_, "DRC");

        On(ended).Should().Match<WaiverOnDay>(w => w.IsIdle && w.Standing == WaiverStanding.Cleared);
        On(void_).Standing.Should().Be(WaiverStanding.Void);
        On(void_).Why.Zh.Should().Be("文件《W-1批复》不能作为暂缓整改的依据：区发展改革委无权办理，应为区政府或者区委或者市级以上党委、政府和部门。");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(8)]
    public void In_any_district_a_waiver_changes_verdicts_and_no_finding_and_money_and_its_end_know_nothing_of_it(int seed)
    {
        var (without, district) = (RandomDistrict.Build(seed), RandomDistrict.Build(seed));
        var paper = district.Document("LEAVE", "500000:GOV", d => d with
        {
            IssuedOn = PartialDate.Parse("2026-07-20"), Plans = [.. without.View().Of<Plan>().Select(p => p.Key)],
        });
        without.Document("LEAVE", "500000:GOV", _ => paper);
        foreach (var (finding, n) in without.Judge(First).Findings.Where(f => f.Plan is not null).Select((f, n) => (f, n)))
        {
            district.Add(new Waiver
            {
                Code = $"W-{n}", Rule = finding.Rule, Plan = finding.Plan, Finding = n % 2 == 0 ? finding.Key : null,
                Document = paper.Key, From = PartialDate.Parse(First), To = PartialDate.Parse(Last),
            });
        }

        var (plain, put) = (without.Judge(First), district.Judge(First));
        put.Findings.Count(f => f.Waiver is not null).Should().BePositive();
        put.Findings.Select(f => (f.Key, f.Severity, f.AsJudged().Verdict, f.AsJudged().Sentence)).Should()
            .Equal(plain.Findings.Select(f => (f.Key, f.Severity, f.Verdict, f.Sentence)));
        put.Findings.Should().OnlyContain(f => f.Verdict == (f.Waiver == null ? f.AsJudged().Verdict : Verdict.Conditional));
        foreach (var plan in plain.Snapshot.OwnPlans)
        {
            var question = new FundingQuestion(FundingPurpose.Implementation, FundingMoney.District);
            FundingReview.Of(put, put.Snapshot.Plan(plan.Key)!, question).Verdict.Should()
                .Be(FundingReview.Of(plain, plan, question).Verdict);
        }
        Whole.Of(district.Judge(After)).Should().Equal(Whole.Of(without.Judge(After)));
        // A judgement that begins with that of the day before it was given says the same.
        var later = PlanRegistry.Rules.Judge.JudgementOf(put.Snapshot, plain, 1);
        Whole.Of(later).Should().Equal(Whole.Of(put));
    }

    [Fact]
    public void Rows_of_one_paper_and_scope_are_one_leave_revoked_together_and_no_longer_than_the_paper_lets_them()
    {
        var district = District();
        var first = Waive(district);
        Waive(district, with: w => w with { Document = first.Document, To = PartialDate.Parse("2026-12-31") }, code: "W-2");
        IsPutOff(district, "2026-12-01").Should().BeTrue();
        Waive(district, with: w => w with { Document = first.Document, From = PartialDate.Parse("2027-07-21"), To = null }, code: "W-3");
        IsPutOff(district, "2027-07-21").Should().BeFalse("365 days after the paper its leave is over");

        district.Add(first with { To = PartialDate.Parse("2026-08-15"), Revocation = district.Document("REVOKED", "GOV").Key });
        IsPutOff(district, "2026-08-15").Should().BeTrue();
        IsPutOff(district, "2026-08-16").Should().BeFalse("the others are the same leave");
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("SPE-1", true)]
    [InlineData("OTHER", false)]
    public void A_list_is_put_off_by_no_paper_about_plans_that_do_not_stand_on_it(string? plan, bool isOfIt)
    {
        var district = District();
        district.List("SR", ListTrack.SpecialAndRegional, 2026, "2026-02-01");
        district.Entry("SR", "SPE-1");
        district.Plan("OTHER", PlanKind.Special, 2026, 2030);
        var paper = district.Document("LEAVE", "GOV", d => d with { Plans = plan is null ? null : [district.Key<Plan>(plan)] });
        var waiver = new Waiver
        {
            Code = "W", Rule = "CAT-005", List = district.Key<DirectoryList>("SR"), Document = paper.Key, From = PartialDate.Parse(First),
        };

        (Waivers.Unnamed(district.View(), waiver, paper)?.Message.Zh).Should()
            .Be(isOfIt ? null : "文件《LEAVE》所写明的规划均不在目录清单SR中。");
    }
}
