using System.Text.Json;
using PlanRegistry.Records;
using PlanRegistry.Catalogue;
using PlanRegistry.Approval;
using PlanRegistry.Conformance;
using PlanRegistry.Rules;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Conformance;

/// <summary>rule(code).whyNot(plan:): where each case of a rule first fails on a plan.</summary>
public sealed class WhyNotTests : ServerTest
{
    private static string Filled(string query, params object[] values) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, query, values);

    [Fact]
    public async Task An_unknown_rule_district_or_plan_is_told()
    {
        const string whyNot = "{{ rule(code: \"CAT-001\") {{ whyNot(district: \"{0}\", plan: \"{1}\") {{ reasons {{ case }} }} }} }}";

        (await NotFound("{ rule(code: \"CAT-999\") { code } }")).Should().Be("There is no rule \"CAT-999\".");
        (await NotFound(Filled(whyNot, "500155", "DEV-2021"))).Should().Be("The registry has no district 500155.");
        (await NotFound(Filled(whyNot, "500154", "NO-SUCH"))).Should().Be("The district 500154 has no plan \"NO-SUCH\".");
    }

    [Fact]
    public async Task An_unknown_rule_or_capability_in_a_filter_is_told()
    {
        const string findings = "{{ district(code: \"500154\") {{ findings(first: 1, filter: {{ {0} }}) {{ totalCount }} }} }}";

        (await Refused(Filled(findings, "rules: [\"CAT-999\"]"))).Should().Be(
            "The argument \"rules\" has \"CAT-999\", which is no rule.");
        (await Refused(Filled(findings, "capabilities: [\"Money\"]"))).Should()
            .StartWith("The argument \"capabilities\" has \"Money\", which is none of ");
    }

    [Fact]
    public async Task A_development_plan_is_told_to_be_none_of_those_that_must_be_listed()
    {
        var answer = await WhyNot("CAT-001", "DEV-2026");

        var first = answer.At("reasons.0");
        answer.At("findings").GetArrayLength().Should().Be(0);
        first.Text("case").Should().Be("CAT-001");
        first.Text("condition").Should().Be("plan.Kind != PlanKind.Development");
        first.Text("sentence").Should().EndWith("：是发展规划，不属本规则评判范围。");
        first.Text("en").Should().EndWith(": it is a development plan, which this rule does not judge.");
        first.Text("values.0.path").Should().Be("plan.Kind");
        first.Text("values.0.value").Should().Be("Development");
    }

    [Fact]
    public async Task A_rule_that_has_a_finding_on_the_plan_returns_it()
    {
        var findings = (await District($"findings(first: 100) {{ nodes {{ {Selections.Finding} }} }}")).Findings.Nodes;
        var one = findings.First(f => f.Plan is not null);

        var answer = await WhyNot(one.Rule.Code, one.Plan.Code);

        answer.Text("findings.0.plan.code").Should().Be(one.Plan.Code);
        answer.At("reasons").GetArrayLength().Should().Be(0);
    }

    private async Task<JsonElement> WhyNot(string rule, string plan, string district = "500154")
    {
        const string reason = "case condition sentence en: sentence(language: EN) values { path value }";
        const string told = $"findings {{ {Selections.Finding} }} reasons {{ {reason} }}";
        const string asked = $"rule(code: $rule) {{ whyNot(district: $district, plan: $plan) {{ {told} }} }}";
        var query = $"query($rule: String!, $plan: String!, $district: String!) {{ {asked} }}";
        return (await Ask(query, new { rule, plan, district })).At("rule.whyNot");
    }

    [Fact]
    public void A_listed_plan_and_one_that_never_had_money_are_told_so()
    {
        var district = new TestDistrict();
        district.List("SR-2021", ListTrack.SpecialAndRegional, 2021, "2021-03-20");
        district.Plan("P-1", PlanKind.Special, 2021, 2025);
        district.Entry("SR-2021", "P-1");
        district.Act("P-1", ActType.DraftingStarted, "2021-04-01");

        Sentences(district, "CAT-001", "P-1").Should().StartWith("《P-1规划》：已列入规划编制目录清单。");
        Sentences(district, "FUN-001", "P-1").Should().Equal(Enumerable.Repeat("《P-1规划》：没有可评判的规划经费的安排或使用。", 7));
        Sentences(district, "HIE-002", "P-1").Should().Equal("《P-1规划》：没有可评判的上位关系循环。");
        Sentences(district, "CAT-003", "P-1").Should().Equal("《P-1规划》：本规则评判目录清单，不评判单个规划。");
        Sentences(district, "REV-001", "P-1").Should().Equal("《P-1规划》：没有确定逾期未办的任务。", "《P-1规划》：没有因资料不明而待核实的任务。");
    }

    [Fact]
    public void The_one_development_plan_of_a_district_is_told_that_there_is_no_other()
    {
        var district = new TestDistrict();
        district.Plan("DEV", PlanKind.Development, 2021, 2025);
        district.Act("DEV", ActType.CongressApproved, "2021-02-20", "CONGRESS");

        Sentences(district, "HIE-003", "DEV").Should().Equal("《DEV规划》：没有可评判的规划期与其重叠的另一部发展规划。", "《DEV规划》：规划期为五年。");
    }

    [Fact]
    public void Money_that_was_lawful_is_told_line_by_line()
    {
        var district = new TestDistrict();
        district.List("SR-2021", ListTrack.SpecialAndRegional, 2021, "2021-03-20");
        district.Plan("P-1", PlanKind.Special, 2021, 2025);
        district.Entry("SR-2021", "P-1");
        district.Act("P-1", ActType.DraftingStarted, "2021-04-01");
        district.Funding("F-1", "P-1", f => f with { ArrangedOn = Records.PartialDate.Parse("2022-02-10") });

        Sentences(district, "FUN-001", "P-1")[0].Should().Be("“2022年2月10日为项目‘F-1项目’安排10万元（区级财政资金，规划实施），当日已列入目录清单”：当日没有确定未列入清单。");
    }

    [Fact]
    public void A_withdrawn_plan_is_judged_no_more_by_any_rule()
    {
        var district = new TestDistrict();
        district.Plan("P-1", PlanKind.Special, 2021, 2025);
        district.End("P-1", ActType.Withdrawn, "2022-04-01");

        Sentences(district, "HIE-001", "P-1").Distinct().Should().Equal("《P-1规划》：终止，不再评判。");
    }

    /// <summary>No rule and no plan leaves the asker without an answer.</summary>
    [Fact]
    public void Every_rule_says_why_it_has_no_finding_on_any_plan_of_the_sample()
    {
        var judgement = SampleFindings.On(new DateOnly(2026, 6, 30));
        foreach (var plan in judgement.Snapshot.OwnPlans)
        {
            foreach (var card in RuleBook.Cards.Where(c => judgement.Of(plan.Key).All(f => f.Rule != c.Code)))
            {
                WhyNotReasons.Of(judgement.Snapshot, card.Code, plan).Should().NotBeEmpty("{0} on {1}", card.Code, plan.Key)
                    .And.OnlyContain(r => r.Sentence.Zh.EndsWith('。') && r.Sentence.En.EndsWith('.'));
            }
        }
    }

    /// <summary>Only the plan's own facts are asked about: that they are its own never fails.</summary>
    [Fact]
    public void Every_condition_of_every_rule_has_words_but_those_that_no_reason_names()
    {
        string[] itsOwn = [".Plan == plan.Key", ".Of == plan.Key", ".Of == first.Key"];
        var conditions = WhyNotWords.Conditions.ToList();
        var named = conditions.Where(c => !c.Text.Contains("IsJudged", StringComparison.Ordinal)).Select(c => c.TypedText)
            .Where(c => !itsOwn.Any(own => c.EndsWith(own, StringComparison.Ordinal)));

        named.Except(WhyNotWords.ForConditions).Should().BeEmpty();
        WhyNotWords.ForConditions.Except(conditions.Select(c => c.TypedText)).Should().BeEmpty("words without a condition help nobody");
        WhyNotWords.Types.Except(WhyNotWords.ForTypes).Should().BeEmpty();
    }

    private static List<string> Sentences(TestDistrict district, string rule, string plan)
    {
        var snapshot = district.On("2023-06-30");
        return [.. WhyNotReasons.Of(snapshot, rule, snapshot.Plan(district.Key<Plan>(plan))!).Select(r => r.Sentence.Zh)];
    }
}
