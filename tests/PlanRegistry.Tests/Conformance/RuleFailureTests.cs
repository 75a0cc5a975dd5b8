using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Funding;
using PlanRegistry.Records;
using PlanRegistry.Rules;

namespace PlanRegistry.Tests.Conformance;

/// <summary>
/// A mistake in a rule costs one plan the answers of that rule: it is told
/// as open, and everything else is answered as if nothing had happened.
/// </summary>
public sealed class RuleFailureTests
{
    private const string Day = "2023-06-30";

    [Theory]
    [InlineData("CAT-002", typeof(AConditionThrows))]
    [InlineData("HIE-001", typeof(AConclusionThrows))]
    [InlineData("HIE-005", typeof(AConditionInsideNotThrows))]
    [InlineData("REV-003", typeof(AConditionInsideAQueryThrows))]
    [InlineData("AME-003", typeof(OneOfTwoMatchesThrows))]
    public void A_rule_that_throws_on_a_plan_leaves_one_open_matter_there_and_says_nothing_else_of_it(string code, Type rule)
    {
        var judgement = Judged([rule, typeof(NothingThrows)]);

        var finding = Of(judgement, code, ThrowingRules.Broken).Should().ContainSingle().Subject;
        finding.Verdict.Should().Be(Verdict.Unknown);
        finding.Severity.Should().Be(Severity.Error);
        finding.Sentence.Zh.Should().Be("《P-2规划》是否符合本规则待核实：评判时系统出错，未能得出结论，详情见运行日志。");
        finding.Sentence.En
            .Should().Be("Whether P-2规划 complies is open: to judge it by this rule failed, and the server's log tells what failed.");
        finding.Remedies.Should().ContainSingle().Which.Text.Zh.Should().Be("由区发展改革委会同系统维护人员按运行日志查明原因；属记录有误的，予以更正。");
        judgement.Failures.Should().ContainSingle().Which.Exception.ToString().Should().Contain("a mistake");
    }

    [Fact]
    public void Other_plans_and_other_rules_are_answered_as_if_nothing_had_happened()
    {
        Type[] all = [typeof(AConditionThrows), typeof(AConclusionThrows), typeof(AConditionInsideNotThrows),
            typeof(AConditionInsideAQueryThrows), typeof(OneOfTwoMatchesThrows), typeof(NothingThrows)];
        var judgement = Judged(all);

        Of(judgement, "REV-006", ThrowingRules.Broken).Should().ContainSingle().Which.Verdict.Should().Be(Verdict.Fail);
        foreach (var plan in new[] { "P-1", "P-3" })
        {
            Of(judgement, "CAT-002", plan).Should().ContainSingle().Which.Verdict.Should().Be(Verdict.Fail);
            Of(judgement, "HIE-005", plan).Should().ContainSingle().Which.Verdict.Should().Be(Verdict.Fail);
            Of(judgement, "AME-003", plan).Should().HaveCount(2).And.OnlyContain(f => f.Verdict == Verdict.Fail);
        }
        judgement.Findings.Where(f => f.Verdict == Verdict.Unknown)
            .Should().HaveCount(5).And.OnlyContain(f => f.Plan!.Value.Code == ThrowingRules.Broken);
    }

    [Fact]
    public void A_condition_that_two_rules_share_leaves_both_open()
    {
        var judgement = Judged([typeof(AConditionThrows), typeof(TheSameConditionThrows)]);

        judgement.Findings.Where(f => f.Verdict == Verdict.Unknown).Select(f => f.Key)
            .Should().Equal("CAT-002|500154/plans/P-2", "REV-001|500154/plans/P-2");
        judgement.Findings.Where(f => f.Verdict == Verdict.Fail).Should().HaveCount(4);
    }

    /// <summary>
    /// The real rules: a policy value that no intake lets in makes the worth of a plan impossible to compute, and CAT-002 rests on it.
    /// </summary>
    [Fact]
    public void A_fact_that_cannot_be_computed_leaves_open_what_rests_on_it_and_no_more()
    {
        var whole = District();
        var broken = District();
        broken.Policy(PolicyKeys.MinYears, "three");

        var judgement = broken.Judge(Day);

        judgement.Findings.Where(f => f.Rule == "CAT-002")
            .Should().HaveCount(3).And.OnlyContain(f => f.Verdict == Verdict.Unknown && f.Severity == Severity.Error);
        judgement.Findings.Where(f => f.Rule != "CAT-002").Select(Whole.Of)
            .Should().Equal(whole.Judge(Day).Findings.Where(f => f.Rule != "CAT-002").Select(Whole.Of));
        judgement.Failures.Should().HaveCount(3).And.OnlyContain(f => f.Exception is FormatException);
    }

