using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Experts;
using PlanRegistry.Records;
using PlanRegistry.Rules.Experts;
using PlanRegistry.Tests.Reviews;

namespace PlanRegistry.Tests.Experts;

[Trait("Rule", nameof(ExpertsAreOfThePoolAndHaveNoInterest))]
public class ExpertsAreOfThePoolAndHaveNoInterestTests
{
    private const string Rule = "PUB-002";
    private const string Today = "2022-06-01";
    private readonly TestDistrict district = new();

    public ExpertsAreOfThePoolAndHaveNoInterestTests()
    {
        district.WithSpecialPlan();
        Pool("UNI", e => e with { Name = "重庆某大学", Form = ExpertForm.Institute, Employer = null });
    }

    private Expert Pool(string code, Func<Expert, Expert>? with = null)
    {
        var row = new Expert
        {
            Code = code, Name = $"专家{code}", Form = ExpertForm.Person, Employer = "重庆某大学", Fields = ["综合交通"],
            From = PartialDate.Parse("2021-01-01"),
        };
        return district.Add(with?.Invoke(row) ?? row);
    }

    private void Ask(Expert expert, ActAbout about = ActAbout.Plan, string on = "2022-03-01") => district.Add(new ExpertDraw
    {
        Plan = district.Key<Plan>("SPE"), About = about, Expert = new(TestDistrict.Own, expert.Code), On = PartialDate.Parse(on), LotOf = 1,
    });

    private void Hear(Expert expert, ActAbout about = ActAbout.Plan, string on = "2022-03-10") => district.Add(new ExpertOpinion
    {
        Plan = district.Key<Plan>("SPE"), About = about, Expert = new(TestDistrict.Own, expert.Code), On = PartialDate.Parse(on),
        Conclusion = ExpertConclusion.Agreed, Word = "同意。",
    });

    [Fact]
    public void One_of_the_pool_who_works_elsewhere_complies()
    {
        Ask(Pool("A"));

        district.Findings(Rule, Today).Should().BeEmpty();
    }

    [Fact]
    public void A_plan_about_which_nobody_was_asked_is_not_judged() => district.Findings(Rule, Today).Should().BeEmpty();

    [Fact]
    public void One_who_works_for_the_agency_that_drafts_the_plan_has_an_interest_in_it()
    {
        Ask(Pool("A", e => e with { Name = "甲某", Employer = "区交通运输委" }));

        var finding = district.Finding(Rule, Today);

        finding.Sentence.Zh.Should().Be("《SPE规划》（论证）征询了有利害关系的专家或者机构甲某：所在单位是本规划的编制部门区交通运输委。");
        finding.Sentence.En.Should().Be(
            "SPE规划 (argumentation) was put to 甲某, who has an interest in it: works for 区交通运输委, which drafts the plan.");
        (finding.Verdict, finding.Severity, finding.Since).Should().Be((Verdict.Fail, Severity.Error, new DateOnly(2022, 3, 1)));
        finding.Key.Should().Be("PUB-002|500154/plans/SPE|500154/experts/A|PLAN");
        finding.Remedies.Select(r => (r.Act, r.Text.Zh)).Should().Equal(("drawExperts",
            "由区交通运输委从专家库中另行抽取无利害关系的专家或者机构，重新征询意见；录入有误的予以更正。"));
    }

    public static TheoryData<string, Func<Expert, Expert>> Interests => new()
    {
        { "参与编制本规划", e => e with { Drafted = [new(TestDistrict.Own, "SPE")] } },
        { "与编制部门区交通运输委有利害关系", e => e with { InterestedIn = [new(TestDistrict.Own, "TRANS")] } },
        { "所在单位是本规划的编制部门区交通运输委", e => e with { Form = ExpertForm.Institute, Name = "区交通运输委", Employer = null } },
        { "所在单位是本规划的编制部门区交通运输委", e => e with { Employer = " 区交通运输委 " } },
    };

    [Theory]
    [MemberData(nameof(Interests))]
    public void What_is_an_interest(string why, Func<Expert, Expert> with)
    {
        Ask(Pool("A", with));

        district.Finding(Rule, Today).Sentence.Zh.Should().EndWith($"：{why}。");
    }

    [Fact]
    public void The_people_of_an_institute_that_took_part_in_drafting_have_its_interest()
    {
        Pool("UNI", e => e with
        {
            Name = "重庆某大学", Form = ExpertForm.Institute, Employer = null, Drafted = [new(TestDistrict.Own, "SPE")],
        });
        Ask(Pool("A"));

        district.Finding(Rule, Today).Sentence.Zh.Should().EndWith("：所在机构重庆某大学参与编制本规划。");
    }

    [Fact]
    public void The_people_of_an_institute_have_its_interest_in_who_drafts_the_plan()
    {
        Pool("UNI", e => e with
        {
            Name = "重庆某大学", Form = ExpertForm.Institute, Employer = null, InterestedIn = [new(TestDistrict.Own, "TRANS")],
        });
        Ask(Pool("A"));

        district.Finding(Rule, Today).Sentence.Zh.Should().EndWith("：与编制部门区交通运输委有利害关系。");
    }

