using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Records;
using PlanRegistry.Rules.Funding;

namespace PlanRegistry.Tests.Funding;

/// <summary>
/// FUN-001: <see cref="NoDistrictMoneyForAnUnlistedPlan"/>, <see cref="DistrictMoneyForAnExemptedPlan"/>,
/// <see cref="DistrictMoneyForAPreliminaryStudy"/>, <see cref="DistrictMoneyForAPlanWhoseListingIsUnknown"/>,
/// <see cref="MoneyOfUnknownSourceForAnUnlistedPlan"/>.
/// </summary>
public sealed class NoDistrictMoneyForAnUnlistedPlanTests
{
    private const string Rule = "FUN-001";

    private static TestDistrict District(string drafted = "2025-03-01")
    {
        var district = new TestDistrict();
        district.List("SR-2025", ListTrack.SpecialAndRegional, 2025, "2025-02-01");
        district.Plan("SPE-1", PlanKind.Special, 2026, 2030);
        district.Act("SPE-1", ActType.DraftingStarted, drafted);
        return district;
    }

    private static TestDistrict Arranged(TestDistrict district, string on = "2026-02-10", Func<FundingLine, FundingLine>? with = null)
    {
        district.Funding("F-1", "SPE-1", f => (with ?? (x => x))(f with { ArrangedOn = PartialDate.Parse(on) }));
        return district;
    }

    [Fact]
    public void Money_for_a_listed_plan_complies()
    {
        var district = Arranged(District());
        district.Entry("SR-2025", "SPE-1");

        district.Findings(Rule, "2026-06-30").Should().BeEmpty();
    }

    [Fact]
    public void Money_arranged_for_an_unlisted_plan_is_a_breach()
    {
        var finding = Arranged(District()).Finding(Rule, "2026-06-30");

        finding.Should().BeEquivalentTo(new { Verdict = Verdict.Fail, Severity = Severity.Blocking, Since = new DateOnly(2026, 2, 10) });
        finding.Sentence.Zh.Should().Be("《SPE-1规划》未列入规划编制目录清单，却于2026年2月10日为项目“F-1项目”安排或使用了区级财政性资金。");
        finding.Sentence.En.Should().Be(
            "SPE-1规划 stands on no approved directory list, yet district money "
                + "was arranged for or used on its project F-1项目 on 2026-02-10.");
        finding.Responsible!.Name.Should().Be("区财政局");
        var remedy = finding.Remedies.Should().ContainSingle().Subject;
        (remedy.Act, remedy.Agency!.Name, remedy.Text.Zh).Should().Be(
            ("correctRecord", "区财政局", "由区财政局撤销该笔资金的安排，待《SPE-1规划》列入目录清单后再行办理。"));
        finding.Key.Should().Be("FUN-001|500154/plans/SPE-1|500154/funding/F-1");
        finding.Facts.Select(f => f.Name).Should().Contain(["plan", "money"]);
    }

    [Fact]
    public void Money_spent_is_judged_on_its_own_day()
    {
        var district = District();
        district.Funding("F-1", "SPE-1", f => f with { SpentOn = PartialDate.Parse("2026-03-01") });

        var finding = district.Finding(Rule, "2026-06-30");
        finding.Since.Should().Be(new DateOnly(2026, 3, 1));
        var remedy = finding.Remedies.Should().ContainSingle().Subject;
        (remedy.Act, remedy.Agency!.Name, remedy.Text.Zh).Should().Be(
            ("settleFinding", "区审计局", "由区审计局核查、追回该笔资金或依规补办手续，并登记核查结论。"));
        district.Findings(Rule, "2026-02-28").Should().BeEmpty();
    }

    [Fact]
    public void A_plan_listed_later_leaves_an_audit_lead()
    {
        var district = Arranged(District());
        district.List("SR-2026", ListTrack.SpecialAndRegional, 2026, "2026-05-01");
        district.Entry("SR-2026", "SPE-1");

        var finding = district.Finding(Rule, "2026-06-30");

        (finding.Verdict, finding.Severity).Should().Be((Verdict.Fail, Severity.Warning));
        finding.Sentence.Zh.Should().Be("《SPE-1规划》现已列入目录清单，但2026年2月10日为项目“F-1项目”安排或使用区级财政性资金时尚未列入，作为审计线索保留。");
        finding.Remedies.Should().ContainSingle().Which.Agency!.Name.Should().Be("区审计局");
    }