    /// <summary>
    /// Years that no intake lets in: from what a plan's acts come to on the day, or its very history, nothing can be computed.
    /// </summary>
    [Theory]
    [InlineData(2021, 20250)]
    [InlineData(0, 2025)]
    public void A_plan_whose_standing_cannot_be_told_is_open_by_each_rule_that_asks_and_all_else_is_answered(int from, int to)
    {
        var (whole, broken) = (District().Judge(Day), District(p => p with { HorizonFrom = from, HorizonTo = to }).Judge(Day));

        var open = broken.Findings.Where(f => f.Plan?.Code == ThrowingRules.Broken).ToList();
        open.Should().OnlyContain(f => f.Verdict == Verdict.Unknown && f.Severity == Severity.Error).And.OnlyHaveUniqueItems(f => f.Rule);
        open.Select(f => f.Rule).Should().Contain(["CAT-001", "CAT-002", "HIE-001"]);
        open[0].Sentence.Zh.Should().Be("《P-2规划》是否符合本规则待核实：评判时系统出错，未能得出结论，详情见运行日志。");
        open[0].Facts[0].Text.Zh.Should().Be($"《P-2规划》（专项规划，{from}—{to}年，状态未能得出）");
        broken.Failures.Should().OnlyContain(f => f.On == ThrowingRules.Broken && f.Exception is ArgumentOutOfRangeException);
        broken.Findings.Where(f => f.Plan?.Code != ThrowingRules.Broken).Select(Whole.Of)
            .Should().Equal(whole.Findings.Where(f => f.Plan?.Code != ThrowingRules.Broken).Select(Whole.Of)).And.NotBeEmpty();
        broken.Snapshot.OwnPlans.Select(p => broken.LightOf(p))
            .Should().Equal(broken.Snapshot.OwnPlans.Select(p => p.HasStanding ? whole.LightOf(whole.Snapshot.Plan(p.Key)!) : Light.Grey))
            .And.Contain(Light.Grey);
        new Coverage(broken).Sentences.Should().NotBeEmpty();
    }

    /// <summary>What was allocated to the district is a fact of all plans, and ALI-004 judges development plans by it.</summary>
    [Fact]
    public void Facts_of_the_district_that_cannot_be_computed_leave_open_the_plans_that_a_rule_is_about_and_no_list()
    {
        var district = District();
        district.Plan("DEV-1", PlanKind.Development, 2021, 2025);
        district.Indicator("I-1", "指标1");
        district.Target("DEV-1", "I-1", 10);
        district.List("SR-2021", ListTrack.SpecialAndRegional, 2021, "2021-03-20");
        var snapshot = district.On(Day);
        var parts = Facts.Parts(snapshot.View).Select(p => Judge.Facts.Of(snapshot, p)).ToList();
        var broken = parts[0] with
        {
            Failures = [new FactFailure([typeof(PlanRegistry.Alignment.AllocationOnDay)], new InvalidOperationException("a mistake"))],
        };

        var judgement = Judge.JudgementOf(snapshot, broken, [parts.Skip(1)], Judge.Rules, processors: 2);

        judgement.Findings.Where(f => f.Rule == "ALI-004").Select(f => f.Key).Should().Equal("ALI-004|500154/plans/DEV-1");
        judgement.Findings.Where(f => f.Rule != "ALI-004").Select(Whole.Of)
            .Should().Equal(district.Judge(Day).Findings.Where(f => f.Rule != "ALI-004").Select(Whole.Of));
    }

    [Theory]
    [InlineData(typeof(AConditionOnListsThrows))]
    [InlineData(typeof(AConclusionOnListsThrows))]
    public void A_rule_that_throws_on_a_list_leaves_that_list_open_and_other_lists_and_plans_answered(Type rule)
    {
        var district = District();
        district.List(ThrowingRules.BrokenList, ListTrack.SpecialAndRegional, 2021, "2021-03-20");
        district.List("SR-2022", ListTrack.SpecialAndRegional, 2022, "2022-03-20");

        var judgement = Judged([rule, typeof(NothingThrows)], district);

        judgement.Findings.Where(f => f.Rule == "CAT-003").Select(f => $"{f.Key} {f.Verdict}").Should()
            .Equal("CAT-003|500154/directory_lists/SR-2021 Unknown", "CAT-003|500154/directory_lists/SR-2022 Fail");
        judgement.Findings.Single(f => f.Verdict == Verdict.Unknown).Sentence.Zh
            .Should().Be("目录清单SR-2021是否符合本规则待核实：评判时系统出错，未能得出结论，详情见运行日志。");
        judgement.Findings.Where(f => f.Rule == "REV-006").Should().HaveCount(3);
        judgement.Failures.Should().ContainSingle().Which.On.Should().Be("SR-2021");
    }

    [Fact]
    public void A_finding_that_cannot_be_put_into_words_is_a_rule_that_throws()
    {
        var judgement = Judged([typeof(HasNoWords), typeof(NothingThrows)]);

        judgement.Findings.Where(f => f.Rule == "ALI-003")
            .Should().HaveCount(3).And.OnlyContain(f => f.Verdict == Verdict.Unknown && f.Severity == Severity.Error);
        judgement.Failures.Should().HaveCount(3).And.OnlyContain(f => f.Rule == "ALI-003" && f.Exception is InvalidOperationException);
        judgement.Findings.Where(f => f.Rule == "REV-006").Should().HaveCount(3);
    }

