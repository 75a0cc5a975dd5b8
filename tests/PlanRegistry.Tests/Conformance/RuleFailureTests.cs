using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Rules;

namespace PlanRegistry.Tests.Conformance;

/// <summary>A mistake in a rule costs one plan the answers of that rule: it is told as open, and everything else is answered as if nothing had happened.</summary>
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
        finding.Sentence.Zh.Should().Be("“P-2规划”是否符合本规则待核实:评判时系统出错,未能得出结论,详情见运行日志。");
        finding.Sentence.En.Should().Be("Whether P-2规划 complies is open: to judge it by this rule failed, and the server's log tells what failed.");
        finding.Remedies.Should().ContainSingle().Which.Text.Zh.Should().Be("由区发展改革委会同系统维护人员按运行日志查明原因;属记录有误的,予以更正");
        judgement.Failures.Should().ContainSingle().Which.Exception.ToString().Should().Contain("a mistake");
    }

    [Fact]
    public void Other_plans_and_other_rules_are_answered_as_if_nothing_had_happened()
    {
        Type[] all = [typeof(AConditionThrows), typeof(AConclusionThrows), typeof(AConditionInsideNotThrows), typeof(AConditionInsideAQueryThrows), typeof(OneOfTwoMatchesThrows), typeof(NothingThrows)];
        var judgement = Judged(all);

        Of(judgement, "REV-006", ThrowingRules.Broken).Should().ContainSingle().Which.Verdict.Should().Be(Verdict.Fail);
        foreach (var plan in new[] { "P-1", "P-3" })
        {
            Of(judgement, "CAT-002", plan).Should().ContainSingle().Which.Verdict.Should().Be(Verdict.Fail);
            Of(judgement, "HIE-005", plan).Should().ContainSingle().Which.Verdict.Should().Be(Verdict.Fail);
            Of(judgement, "AME-003", plan).Should().HaveCount(2).And.OnlyContain(f => f.Verdict == Verdict.Fail);
        }
        judgement.Findings.Where(f => f.Verdict == Verdict.Unknown).Should().HaveCount(5).And.OnlyContain(f => f.Plan!.Value.Code == ThrowingRules.Broken);
    }

    [Fact]
    public void A_condition_that_two_rules_share_leaves_both_open()
    {
        var judgement = Judged([typeof(AConditionThrows), typeof(TheSameConditionThrows)]);

        judgement.Findings.Where(f => f.Verdict == Verdict.Unknown).Select(f => f.Key).Should().Equal("CAT-002|500154/plans/P-2", "REV-001|500154/plans/P-2");
        judgement.Findings.Where(f => f.Verdict == Verdict.Fail).Should().HaveCount(4);
    }

    /// <summary>The real rules: a policy value that no intake lets in makes the worth of a plan impossible to compute, and CAT-002 rests on it.</summary>
    [Fact]
    public void A_fact_that_cannot_be_computed_leaves_open_what_rests_on_it_and_no_more()
    {
        var whole = District();
        var broken = District();
        broken.Policy(PolicyKeys.MinYears, "three");

        var judgement = broken.Judge(Day);

        judgement.Findings.Where(f => f.Rule == "CAT-002").Should().HaveCount(3).And.OnlyContain(f => f.Verdict == Verdict.Unknown && f.Severity == Severity.Error);
        judgement.Findings.Where(f => f.Rule != "CAT-002").Select(Whole.Of).Should().Equal(whole.Judge(Day).Findings.Where(f => f.Rule != "CAT-002").Select(Whole.Of));
        judgement.Failures.Should().HaveCount(3).And.OnlyContain(f => f.Exception is FormatException);
    }

    [Fact]
    public void A_rule_that_is_not_about_a_plan_leaves_nothing_open_about_it()
    {
        var district = District();
        district.Plan("DEV-1", PlanKind.Development, 2021, 2025);
        district.Policy(PolicyKeys.SuperiorLaterGraceDays, "soon");

        district.Judge(Day).Failures.Select(f => f.Finding.Rule).Should().NotContain("HIE-002");
        district.Judge(Day).Findings.Where(f => f.Rule == "HIE-004" && f.Plan!.Value.Code != "DEV-1").Should().BeEmpty("it judges development plans alone");
    }

    [Fact]
    public void Two_matches_that_say_the_same_are_two_to_NRules()
    {
        var rules = new CompiledRules([typeof(SaysTheSameOfEachPlan)]);
        var session = rules.NewSession();
        session.InsertAll(Facts.Parts(District().View()).SelectMany(p => Facts.Of(District().On(Day), p).Facts));
        session.Fire();

        session.Query<Same>().Should().HaveCount(3).And.OnlyContain(s => s == new Same("word"));
    }

    private static Judgement Judged(Type[] rules)
    {
        var snapshot = District().On(Day);
        var parts = Facts.Parts(snapshot.View).Select(p => Facts.Of(snapshot, p)).ToList();
        return Judge.Assess(snapshot, parts.Single(p => p.Part.Of == typeof(District)), [parts.Where(p => p.Part.Of == typeof(Plan))], new CompiledRules(rules), processors: 2);
    }

    private static IEnumerable<Finding> Of(Judgement judgement, string code, string plan) => judgement.Findings.Where(f => f.Rule == code && f.Plan?.Code == plan);

    private static TestDistrict District()
    {
        var district = new TestDistrict();
        district.Stub("500000:CQ-2021", 2021, 2025, "2021-02-01");
        district.Stub("000000:CN-2021", 2021, 2025, "2021-03-12");
        foreach (var plan in new[] { "P-1", "P-2", "P-3" })
        {
            district.Plan(plan, PlanKind.Special, 2021, 2025);
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
