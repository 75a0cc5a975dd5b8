using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Trials;

/// <summary>What some commands would come to, tried one after another.</summary>
public sealed class WhatIfTests : TrialTest
{
    private static readonly RegisterPlan Unlisted = new("开州区临时规划(示例)")
    {
        Code = "SPE-X", LeadAgency = "区教委", DraftingFrom = "2026-06-01",
    };

    private static readonly ApproveDirectoryList Listing = new("SR-2026-B", 2026,
        new ListedPlan(Unlisted.Title, "SPE-X") { LeadAgency = Unlisted.LeadAgency })
    {
        ApprovedOn = "2026-06-15", Drafter = "区发展改革委", CoDrafters = ["区教委"], Approver = "区政府",
    };

    [Fact]
    public async Task A_command_finds_what_those_before_it_would_have_made()
    {
        var alone = await WhatIf([Unlisted]);
        var reply = new RegisterDocument("SR-2026-B-REPLY", "区政府") { Title = "关于清单的批复(示例)", IssuedOn = "2026-06-15" };
        var listed = await WhatIf([Unlisted with { DraftingFrom = "2026-06-20" }, reply, Listing with { ApprovalDocument = reply.Code }]);

        Each(alone.GetProperty("opened"), "rule.code", "plan.code").Should().Contain("CAT-001 SPE-X");
        Each(listed.GetProperty("problems"), "message").Should().BeEmpty();
        Each(listed.GetProperty("opened"), "rule.code", "plan.code").Should().NotContain("CAT-001 SPE-X");
    }

    [Fact]
    public async Task Nothing_is_written()
    {
        var before = Bytes();

        await WhatIf([Unlisted, Listing], $"after {{ {State} }} wave: opened {{ sentence }}");

        Bytes().Should().Be(before);
        (await District("seq")).Seq.Should().Be(1);
    }