    [Fact]
    public void What_only_money_asks_for_goes_with_a_rule_that_throws_and_stays_with_another()
    {
        var broken = District().Key<Plan>(ThrowingRules.Broken);

        IEnumerable<string> OnlyForMoney(Judgement j) => j.ForMoney(broken).Where(f => f.Verdict == Verdict.Fail).Select(f => f.Rule);
        OnlyForMoney(Judged([typeof(SpeaksOfMoneyAlone), typeof(AConclusionThrows)])).Should().Equal("CAT-001");
        OnlyForMoney(Judged([typeof(SpeaksOfMoneyAlone), typeof(ThrowsBesideMoney)])).Should().BeEmpty();
    }

    [Fact]
    public void A_rule_about_development_plans_alone_leaves_nothing_open_about_others()
    {
        var judgement = Judged([typeof(OnlyDevelopmentPlansThrow)]);

        judgement.Findings.Should().BeEmpty();
        judgement.Failures.Should().ContainSingle("the log has it all the same").Which.Rule.Should().Be("HIE-004");
    }

    [Fact]
    public void What_throws_outside_any_rule_leaves_all_rules_of_that_plan_open()
    {
        var snapshot = District().On(Day);
        var parts = Facts.Parts(snapshot.View).Select(p => Judge.Facts.Of(snapshot, p)).ToList();
        var twice = parts.Select(p => p.Part.Code == ThrowingRules.Broken ? p with { Facts = [.. p.Facts, p.Facts[0]] } : p).ToList();

        var judgement = Judge.JudgementOf(snapshot, parts[0], [twice.Skip(1)],
            new CompiledRules([typeof(NothingThrows), typeof(SpeaksOfMoneyAlone)]), processors: 2);

        judgement.Findings.Select(f => $"{f.Key} {f.Verdict}").Should().Equal(
            "CAT-001|500154/plans/P-2 Unknown", "REV-006|500154/plans/P-1 Fail",
            "REV-006|500154/plans/P-2 Unknown", "REV-006|500154/plans/P-3 Fail");
    }

    /// <summary>A mistake must not turn "after a check" into "yes".</summary>
    [Fact]
    public void Money_that_hangs_on_a_rule_that_throws_is_unknown_and_never_eligible()
    {
        var district = District();
        district.Policy(PolicyKeys.FundingConditionalOn, "CAT-002");
        district.Policy(PolicyKeys.MinYears, "three");
        var judgement = district.Judge(Day);

        var eligibility = FundingReview.Of(judgement, judgement.Snapshot.Plan(district.Key<Plan>("P-1"))!,
            new FundingQuestion(FundingPurpose.Implementation, FundingMoney.Other));

        eligibility.Verdict.Should().Be(FundingVerdict.Unknown);
        eligibility.Reasons.Should().Contain(r => r.Sentence.Zh == "《P-1规划》是否符合本规则待核实：评判时系统出错，未能得出结论，详情见运行日志。");
    }

    [Fact]
    public void Two_matches_that_say_the_same_are_two_to_NRules()
    {
        var rules = new CompiledRules([typeof(SaysTheSameOfEachPlan)]);
        var session = rules.NewSession();
        session.InsertAll(Facts.Parts(District().View()).SelectMany(p => Judge.Facts.Of(District().On(Day), p).Facts));
        session.Fire();

        session.Query<Same>().Should().HaveCount(3).And.OnlyContain(s => s == new Same("word"));
    }

    private static Judgement Judged(Type[] rules, TestDistrict? district = null)
    {
        var snapshot = (district ?? District()).On(Day);
        var parts = Facts.Parts(snapshot.View).Select(p => Judge.Facts.Of(snapshot, p)).ToList();
        return Judge.JudgementOf(snapshot, parts[0], [parts.Skip(1)], new CompiledRules(rules), processors: 2);
    }

    private static IEnumerable<Finding> Of(Judgement judgement, string code, string plan) =>
        judgement.Findings.Where(f => f.Rule == code && f.Plan?.Code == plan);

    private static TestDistrict District(Func<Plan, Plan>? broken = null)
    {
        var district = new TestDistrict();
        district.Stub("500000:CQ-2021", 2021, 2025, "2021-02-01");
        district.Stub("000000:CN-2021", 2021, 2025, "2021-03-12");
        foreach (var plan in new[] { "P-1", "P-2", "P-3" })
        {
            district.Plan(plan, PlanKind.Special, 2021, 2025, plan == ThrowingRules.Broken ? broken : null);
            district.Act(plan, PlanRegistry.Approval.ActType.DraftingStarted, "2021-04-01");
            district.Link(plan, "500000:CQ-2021");
            district.Link(plan, "000000:CN-2021");
        }
        return district;
    }
}

/// <summary>By value all are one; a session that compared facts so would refuse the second.</summary>
public sealed record Same(string Word);

[NRules.Fluent.Dsl.Name("CAT-001")]
public sealed class SaysTheSameOfEachPlan : NRules.Fluent.Dsl.Rule
{
    public override void Define()
    {
        PlanOnDay plan = null!;
        When().Match(() => plan, p => p.IsJudged);
        Then().Yield(_ => new Same("word"));
    }
}
