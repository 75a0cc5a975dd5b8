namespace PlanRegistry.Tests.GraphQL;

/// <summary>经费审核: a verdict, its reasons, and candidates where it is not clear what is meant.</summary>
public sealed class FundingTests : ServerTest
{
    [Theory]
    [InlineData("spe-2024-01")]
    [InlineData("ＳＰＥ—2024—01 ")]
    public async Task A_code_is_found_however_it_is_typed(string typed) =>
        (await Check(typed)).Single().Plan.Code.Should().Be("SPE-2024-01");

    [Theory]
    [InlineData("SPE-2024-01", "2026-06-30", "IMPLEMENTATION", "DISTRICT", "NOT_ELIGIBLE", "UNLISTED")]
    [InlineData("SPE-2024-01", "2026-06-30", "IMPLEMENTATION", "UPPER_TRANSFER", "ELIGIBLE", "OTHER_MONEY")]
    [InlineData("SPE-2024-01", "2026-06-30", "PRELIMINARY_STUDY", "DISTRICT", "NOT_ELIGIBLE", "UNLISTED")]
    [InlineData("SPE-2025-01", "2026-06-30", "DRAFTING", "DISTRICT", "CONDITIONAL", "EXEMPTED")]
    [InlineData("DEV-2026", "2026-06-30", "IMPLEMENTATION", "DISTRICT", "ELIGIBLE", "NOT_SUBJECT")]
    public async Task Eligibility_on_a_day_is_explained(string plan, string on, string purpose, string money, string verdict, string reason)
    {
        var eligibility = await Eligibility(plan, $"on: \"{on}\", purpose: {purpose}, money: {money}");

        eligibility.Verdict.Should().Be(verdict);
        eligibility.Reasons.Select(r => r.Code).Should().Contain(reason);
    }

    [Fact]
    public async Task An_expired_plan_gets_money_for_its_evaluation_only_after_a_check()
    {
        (await Eligibility("DEV-2021", "purpose: EVALUATION")).Verdict.Should().Be("CONDITIONAL");
        (await Eligibility("DEV-2021", "purpose: IMPLEMENTATION")).Verdict.Should().Be("NOT_ELIGIBLE");
    }

    [Fact]
    public async Task Unknown_money_matters_only_where_district_money_would_not_be_eligible()
    {
        var checks = await Check("SPE-2025-01", "DEV-2026", "数字经济", "没有这个规划");

        checks[0].Eligibility.Verdict.Should().Be("UNKNOWN");
        checks[0].Eligibility.Reasons.Select(r => r.Code).Should().Contain("MONEY_UNKNOWN");
        checks[1].Eligibility.Verdict.Should().Be("ELIGIBLE");
        checks[3].Plan.Should().BeNull();
        checks[3].Candidates.Should().BeEmpty();
    }

    [Fact]
    public async Task Nothing_found_is_told_with_five_candidates_at_most_and_their_number()
    {
        var checks = await Check("没有这个规划", "规划", "");

        (checks[0].Eligibility.Verdict, checks[0].CandidateCount).Should().Be(("UNKNOWN", 0));
        checks[0].Reasons.Single().Sentence.Should().Be("没有找到代码或名称为“没有这个规划”的规划或清单条目，不能据此认定可以安排经费。");
        checks[1].Candidates.Should().HaveCount(5);
        checks[1].Reasons.Single().Sentence.Should().Be(
            $"没有找到代码或名称为“规划”的规划或清单条目；名称相近的规划和清单条目有{checks[1].CandidateCount}个，请核实所指。");
        checks[1].CandidateCount.Should().BeGreaterThan(5);
        checks.Should().OnlyContain(c => c.Reasons.Length > 0);
    }

    [Fact]
    public async Task A_near_name_is_told_though_none_contains_the_other()
    {
        await Write(new RegisterPlan("开州区综合交通运输发展“十五五”规划") { Code = "SPE-T" });

        var check = (await Check("交通运输“十五五”规划"))[0];

        check.Eligibility.Verdict.Should().Be("UNKNOWN");
        check.Candidates[0].Code.Should().Be("SPE-T");
        check.CandidateCount.Should().BeGreaterThanOrEqualTo(1);
        check.Reasons.Single().Sentence.Should().Be(
            $"没有找到代码或名称为“交通运输‘十五五’规划”的规划或清单条目；名称相近的规划和清单条目有{check.CandidateCount}个，请核实所指。");
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("1000000000000000")]
    public async Task What_is_no_amount_is_refused(string amount) =>
        (await Refused($"{{ district(code: \"500154\") {{ fundingCheck(requests: [{{ plan: \"DEV-2026\", amount: \"{amount}\" }}]) "
            + "{ request } } }")).Should().Be(
                $"The argument \"requests\" asks of the amount \"{amount}\" in question 1: "
                    + "it must be above nothing, with at most 15 digits before the point.");

    [Fact]
    public async Task Entries_without_a_plan_record_are_candidates_too()
    {
        await ApproveByTheGovernment(new ApproveDirectoryList("SR-LATER", 2026, new ListedPlan("开州区“十五五”清单上的规划(示例)", null)), "2026-06-29");

        var check = (await Check("清单上的"))[0];

        (check.Candidates.Length, check.CandidateCount).Should().Be((0, 1));
        check.CandidateEntries.Single().Title.Should().Be("开州区“十五五”清单上的规划(示例)");
        check.Reasons.Single().Sentence.Should().Be("没有找到代码或名称为“清单上的”的规划或清单条目；名称相近的规划和清单条目有1个，请核实所指。");
    }

