using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Tests.GraphQL;

public sealed class QueryTests : ServerTest
{
    [Fact]
    public async Task An_unknown_district_or_plan_is_null_and_said_to_be_unknown()
    {
        (await NotFound("{ district(code: \"500155\") { name } }")).Should().Be("The registry has no district 500155.");
        (await NotFound("{ district(code: \"500154\") { plan(code: \"NO-SUCH\") { title } } }"))
            .Should().Be("The district 500154 has no plan \"NO-SUCH\".");
        (await Post("{ district(code: \"500155\") { name } }")).GetProperty("data").GetProperty("district").ValueKind
            .Should().Be(System.Text.Json.JsonValueKind.Null);
    }

    [Theory]
    [InlineData("plans(first: 9, filter: { agencies: [\"区教委\", \"区不存在局\"] }) { totalCount }", "agency \"区不存在局\"")]
    [InlineData("findings(first: 9, filter: { agencies: [\"无此单位\"] }) { totalCount }", "agency \"无此单位\"")]
    [InlineData("findings(first: 9, filter: { plan: \"NO-SUCH\" }) { totalCount }", "plan \"NO-SUCH\"")]
    [InlineData("acts(first: 9, filter: { plans: [\"DEV-2021\", \"NO-SUCH\"] }) { totalCount }", "plan \"NO-SUCH\"")]
    [InlineData("documents(first: 9, filter: { issuers: [\"无此单位\"] }) { totalCount }", "agency \"无此单位\"")]
    [InlineData("fundingLines(first: 9, filter: { plans: [\"NO-SUCH\"] }) { totalCount }", "plan \"NO-SUCH\"")]
    [InlineData("reviewDuties(first: 9, filter: { agencies: [\"无此单位\"] }) { totalCount }", "agency \"无此单位\"")]
    public async Task An_unknown_name_in_a_filter_finds_a_sentence_and_not_nothing(string field, string named) =>
        (await NotFound($"{{ district(code: \"500154\") {{ {field} }} }}"))
            .Should().Be($"The filter names the {named}, which 500154 does not have.");

    [Fact]
    public async Task A_filter_finds_a_name_however_it_is_typed()
    {
        const string asked = "by: findings(first: 9, filter: {{ plan: \"{0}\" }}) {{ totalCount }} "
            + "of: plans(first: 9, filter: {{ agencies: [\"{1}\"], title: \"{2}\" }}) {{ nodes {{ code }} }}";
        var title = (await Plan("SPE-2021-12", "title")).Title;

        var plain = await Ask(Query("SPE-2021-12", "区教委", "教育"));
        var typed = await Ask(Query(title.Replace("“", "「").Replace("”", "」").Replace("十四五", "十 四五"), "區教委", "教 育"));

        typed.ToString().Should().Be(plain.ToString());

        static string Query(params object[] parts) =>
            "{ district(code: \"500154\") { " + string.Format(System.Globalization.CultureInfo.InvariantCulture, asked, parts) + " } }";
    }

    [Theory]
    [InlineData("{ district(code: \"50015\") { name } }", "code")]
    [InlineData("{ district(code: \"500154\", asOf: \"2026-06\") { name } }", "asOf")]
    [InlineData("{ district(code: \"500154\", knownAt: \"2026-06-30\") { name } }", "knownAt")]
    [InlineData("{ district(code: \"500154\") { plans { nodes { code } } } }", "first")]
    [InlineData("{ district(code: \"500154\") { plans(first: 101) { nodes { code } } } }", "first")]
    [InlineData("{ fundingCertificate(number: \"500154-26-1\", verifyCode: \"x\") { number } }", "number")]
    public async Task A_malformed_argument_is_a_request_error_that_names_it(string query, string argument) =>
        (await Refused(query)).Should().Contain(argument);