    [Fact]
    public void An_exemption_that_held_on_the_day_makes_it_conditional()
    {
        var district = Arranged(District());
        district.Exemption("SPE-1", "500000:AGR", "2026-01-01");

        var finding = district.Finding(Rule, "2026-06-30");

        finding.Verdict.Should().Be(Verdict.Conditional);
        finding.Sentence.Zh.Should().Be("《SPE-1规划》未列入目录清单但有例外情形，2026年2月10日为项目“F-1项目”安排或使用的区级财政性资金须由人工确认。");
    }

    [Fact]
    public void An_exemption_by_another_department_is_none_and_the_finding_says_so()
    {
        var district = Arranged(District());
        district.Exemption("SPE-1", "AGR", "2026-01-01");

        var finding = district.Finding(Rule, "2026-06-30");

        (finding.Verdict, finding.Severity).Should().Be((Verdict.Fail, Severity.Blocking));
        finding.Sentence.Zh.Should().EndWith("《SPE-1-EXEMPTION》由区农业农村委出具，该单位无权要求编制清单外的规划，不构成例外情形。");
    }

    [Fact]
    public void An_exemption_that_came_later_does_not_cover_the_day()
    {
        var district = Arranged(District());
        district.Exemption("SPE-1", "500000:AGR", "2026-03-01");

        district.Finding(Rule, "2026-06-30").Verdict.Should().Be(Verdict.Fail);
    }

    [Fact]
    public void Drafting_begun_before_the_earliest_recorded_list_leaves_the_listing_unknown()
    {
        var finding = Arranged(District("2023-05-01")).Finding(Rule, "2026-06-30");

        (finding.Verdict, finding.Severity).Should().Be((Verdict.Unknown, Severity.Warning));
        finding.Sentence.Zh.Should().Be("《SPE-1规划》于2023年5月1日启动编制，早于已录入的最早一份目录清单SR-2025"
            + "（2025年2月1日批准），在2026年2月10日是否列入目录清单待核实，项目“F-1项目”的区级财政性资金亦待核实。");
        finding.Sentence.En.Should().Be("SPE-1规划 was begun on 2023-05-01, before the earliest directory list recorded, SR-2025 "
            + "(approved on 2025-02-01); whether it was listed on 2026-02-10 is to be checked, "
            + "and so is the district money for its project F-1项目.");
    }

    [Fact]
    public void Without_any_list_of_the_track_nobody_can_say_whether_it_was_listed()
    {
        var district = new TestDistrict();
        district.Plan("SPE-1", PlanKind.Special, 2026, 2030);
        district.Act("SPE-1", ActType.DraftingStarted, "2025-03-01");

        var finding = Arranged(district).Finding(Rule, "2026-06-30");

        (finding.Verdict, finding.Severity).Should().Be((Verdict.Unknown, Severity.Warning));
        finding.Sentence.Zh.Should().Be("《SPE-1规划》所属类别在2026年2月10日没有经批准的目录清单，是否列入无从判定，项目“F-1项目”的区级财政性资金待核实。");
    }

    [Theory]
    [InlineData(FundingMoney.UpperTransfer)]
    [InlineData(FundingMoney.Other)]
    public void Money_that_is_not_the_districts_is_not_judged(FundingMoney money) =>
        Arranged(District(), with: f => f with { Money = money }).Findings(Rule, "2026-06-30").Should().BeEmpty();

