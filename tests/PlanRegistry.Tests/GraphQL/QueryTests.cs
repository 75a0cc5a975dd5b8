namespace PlanRegistry.Tests.GraphQL;

public sealed class QueryTests : ServerTest
{
    [Fact]
    public async Task An_unknown_district_or_plan_is_null()
    {
        (await Ask("{ district(code: \"500155\") { name } }")).Text("district").Should().BeNull();
        (await Ask("{ district(code: \"500154\") { plan(code: \"NO-SUCH\") { title } } }")).Text("district.plan").Should().BeNull();
    }

    [Theory]
    [InlineData("{ district(code: \"50015\") { name } }", "code")]
    [InlineData("{ district(code: \"500154\", asOf: \"2026-06\") { name } }", "asOf")]
    [InlineData("{ district(code: \"500154\", knownAt: \"2026-06-30\") { name } }", "knownAt")]
    [InlineData("{ district(code: \"500154\") { plans { nodes { code } } } }", "first")]
    [InlineData("{ district(code: \"500154\") { plans(first: 101) { nodes { code } } } }", "first")]
    [InlineData("{ fundingCertificate(number: \"500154-26-1\") { number } }", "number")]
    public async Task A_malformed_argument_is_a_request_error_that_names_it(string query, string argument) =>
        (await Refused(query)).Should().Contain(argument);