    [Fact]
    public async Task Each_finding_tells_clause_facts_remedy_and_agency()
    {
        const string told = "rule { code } sentence en: sentence(language: EN) basis { document clause } facts { name text } "
            + "remedies { act agency { name } text } responsible { name }";

        foreach (var finding in (await District($"findings(first: 100) {{ nodes {{ {told} }} }}")).Findings.Nodes)
        {
            var code = finding.Rule.Code;
            finding.Sentence.Should().EndWith("。", "{0} says a whole sentence", code);
            finding.En.Should().EndWith(".", "{0} says a whole sentence", code);
            finding.Basis.Should().NotBeEmpty("{0} has a clause", code);
            finding.Facts.Should().NotBeEmpty("{0} has facts", code);
            finding.Remedies.Should().NotBeEmpty("{0} has a remedy", code);
            finding.Remedies.Should().OnlyContain(r => r.Agency.Name != null, "the remedy of {0} has an agency", code);
            finding.Responsible.Name.Should().NotBeNull("{0} has a responsible agency", code);
        }
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat()
    {
        var codes = new List<string>();
        const string told = $"{{ totalCount nodes {{ code }} {Selections.PageInfo} }}";
        Page<PlanAnswer> page;
        var after = "";
        do
        {
            page = (await District($"plans(first: 7, orderBy: LIGHT{after}) {told}")).Plans;
            codes.AddRange(page.Nodes.Select(p => p.Code));
            after = $", after: \"{page.PageInfo.EndCursor}\"";
        }
        while (page.PageInfo.HasNextPage);

        page.TotalCount.Should().Be(codes.Count);
        codes.Should().OnlyHaveUniqueItems().And.HaveCount(48);
    }

    [Theory]
    [InlineData("", ", orderBy: TITLE", false, "The argument \"after\" is no cursor of this list in this order and on this day.")]
    [InlineData(", asOf: \"2026-01-01\"", "", false, "The argument \"after\" has a cursor of the list as of 2026-06-30, "
        + "and this asks as of 2026-01-01: give the same asOf on every page.")]
    [InlineData(", asOf: \"2026-01-01\"", "", true, "The argument \"after\" has a cursor of the list as of 2026-06-30, "
        + "and this asks as of 2026-01-01: give the same asOf on every page.")]
    public async Task A_cursor_of_another_order_or_day_is_a_request_error(string asOf, string orderBy, bool isWritten, string sentence)
    {
        var after = (await District($"plans(first: 1) {{ {Selections.PageInfo} }}")).Plans.PageInfo.EndCursor;
        if (isWritten)
        {
            await Write(new RegisterAgency("区测试局"));
        }
        var plans = $"plans(first: 1, after: $after{orderBy}) {{ nodes {{ code }} }}";

        (await Refused($"query($after: String) {{ district(code: \"500154\"{asOf}) {{ {plans} }} }}", new { after }))
            .Should().Be(sentence);
    }

    [Fact]
    public async Task A_global_id_answers_in_the_day_it_was_read_on()
    {
        var then = await Plan("DEV-2021", "id status", asOf: "2021-01-15");
        var now = await Plan("DEV-2021", "id status");

        then.Id.Should().NotBe(now.Id);
        var nodes = await Nodes("id ... on Plan { status }", then.Id, now.Id);
        nodes[0].Status.Should().Be(then.Status).And.NotBe("EXPIRED");
        nodes[1].Status.Should().Be("EXPIRED");
    }

    [Theory]
    [InlineData("bm9uc2Vuc2U")]
    [InlineData("DEV-2021")]
    [InlineData("")]
    [InlineData("UGxhbgo1MDAxNTQKNTAwMTU0CkRFVi0yMDIx")] // Of four parts.
    public async Task What_is_no_id_of_ours_is_a_request_error(string id)
    {
        const string one = "query($id: ID!) { node(id: $id) { id } }", many = "query($id: ID!) { nodes(ids: [$id]) { id } }";

        foreach (var query in new[] { one, many })
        {
            (await Refused(query, new { id })).Should().Be($"\"{id}\" is no id that this registry gives out: use the id of an answer.");
            (await Post(query, new { id }, "zh")).GetProperty("errors")[0].Text("message").Should()
                .Be($"“{id}”不是本登记册给出的标识，请用查询所得的id。");
        }
    }

    [Theory]
    [InlineData("Plan", "500154", "NO-SUCH")]
    [InlineData("Plan", "500199", "DEV-2021")] // A district that is not there.
    [InlineData("Finding", "500154", "CAT-001|500154/plans/NO-SUCH")]
    public async Task An_id_of_ours_whose_record_is_not_there_is_null(string type, string district, string code)
    {
        var home = DistrictCode.Parse(district);

        (await Nodes("id", new NodeId(type, home, home, code, null, null).ToString())).Should().ContainSingle().Which.Should().BeNull();
    }

    [Fact]
    public async Task An_id_of_a_type_that_has_none_is_none_of_ours()
    {
        var home = DistrictCode.Parse("500154");
        var id = new NodeId("Nonsense", home, home, "X", null, null).ToString();

        (await Refused("query($id: ID!) { node(id: $id) { id } }", new { id })).Should()
            .EndWith("is no id that this registry gives out: use the id of an answer.");
    }

    [Fact]
    public async Task Every_node_that_a_finding_names_is_found_again_by_its_id()
    {
        var findings = (await District("findings(first: 100) { nodes { id subjects { id } facts { node { id } } } }")).Findings.Nodes;
        var named = findings.SelectMany(f => f.Subjects.Concat(f.Facts.Select(x => x.Node).Where(n => n is not null)));
        var ids = findings.Select(f => f.Id).Concat(named.Select(n => n.Id)).Distinct().ToList();

        foreach (var some in ids.Chunk(50))
        {
            (await Nodes("id", some)).Select(n => n.Id).Should().Equal(some);
        }
    }

    [Fact]
    public async Task Up_to_50_nodes_are_answered_at_once_and_cost_what_a_page_of_them_costs()
    {
        const string findings = "findings { facts { name } }";
        const string query =
            $"query($ids: [ID!]!) {{ nodes(ids: $ids) {{ ... on Plan {{ {findings} superiors {{ superior {{ {findings} }} }} }} }} }}";
        var none = new NodeId("Plan", DistrictCode.Parse("500154"), DistrictCode.Parse("500154"), "NO-SUCH", null, null).ToString();
        object Ids(int count) => new { ids = Enumerable.Repeat(none, count) };

        (await Refused(query, Ids(51))).Should()
            .Be("Argument \"Query.nodes(ids:)\" must have at most 50 items, as literal or variable, but has 51.");
        (await Refused(query, Ids(50))).Should().Be("The operation's type cost of 14050 is above the limit of 5000.");
        (await Read(query, Ids(10))).Nodes.Should().HaveCount(10);
        (await Read(query, Ids(0))).Nodes.Should().BeEmpty();
    }

    [Fact]
    public async Task A_secret_plan_shows_nothing_but_that_it_is_one()
    {
        const string told = "title secrecy targets { id } acts { id }";

        var plans = (await District($"plans(first: 100, filter: {{ title: \"涉密规划\" }}) {{ nodes {{ {told} }} }}")).Plans.Nodes;

        plans.Select(p => p.Title).Should().Equal("涉密规划");
        plans.Select(p => p.Secrecy).Should().Equal("SECRET");
    }

    [Fact]
    public async Task The_summary_agrees_with_the_lists()
    {
        var all = await District("""
            conformance { plans red yellow green grey findings bySeverity { count } byAgency { count agency { name } } }
            plans(first: 100, filter: { lights: [RED] }) { totalCount }
            findings(first: 1) { totalCount }
            """);

        all.Conformance.Red.Should().Be(all.Plans.TotalCount);
        all.Conformance.Findings.Should().Be(all.Findings.TotalCount);
        var summary = all.Conformance;
        summary.Plans.Should().Be(summary.Red + summary.Yellow + summary.Green + summary.Grey);
    }

    [Fact]
    public async Task Filters_find_plans_by_any_name_of_an_agency()
    {
        var district = await District("""
            agencies { code name aliases }
            plans(first: 100, filter: { agencies: ["区发展改革委"], kinds: [DEVELOPMENT] }) { nodes { code leadAgency { name } } }
            """);

        district.Plans.Nodes.Should().NotBeEmpty();
    }

    private async Task<NodeAnswer[]> Nodes(string selection, params string[] ids) =>
        (await Read($"query($ids: [ID!]!) {{ nodes(ids: $ids) {{ {selection} }} }}", new { ids })).Nodes;
}