    [Fact]
    public void Who_works_for_the_body_that_succeeded_the_drafter_has_an_interest()
    {
        var drafter = district.View().Agency(new Key<Agency>(TestDistrict.Own, "TRANS"))!;
        district.Add(drafter with { ValidTo = PartialDate.Parse("2021-12-31"), SucceededBy = new(TestDistrict.Own, "TRAFFIC") });
        district.Agency("TRAFFIC", "区交通局", AgencyRole.Department);
        Ask(Pool("A", e => e with { Employer = "区交通局" }));

        district.Finding(Rule, Today).Sentence.Zh.Should().EndWith("：所在单位是本规划的编制部门区交通局。");
    }

    [Theory]
    [InlineData(ActAbout.Plan, false)]
    [InlineData(ActAbout.Amendment, false)]
    [InlineData(ActAbout.MidTerm, true)]
    [InlineData(ActAbout.Final, true)]
    public void Who_argued_the_plan_does_not_evaluate_it_nor_do_the_people_of_that_institute(ActAbout about, bool isBroken)
    {
        var institute = Pool("UNI", e => e with { Name = "重庆某大学", Form = ExpertForm.Institute, Employer = null });
        Ask(institute);
        Hear(institute);
        Ask(Pool("A"), about, "2022-04-01");

        district.Findings(Rule, Today).Select(f => f.Sentence.Zh).Should().Equal(isBroken
            ? [$"《SPE规划》（{(about == ActAbout.MidTerm ? "中期评估" : "总结评估")}）征询了有利害关系的专家或者机构专家A：所在机构重庆某大学承担过本规划的论证。"] : []);
    }

    [Theory]
    [InlineData("2022-03-01", null, false)]
    [InlineData("2022-03-02", null, true)]
    [InlineData("2021-01-01", "2022-03-01", false)]
    [InlineData("2021-01-01", "2022-02-28", true)]
    public void Who_was_not_of_the_pool_on_that_day_is_a_warning(string from, string? to, bool isBroken)
    {
        Ask(Pool("A", e => e with { From = PartialDate.Parse(from), To = to is null ? null : PartialDate.Parse(to) }));

        district.Findings(Rule, Today).Select(f => (f.Severity, f.Sentence.Zh)).Should().Equal(isBroken
            ? [(Severity.Warning, "《SPE规划》（论证）于2022年3月1日征询的专家A当日不在专家库、研究机构库。")] : []);
    }

    [Fact]
    public void Whose_employer_is_not_recorded_may_have_an_interest()
    {
        Ask(Pool("A", e => e with { Employer = null }));

        var finding = district.Finding(Rule, Today);

        finding.Sentence.Zh.Should().Be("《SPE规划》（论证）征询的专家A有无利害关系待核实：所在单位未录入，有无利害关系无法判定。");
        (finding.Verdict, finding.Severity).Should().Be((Verdict.Unknown, Severity.Warning));
    }

    [Fact]
    public void Who_was_asked_before_the_registry_kept_records_is_not_judged()
    {
        Ask(Pool("A", e => e with { Employer = "区交通运输委" }));
        district.RecordedOn("2022-03-02");

        district.Findings(Rule, Today).Should().BeEmpty();
    }

    [Fact]
    public void An_opinion_of_one_who_was_not_asked_is_judged_by_its_day()
    {
        Hear(Pool("A", e => e with { Employer = "区交通运输委" }));

        district.Finding(Rule, Today).Since.Should().Be(new DateOnly(2022, 3, 10));
    }

    [Theory]
    [InlineData("开州交通运输委")]
    [InlineData("重庆市开州区交通运输委")]
    [InlineData("区交通运输委规划科")]
    [InlineData("区交通运输委(综合科)")]
    public void An_employer_that_is_the_drafter_or_a_section_of_it_is_an_interest(string employer)
    {
        Ask(Pool("A", e => e with { Employer = employer }));

        district.Finding(Rule, Today).Sentence.Zh.Should()
            .EndWith($"有利害关系的专家或者机构专家A：所在单位“{employer}”属于本规划的编制部门区交通运输委。");
    }

    [Theory]
    [InlineData("区交通运输委公路规划设计院")]
    [InlineData("交通运输委(退休)")]
    [InlineData("区交通运输委(退休)")]
    [InlineData("原区交通运输委")]
    [InlineData("交通运输委规划科")]
    public void One_that_is_likely_part_of_it_is_open(string employer)
    {
        Ask(Pool("A", e => e with { Employer = employer }));

        var finding = district.Finding(Rule, Today);

        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Sentence.Zh.Should().EndWith($"：所在单位“{employer}”可能属于本规划的编制部门区交通运输委，有无利害关系无法判定。");
    }

    [Theory]
    [InlineData("重庆市交通运输委")]
    [InlineData("万州区交通运输委")]
    [InlineData("区交通运输委职工医院")]
    [InlineData("重庆交通大学")]
    [InlineData("区水利局")]
    public void Another_places_body_another_body_and_one_of_its_own_are_not_accused(string employer)
    {
        Ask(Pool("A", e => e with { Employer = employer }));

        district.Findings(Rule, Today).Should().BeEmpty();
    }

    [Fact]
    public void Who_worked_for_a_body_that_went_into_the_drafter_has_an_interest()
    {
        var former = district.Agency("ROADS", "区公路局", AgencyRole.Department);
        district.Add(former with { ValidTo = PartialDate.Parse("2021-12-31"), SucceededBy = district.Key<Agency>("TRANS") });
        Ask(Pool("A", e => e with { Employer = "区公路局" }));

        district.Finding(Rule, Today).Sentence.Zh.Should().EndWith("：所在单位是本规划的编制部门区公路局。");
    }
}