    [Fact]
    public void Money_of_unrecorded_source_for_an_unlisted_plan_is_to_be_checked()
    {
        var finding = Arranged(District(), with: f => f with { Money = null }).Finding(Rule, "2026-06-30");

        (finding.Verdict, finding.Severity).Should().Be((Verdict.Unknown, Severity.Warning));
        finding.Sentence.Zh.Should().Be("《SPE-1规划》未列入目录清单，2026年2月10日为项目“F-1项目”安排或使用的资金来源未记录，是否为区级财政性资金待核实。");
        finding.Remedies.Should().ContainSingle().Which.Text.Zh.Should().Be("由区财政局补录项目“F-1项目”的资金来源。");
    }

    [Fact]
    public void Money_of_unrecorded_source_for_a_listed_plan_is_no_matter()
    {
        var district = Arranged(District(), with: f => f with { Money = null });
        district.Entry("SR-2025", "SPE-1");

        district.Findings(Rule, "2026-06-30").Should().BeEmpty();
    }

    [Fact]
    public void A_preliminary_study_is_as_any_purpose() =>
        Arranged(District(), with: f => f with { Purpose = FundingPurpose.PreliminaryStudy }).Finding(Rule, "2026-06-30")
            .Should().BeEquivalentTo(new { Verdict = Verdict.Fail, Severity = Severity.Blocking });

    [Theory]
    [InlineData("GOVOFFICE", "2026-03-01", Verdict.Conditional)]
    [InlineData("DRC", "2026-03-01", Verdict.Conditional)]
    [InlineData("FIN", "2026-03-01", Verdict.Fail)]
    [InlineData(null, "2026-03-01", Verdict.Fail)]
    [InlineData("GOVOFFICE", "2026-02-01", Verdict.Fail)]
    public void A_district_may_fund_studies_before_drafting_by_a_document(string? issuer, string drafted, Verdict verdict)
    {
        var district = Arranged(District(drafted), with: f => f with { Purpose = FundingPurpose.PreliminaryStudy });
        var document = issuer is null ? null : district.Document("STUDY", issuer, d => d with { IssuedOn = PartialDate
            .Parse("2025-01-01") });
        district.Add(new PolicyValue
        {
            Key = "funding.preliminary_study", From = PartialDate.Parse("2025-01-01"), Value = "CONDITIONAL", Document = document?.Key,
        });

        var finding = district.Finding(Rule, "2026-06-30");

        finding.Verdict.Should().Be(verdict);
        if (verdict == Verdict.Conditional)
        {
            finding.Sentence.Zh.Should().Be("《SPE-1规划》未列入目录清单，2026年2月10日为项目“F-1项目”安排或使用的区级财政性资金"
                + "属拟编规划的前期研究经费，按本区参数须由人工确认。");
            finding.Remedies.Should().ContainSingle().Which.Text.Zh.Should().Be("由区财政局核对例外情形的依据，以文件或会议纪要予以确认。");
        }
    }

    [Theory]
    [InlineData(ActType.Withdrawn)]
    [InlineData(ActType.Superseded)]
    public void A_plan_that_has_ended_keeps_the_finding_and_its_light(ActType end)
    {
        var district = Arranged(District());
        var before = district.Finding(Rule, "2026-06-29");
        district.End("SPE-1", end, "2026-06-30");

        district.Finding(Rule, "2026-07-01").Should().BeEquivalentTo(before, o => o.Excluding(f => f.Facts).Excluding(f => f.Urgency));
        LightOf(district, "2026-07-01").Should().Be(Light.Red);
        district.Findings("CAT-001", "2026-07-01").Should().BeEmpty("a state ends with the plan");
    }

    [Fact]
    public void A_plan_that_has_ended_and_leaves_nothing_behind_has_no_light()
    {
        var district = District();
        district.End("SPE-1", ActType.Withdrawn, "2026-06-30");

        LightOf(district, "2026-06-29").Should().Be(Light.Red);
        LightOf(district, "2026-07-01").Should().BeNull();
    }