    [Theory]
    [InlineData("500000:DEV-2026", false, "重庆市的规划")]
    [InlineData("500000:DEV-2026", true, "重庆市的规划")]
    [InlineData("000000:DEV-2026", true, "国家的规划")]
    public async Task A_plan_of_a_superior_is_told_by_code_and_by_title(string code, bool byTitle, string whose)
    {
        var title = await Title(code);

        var check = (await Check(byTitle ? title : code))[0];

        check.Eligibility.Verdict.Should().Be("UNKNOWN");
        check.Plan.Should().NotBeNull();
        check.Reasons.Single().Should().BeEquivalentTo(new { Code = "OTHER_DISTRICT", Sentence =
            $"《{title}》是{whose}，不是本区的区级规划，本登记册无从审核其经费，请向其所属地区核实。" });
    }

    [Fact]
    public async Task A_plan_of_the_district_goes_before_one_of_its_title_above()
    {
        var title = await Title("500000:DEV-2026");
        await Write(new RegisterPlan(title) { Code = "SPE-SAME", LeadAgency = "区教委" });

        (await Check(title))[0].Plan.Code.Should().Be("SPE-SAME");
    }

    [Theory]
    [InlineData("DRAFTING", "ELIGIBLE", "LISTED")]
    [InlineData("PRELIMINARY_STUDY", "ELIGIBLE", "LISTED")]
    [InlineData("IMPLEMENTATION", "CONDITIONAL", "LISTED", "NOT_REGISTERED")]
    public async Task An_entry_without_a_plan_answers(string purpose, string verdict, params string[] reasons)
    {
        await ApproveByTheGovernment(new ApproveDirectoryList("SR-LATER", 2026, new ListedPlan("开州区“十五五”清单上的规划(示例)", null)), "2026-06-29");

        var check = (await CheckFor(purpose, "开州区“十五五”清单上的规划(示例)"))[0];

        check.Plan.Should().BeNull();
        (check.Entry.Title, check.Eligibility.Verdict).Should().Be(("开州区“十五五”清单上的规划(示例)", verdict));
        check.Reasons.Select(r => r.Code).Should().Equal(reasons);
        if (verdict == "CONDITIONAL")
        {
            check.Reasons[1].Sentence.Should().Be("《开州区“十五五”清单上的规划(示例)》尚未登记为规划，请先登记规划，再核实安排规划实施经费。");
        }
    }

    [Fact]
    public async Task More_than_200_questions_are_refused()
    {
        const string asked = "district(code: \"500154\") { fundingCheck(requests: $r) { request } }";
        var requests = Enumerable.Repeat(new { plan = "DEV-2026" }, 201);

        (await Refused($"query($r: [FundingRequestInput!]!) {{ {asked} }}", new { r = requests })).Should()
            .Be("Argument \"District.fundingCheck(requests:)\" must have at most 200 items, as literal or variable, but has 201.");
    }

    [Fact]
    public async Task Unlisted_with_unknown_money_is_unknown_and_no_refusal()
    {
        var check = (await Check("SPE-2024-01"))[0];

        check.Eligibility.Verdict.Should().Be("UNKNOWN");
        check.Eligibility.Reasons.Select(r => r.Code).Should().Equal("UNLISTED", "MONEY_UNKNOWN");
    }

    [Fact]
    public async Task A_title_that_several_plans_bear_is_asked_by_code()
    {
        await Write(new RegisterPlan("开州区临时规划") { Code = "SPE-A", Horizon = new(2021, 2025) });
        await Write(new RegisterPlan("开州区临时规划") { Code = "SPE-B" });

        var answer = (await Check("开州区临时规划")).Single();

        answer.Eligibility.Verdict.Should().Be("UNKNOWN");
        answer.Reasons.Select(r => (r.Code, r.Sentence)).Should().Equal(("AMBIGUOUS", "名称为“开州区临时规划”的规划有2个，请按代码查询。"));
        answer.Candidates.Select(c => c.Code).Should().Equal("SPE-A", "SPE-B");
        answer.CandidateCount.Should().Be(2);
    }

    private async Task<EligibilityAnswer> Eligibility(string plan, string arguments) =>
        (await Plan(plan, $"fundingEligibility({arguments}) {{ {Selections.Eligibility} }}")).FundingEligibility;

    private Task<FundingCheckAnswer[]> Check(params string[] plans) => Checked(null, plans);

    private Task<FundingCheckAnswer[]> CheckFor(string purpose, string plan) => Checked(purpose, plan);

    private async Task<FundingCheckAnswer[]> Checked(string? purpose, params string[] plans)
    {
        var more = purpose is null ? "" : $", purpose: {purpose}, money: DISTRICT";
        var requests = string.Join(", ", plans.Select(p => $"{{ plan: \"{p}\"{more} }}"));
        const string told = $"request plan {{ code }} entry {{ title }} candidates {{ code }} candidateEntries {{ title }} candidateCount "
            + $"eligibility {{ {Selections.Eligibility} }} reasons {{ code sentence }}";
        return (await District($"fundingCheck(requests: [{requests}]) {{ {told} }}")).FundingCheck;
    }

    private async Task<string> Title(string key) =>
        (await District($"fundingCheck(requests: [{{ plan: \"{key}\" }}]) {{ plan {{ title }} }}")).FundingCheck[0].Plan.Title;
}