    [Fact]
    public async Task Each_finding_tells_clause_facts_remedy_and_agency()
    {
        var data = await Ask("""
            { district(code: "500154") { findings(first: 100) { nodes { rule { code } sentence en: sentence(language: EN) basis { document clause } facts { name text } remedies { act agency { name } text } responsible { name } } } } }
            """);
        foreach (var finding in data.At("district.findings.nodes").EnumerateArray())
        {
            var code = finding.Text("rule.code");
            finding.Text("sentence").Should().EndWith("。", "{0} says a whole sentence", code);
            finding.Text("en").Should().EndWith(".", "{0} says a whole sentence", code);
            finding.At("basis").GetArrayLength().Should().BePositive("{0} has a clause", code);
            finding.At("facts").GetArrayLength().Should().BePositive("{0} has facts", code);
            finding.At("remedies").GetArrayLength().Should().BePositive("{0} has a remedy", code);
            finding.Texts("remedies", "agency.name").Should().NotContainNulls("the remedy of {0} has an agency", code);
            finding.Text("responsible.name").Should().NotBeNull("{0} has a responsible agency", code);
        }
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat()
    {
        var codes = new List<string?>();
        string? after = null;
        while (true)
        {
            var page = await Ask("query($after: String) { district(code: \"500154\") { plans(first: 7, after: $after, orderBy: LIGHT) { totalCount nodes { code } pageInfo { hasNextPage endCursor } } } }", new { after });
            codes.AddRange(page.Texts("district.plans.nodes", "code"));
            if (!page.At("district.plans.pageInfo.hasNextPage").GetBoolean())
            {
                page.At("district.plans.totalCount").GetInt32().Should().Be(codes.Count);
                break;
            }
            after = page.Text("district.plans.pageInfo.endCursor");
        }
        codes.Should().OnlyHaveUniqueItems().And.HaveCount(48);
    }

    [Fact]
    public async Task A_cursor_of_another_order_or_day_is_a_request_error()
    {
        var page = await Ask("{ district(code: \"500154\") { plans(first: 1) { pageInfo { endCursor } } } }");
        var after = page.Text("district.plans.pageInfo.endCursor");

        (await Refused("query($after: String) { district(code: \"500154\") { plans(first: 1, after: $after, orderBy: TITLE) { nodes { code } } } }", new { after }))
            .Should().Be("The argument \"after\" is no cursor of this list in this order and on this day.");
        (await Refused("query($after: String) { district(code: \"500154\", asOf: \"2026-01-01\") { plans(first: 1, after: $after) { nodes { code } } } }", new { after }))
            .Should().Be("The argument \"after\" is no cursor of this list in this order and on this day.");
    }

    [Fact]
    public async Task A_global_id_answers_in_the_day_it_was_read_on()
    {
        var then = await Ask("{ district(code: \"500154\", asOf: \"2021-01-15\") { plan(code: \"DEV-2021\") { id status } } }");
        var now = await Ask("{ district(code: \"500154\") { plan(code: \"DEV-2021\") { id status } } }");

        then.Text("district.plan.id").Should().NotBe(now.Text("district.plan.id"));
        var both = await Ask("query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Plan { status } } }", new { ids = new[] { then.Text("district.plan.id"), now.Text("district.plan.id"), "bm9uc2Vuc2U" } });
        both.Text("nodes.0.status").Should().Be(then.Text("district.plan.status")).And.NotBe("EXPIRED");
        both.Text("nodes.1.status").Should().Be("EXPIRED");
        both.Text("nodes.2").Should().BeNull();
    }

    [Fact]
    public async Task Every_node_that_a_finding_names_is_found_again_by_its_id()
    {
        var data = await Ask("{ district(code: \"500154\") { findings(first: 100) { nodes { id subjects { id __typename } facts { node { id } } } } } }");
        var ids = data.At("district.findings.nodes").EnumerateArray()
            .SelectMany(f => new[] { f.Text("id") }.Concat(f.Texts("subjects", "id")).Concat(f.At("facts").EnumerateArray().Where(x => x.Text("node") is not null).Select(x => x.Text("node.id"))))
            .Distinct().ToList();

        foreach (var some in ids.Chunk(50))
        {
            (await Ask("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = some })).Texts("nodes", "id").Should().Equal(some);
        }
    }

    [Fact]
    public async Task Up_to_50_nodes_are_answered_at_once_and_cost_what_a_page_of_them_costs()
    {
        const string query = "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Plan { findings { facts { name } } superiors { superior { findings { facts { name } } } } } } }";

        (await Refused(query, new { ids = Enumerable.Repeat("x", 51) })).Should().Be("Argument \"Query.nodes(ids:)\" must have at most 50 items, as literal or variable, but has 51.");
        (await Refused(query, new { ids = Enumerable.Repeat("x", 50) })).Should().Be("The operation's type cost of 14050 is above the limit of 5000.");
        (await Ask(query, new { ids = Enumerable.Repeat("x", 10) })).At("nodes").GetArrayLength().Should().Be(10);
        (await Ask(query, new { ids = Array.Empty<string>() })).At("nodes").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task A_secret_plan_shows_nothing_but_that_it_is_one()
    {
        var data = await Ask("{ district(code: \"500154\") { plans(first: 100, filter: { title: \"涉密规划\" }) { nodes { title secrecy targets { id } acts { id } } } } }");

        data.Texts("district.plans.nodes", "title").Should().Equal("涉密规划");
        data.Texts("district.plans.nodes", "secrecy").Should().Equal("SECRET");
    }

    [Fact]
    public async Task The_summary_agrees_with_the_lists()
    {
        var data = await Ask("""
            { district(code: "500154") { conformance { plans red yellow green grey findings bySeverity { count } byAgency { count agency { name } } }
              red: plans(first: 100, filter: { lights: [RED] }) { totalCount } all: findings(first: 1) { totalCount } } }
            """);
        var summary = data.At("district.conformance");
        summary.At("red").GetInt32().Should().Be(data.At("district.red.totalCount").GetInt32());
        summary.At("findings").GetInt32().Should().Be(data.At("district.all.totalCount").GetInt32());
        summary.At("plans").GetInt32().Should().Be(new[] { "red", "yellow", "green", "grey" }.Sum(l => summary.At(l).GetInt32()));
    }

    [Fact]
    public async Task Filters_find_plans_by_any_name_of_an_agency()
    {
        var data = await Ask("""
            { district(code: "500154") { agencies { code name aliases }
              plans(first: 100, filter: { agencies: ["区发展改革委"], kinds: [DEVELOPMENT] }) { nodes { code leadAgencyOnDay { name } } } } }
            """);
        data.At("district.plans.nodes").GetArrayLength().Should().BePositive();
    }
}