    [Fact]
    public void A_plan_listed_later_and_then_ended_stays_an_audit_lead()
    {
        var district = Arranged(District());
        district.List("SR-2026", ListTrack.SpecialAndRegional, 2026, "2026-05-01");
        district.Entry("SR-2026", "SPE-1");
        district.End("SPE-1", ActType.Withdrawn, "2026-06-30");
        district.List("SR-2027", ListTrack.SpecialAndRegional, 2027, "2027-01-10",
            l => l with { Replaces = district.Key<DirectoryList>("SR-2026") });

        (district.Finding(Rule, "2027-02-01").Verdict, district.Finding(Rule, "2027-02-01").Severity)
            .Should().Be((Verdict.Fail, Severity.Warning));
    }

    [Fact]
    public void A_secret_mark_clears_nothing()
    {
        var district = Arranged(District());
        var before = district.Finding(Rule, "2026-06-30");
        district.Plan("SPE-1", PlanKind.Special, 2026, 2030, p => p with { Secrecy = Secrecy.Secret });

        var after = district.Finding(Rule, "2026-06-30");
        after.Sentence.Zh.Should().Be(before.Sentence.Zh.Replace("《SPE-1规划》", "涉密规划（SPE-1）", StringComparison.Ordinal));
        after.Should().BeEquivalentTo(before, o => o.Excluding(f => f.Facts).Excluding(f => f.Sentence).Excluding(f => f.Remedies));
    }

    private static Light? LightOf(TestDistrict district, string day)
    {
        var judgement = PlanRegistry.Rules.Judge.JudgementOf(district.On(day));
        return judgement.LightOf(judgement.Snapshot.Plan(district.Key<Plan>("SPE-1"))!);
    }

    [Fact]
    public void Asking_is_no_breach()
    {
        var district = District();
        district.Funding("F-1", "SPE-1", f => f with { RequestedOn = PartialDate.Parse("2026-02-10") });

        district.Findings(Rule, "2026-06-30").Should().BeEmpty();
    }

    [Fact]
    public void A_development_plan_is_not_judged()
    {
        var district = new TestDistrict();
        district.Plan("DEV-1", PlanKind.Development, 2026, 2030);
        district.Funding("F-1", "DEV-1", f => f with { ArrangedOn = PartialDate.Parse("2026-02-10") });

        district.Findings(Rule, "2026-06-30").Should().BeEmpty();
    }

    [Fact]
    public void A_plan_begun_and_approved_before_the_notice_is_not_judged()
    {
        var district = new TestDistrict();
        district.List("SR-2021", ListTrack.SpecialAndRegional, 2021, "2021-01-05");
        district.Plan("SPE-1", PlanKind.Special, 2018, 2027);
        district.Act("SPE-1", ActType.DraftingStarted, "2017-03-01");
        district.Act("SPE-1", ActType.GovernmentApproved, "2018-03-01", "GOV",
            with: a => a with
            {
                Document = district.Document("APPROVAL", "GOV", d => d with { IssuedOn = PartialDate.Parse("2018-03-01") }).Key,
            });

        Arranged(district).Findings(Rule, "2026-06-30").Should().BeEmpty();
    }

    [Fact]
    public void The_listing_is_read_on_the_day_of_the_money_whatever_the_status_is_now()
    {
        var district = District();
        district.Entry("SR-2025", "SPE-1");
        district.List("SR-2026", ListTrack.SpecialAndRegional, 2026, "2026-03-01",
            l => l with { Replaces = district.Key<DirectoryList>("SR-2025") });
        district.Entry("SR-2026", "SPE-1", e => e with { Dropped = true });

        Arranged(district, "2026-02-10").Findings(Rule, "2026-06-30").Should().BeEmpty("it was listed on that day");
        Arranged(district, "2026-03-10").Finding(Rule, "2026-06-30").Since.Should().Be(new DateOnly(2026, 3, 10));
    }

    [Fact]
    public void An_expired_plan_is_still_judged()
    {
        var district = new TestDistrict();
        district.List("SR-2021", ListTrack.SpecialAndRegional, 2021, "2021-01-05");
        district.Plan("SPE-1", PlanKind.Special, 2021, 2025);
        district.Act("SPE-1", ActType.DraftingStarted, "2021-02-01");

        Arranged(district).Finding(Rule, "2026-06-30").Verdict.Should().Be(Verdict.Fail);
    }
}