    [Fact]
    public async Task A_refusal_is_the_commands_own_and_says_which_of_them_it_is()
    {
        var record = new RecordAct("NO-SUCH", "PUBLISHED", "2026-06-29");

        var tried = await WhatIf([Unlisted, record, Listing], Told + " after { seq }");

        var problem = tried.GetProperty("problems")[0];
        problem.GetProperty("message").GetString().Should().Be((await Run(record)).Problem.Message);
        string.Join('/', problem.GetProperty("path").EnumerateArray()).Should().Be("changes/1/recordAct/plan");
        tried.GetProperty("openedCount").GetInt32().Should().Be(0, "what is refused opens nothing");
        tried.GetProperty("after").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task What_it_would_make_of_the_district_is_asked_as_any_other()
    {
        var after = (await WhatIf([Unlisted], """after { plan(code: "SPE-X") { title listing light } }""")).GetProperty("after");

        after.GetProperty("plan").GetProperty("listing").GetString().Should().Be("UNLISTED");
        (await NotFound("{ district(code: \"500154\") { plan(code: \"SPE-X\") { code } } }"))
            .Should().Be("The district 500154 has no plan \"SPE-X\".");
    }

    [Fact]
    public async Task The_money_of_which_another_thing_is_said_is_told_with_its_amount()
    {
        await Write(Unlisted);
        await Write(new RecordFunding("F-X", "SPE-X", "临时规划编制")
            { Amount = "120000", Purpose = "DRAFTING", Money = "DISTRICT", BudgetYear = 2026 });
        await Write(new RegisterDocument("SR-2026-B-REPLY", "区政府") { Title = "关于清单的批复(示例)", IssuedOn = "2026-06-15" });

        var tried = await WhatIf([Listing with { ApprovalDocument = "SR-2026-B-REPLY" }]);

        Each(tried.GetProperty("funding"), "plan.code", "purpose", "line.code", "before", "after")
            .Should().Contain("SPE-X DRAFTING F-X NOT_ELIGIBLE ELIGIBLE");
        tried.GetProperty("moneyTouched").GetString().Should().Be("120000");
    }

    [Fact]
    public async Task A_rule_is_tried_as_if_it_were_not_in_force()
    {
        await Write(Unlisted);

        var tried = await WhatIf([], rules: [new { code = "CAT-001", from = "2020-01-01", inForce = false }]);

        Each(tried.GetProperty("cleared"), "rule.code", "plan.code").Should().Contain("CAT-001 SPE-X");
        (await WhatIf([], "after { findings(first: 1, filter: { rules: [\"CAT-001\"] }) { totalCount } }",
            [new { code = "CAT-001", from = "2020-01-01", inForce = false }])).GetProperty("after").GetProperty("findings")
            .GetProperty("totalCount").GetInt32().Should().Be(0);
        tried.GetProperty("openedCount").GetInt32().Should().Be(0);
    }

    [Fact]
    public async Task On_a_day_to_come_the_commands_are_tried_on_that_day()
    {
        var step = new RecordAct("SPE-2023-02", "CONSULTED", "2026-09-01");

        Each((await WhatIf([step])).GetProperty("problems"), "code").Should().Equal("INVALID_VALUE");
        Each((await WhatIf([step], asOf: "2026-09-30")).GetProperty("problems"), "message").Should().BeEmpty();
    }

    [Fact]
    public async Task What_a_superior_would_change_may_be_tried_too()
    {
        var above = new RegisterPlan("重庆市示例规划", "SPECIAL") { District = "500000", Code = "CQ-X" };

        var tried = await WhatIf([above, new LinkPlans("SPE-2023-02", "500000:CQ-X", "OBEYS")],
            """problems { message } after { plan(code: "SPE-2023-02") { superiors { superior { code } } } }""");

        Each(tried.GetProperty("problems"), "message").Should().BeEmpty();
        Each(tried.GetProperty("after").GetProperty("plan").GetProperty("superiors"), "superior.code").Should().Contain("CQ-X");
    }

    [Fact]
    public async Task What_no_ledger_of_the_districts_chain_holds_is_no_district()
    {
        var tried = await WhatIf([Unlisted with { District = "110000" }]);

        Each(tried.GetProperty("problems"), "message").Should().Equal("登记册中没有行政区110000。");
    }

    [Theory]
    [InlineData("changes: []", "The argument \"changes\" has 0; it is to have 1 to 50, and may be empty where rules are tried.")]
    [InlineData("changes: [], rules: [{ code: \"QQQ-001\", from: \"2026-01-01\", inForce: true }]",
        "The argument \"rules\" has \"QQQ-001\", which is no rule.")]
    [InlineData("changes: [], rules: [{ code: \"CAT-001\", from: \"2026-01-01\", inForce: true },"
        + " { code: \"CAT-001\", from: \"2026-02-01\", inForce: false }]", "The argument \"rules\" has \"CAT-001\" twice.")]
    public async Task Too_few_and_what_is_unknown_is_refused(string arguments, string message) =>
        (await Refusal($"{{ whatIf(district: \"500154\", {arguments}) {{ openedCount }} }}")).Should().Be(message);

    [Theory]
    [InlineData(1000, null), InlineData(1001, "1000"), InlineData(0, "1000")]
    public async Task As_many_findings_are_told_as_are_asked_for_up_to_a_thousand(int first, string? most)
    {
        var answer = await Post("{ whatIf(district: \"500154\", changes: [], rules: [{ code: \"CAT-001\", from: \"2020-01-01\", "
            + $"inForce: false }}]) {{ cleared(first: {first}) {{ key }} clearedCount }} }}", null, "en");

        if (most is null)
        {
            var told = answer.GetProperty("data").GetProperty("whatIf");
            told.GetProperty("cleared").GetArrayLength().Should().Be(told.GetProperty("clearedCount").GetInt32()).And.BePositive();
        }
        else
        {
            answer.GetProperty("errors")[0].GetProperty("message").GetString().Should().Contain(most);
        }
    }

    [Fact]
    public async Task Too_many_are_refused()
    {
        var many = string.Join(' ', Enumerable.Repeat("{ registerAgency: { district: \"500154\", name: \"x\" } }", 51));

        (await Refusal($"{{ whatIf(district: \"500154\", changes: [{many}]) {{ openedCount }} }}")).Should().Be(
            "The argument \"changes\" has 51; it is to have 1 to 50, and may be empty where rules are tried.");
    }

    private async Task<string> Refusal(string query) =>
        (await Post(query, null, "en")).GetProperty("errors")[0].GetProperty("message").GetString()!;

    [Theory]
    [InlineData("CAT-001")]
    [InlineData("FUN-001")]
    public async Task With_the_rule_goes_what_it_says_of_money(string rule)
    {
        await Write(Unlisted);
        await Write(new RecordFunding("F-X", "SPE-X", "临时规划编制")
            { Amount = "120000", Purpose = "DRAFTING", Money = "DISTRICT", BudgetYear = 2026 });

        var tried = await WhatIf([], Told + """
             after { plan(code: "SPE-X") { fundingEligibility(purpose: DRAFTING, money: DISTRICT) { verdict reasons { sentence } } } }
            """, [new { code = rule, from = "2015-01-01", inForce = false }]);

        Each(tried.GetProperty("funding"), "plan.code", "purpose", "line.code", "before", "after")
            .Should().Contain("SPE-X DRAFTING F-X NOT_ELIGIBLE ELIGIBLE");
        decimal.Parse(tried.GetProperty("moneyTouched").GetString()!, System.Globalization.CultureInfo.InvariantCulture)
            .Should().BeGreaterThanOrEqualTo(120000);
        Each(tried.GetProperty("after").GetProperty("plan").GetProperty("fundingEligibility").GetProperty("reasons"), "sentence")
            .Should().Contain($"试算停用规则{rule}，安排经费不以列入目录清单为前提。");
    }

    [Theory]
    [InlineData("REV-001", "ANNUAL")]
    [InlineData("REV-003", "FINAL")]
    [InlineData("PUB-001", "DISCLOSURE")]
    public async Task With_the_rule_goes_what_is_owed_by_it(string rule, string kind)
    {
        var tried = await WhatIf([], Told + " after { duties(first: 100) { nodes { kind } } handover { byEvaluation { standing count } } }",
            [new { code = rule, from = "2015-01-01", inForce = false }]);

        Each(tried.GetProperty("dutiesEnded"), "kind").Should().NotBeEmpty().And.AllBe(kind);
        Each(tried.GetProperty("after").GetProperty("duties").GetProperty("nodes"), "kind").Should().NotContain(kind);
        if (rule == "REV-003")
        {
            Each(tried.GetProperty("after").GetProperty("handover").GetProperty("byEvaluation"), "standing").Should()
                .NotContain("OVERDUE").And.NotContain("OWED");
        }
    }

    [Fact]
    public async Task A_rule_of_the_law_of_2026_is_tried_on_the_years_before_it()
    {
        object[] rule = [new { code = "REV-007", from = "2021-01-01", inForce = true }];

        Each((await WhatIf([], rules: rule, asOf: "2024-12-31")).GetProperty("opened"), "rule.code", "plan.code")
            .Should().Contain("REV-007 DEV-2021");
        (await WhatIf([], rules: [new { code = "REV-007", from = "2024-01-01", inForce = true }], asOf: "2024-12-31"))
            .GetProperty("openedCount").GetInt32().Should().Be(0, "what was deliberated in 2023 is older than that");
    }

    [Fact]
    public async Task Findings_that_are_due_on_another_day_are_told()
    {
        var tried = await WhatIf([new SetPolicy("finding.due_days", "3650;3650;3650", "2020-11-01")],
            "problems { message } openedCount clearedCount dueMoved { was duty { kind due finding { rule { code } } } }");

        Each(tried.GetProperty("problems"), "message").Should().BeEmpty();
        (tried.GetProperty("openedCount").GetInt32() + tried.GetProperty("clearedCount").GetInt32()).Should().Be(0);
        tried.GetProperty("dueMoved").EnumerateArray().Should().NotBeEmpty().And.OnlyContain(m =>
            m.GetProperty("was").GetString() != m.GetProperty("duty").GetProperty("due").GetString()
                && m.GetProperty("duty").GetProperty("kind").GetString() == "FINDING");
    }

    [Fact]
    public async Task One_that_expects_another_state_or_has_another_inputs_key_is_refused_as_the_command_is()
    {
        var stale = await WhatIf([Unlisted with { ExpectedSeq = 0 }]);
        Each(stale.GetProperty("problems"), "code").Should().Equal("STALE_WRITE");

        var twice = await WhatIf([Unlisted with { IdempotencyKey = "k" },
            Unlisted with { IdempotencyKey = "k", Title = "另一规划(示例)", Code = "SPE-Y" }]);
        Each(twice.GetProperty("problems"), "message").Should().Equal("该幂等键已用于本次试算的另一项，内容与其不同；请换用新的幂等键。");
        (await WhatIf([Unlisted with { ExpectedSeq = 1 }, Unlisted with { Code = "SPE-Y", Title = "另一规划(示例)", ExpectedSeq = 1 }]))
            .GetProperty("problems").GetArrayLength().Should().Be(0, "those before it have moved on what the client knew");
    }
}
