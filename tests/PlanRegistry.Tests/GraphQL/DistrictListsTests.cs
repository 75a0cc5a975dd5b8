namespace PlanRegistry.Tests.GraphQL;

/// <summary>What a district has, in pages: no plan needs to be known first.</summary>
public sealed class DistrictListsTests : ServerTest
{
    [Theory]
    [InlineData("acts", "nodes { code type on }")]
    [InlineData("amendmentDuties", "nodes { due plan { code } }")]
    [InlineData("certificates", "nodes { number }")]
    [InlineData("documents", "nodes { code title issuedOn }")]
    [InlineData("exemptions", "nodes { plan { code } from }")]
    [InlineData("fundingLines", "nodes { code amount }")]
    [InlineData("indicators", "nodes { code name }")]
    [InlineData("planTree", "nodes { depth plan { code } isRepeated }")]
    public async Task A_list_is_read_in_pages_to_its_end_and_nothing_comes_twice(string list, string selection)
    {
        var page = $"{selection} pageInfo {{ hasNextPage endCursor }} totalCount";
        var whole = await List(list, "first: 100", page);
        var all = Nodes(whole);
        var walked = new List<string>();
        for (string? after = null; ;)
        {
            var next = await List(list, after is null ? "first: 7" : $"first: 7, after: \"{after}\"", page);
            walked.AddRange(Nodes(next));
            next.At("totalCount").GetInt32().Should().Be(whole.At("totalCount").GetInt32());
            if (!next.At("pageInfo.hasNextPage").GetBoolean())
            {
                break;
            }
            after = next.Text("pageInfo.endCursor");
        }

        walked.Take(100).Should().Equal(all);
        walked.Should().HaveCount(whole.At("totalCount").GetInt32()).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Acts_of_the_sample_stand_latest_first_and_none_after_the_day()
    {
        var days = (await List("acts", "first: 100", "nodes { on }")).Texts("nodes", "on").ToList();

        days.Should().BeInDescendingOrder(StringComparer.Ordinal).And.OnlyContain(d => string.CompareOrdinal(d, "2026-06-30") <= 0);
    }

    [Fact]
    public async Task A_filter_holds_for_each_of_its_parts()
    {
        var published = await List("acts", "first: 100, filter: { types: [PUBLISHED], from: \"2021-01-01\" }", "nodes { type on }");
        var notice = await List("documents", "first: 10, filter: { text: \"开州府办发〔2020〕 95 号\" }", "nodes { number }");

        published.Texts("nodes", "type").Should().NotBeEmpty().And.OnlyContain(t => t == "PUBLISHED");
        published.Texts("nodes", "on").Should().OnlyContain(d => string.CompareOrdinal(d, "2021") >= 0);
        notice.Texts("nodes", "number").Should().Equal("开州府办发〔2020〕95号");
    }

    [Fact]
    public async Task The_sums_are_of_all_lines_that_fit_and_not_of_the_page()
    {
        var lines = await List("fundingLines", "first: 100", "nodes { amount arrangedOn spentOn money }");
        var page = await List("fundingLines", "first: 1", "sums { amount arranged spent unknownMoney }");

        decimal Sum(Func<System.Text.Json.JsonElement, bool> fits) => lines.At("nodes").EnumerateArray().Where(fits)
            .Sum(l => decimal.Parse(l.Text("amount")!, System.Globalization.CultureInfo.InvariantCulture));
        decimal Told(string what) =>
            decimal.Parse(page.Text("sums." + what)!, System.Globalization.CultureInfo.InvariantCulture);
        bool By(System.Text.Json.JsonElement line, string day) =>
            line.Text(day) is { } on && string.CompareOrdinal(on, "2026-06-30") <= 0;
        Told("amount").Should().Be(Sum(_ => true)).And.BePositive();
        Told("arranged").Should().Be(Sum(l => By(l, "arrangedOn")));
        Told("spent").Should().Be(Sum(l => By(l, "spentOn")));
        Told("unknownMoney").Should().Be(Sum(l => l.Text("money") is null));
    }

    [Fact]
    public async Task Money_on_unlisted_plans_is_one_question()
    {
        var lines = await List("fundingLines", "first: 100, filter: { listings: [UNLISTED] }",
            "nodes { plan { code listing } } sums { amount }");

        lines.At("nodes").EnumerateArray().Should().NotBeEmpty().And.OnlyContain(l => l.At("plan.listing").GetString() == "UNLISTED");
    }

    [Fact]
    public async Task The_tree_has_every_plan_under_each_of_its_superiors()
    {
        var rows = (await List("planTree", "first: 100", "nodes { depth plan { code } link { superior { code } } isRepeated }"))
            .At("nodes").EnumerateArray().ToList();
        var plans = (await District("plans(first: 100) { nodes { code } }")).Plans.Nodes.Select(p => p.Code);

        rows.Select(r => r.Text("plan.code")).Distinct().Should().BeEquivalentTo(plans);
        rows.Where(r => !r.At("isRepeated").GetBoolean()).Should().HaveCount(plans.Count(), "each is unfolded once");
        for (var i = 1; i < rows.Count; i++)
        {
            rows[i].At("depth").GetInt32().Should().BeLessThanOrEqualTo(rows[i - 1].At("depth").GetInt32() + 1);
        }
        foreach (var (row, place) in rows.Select((r, i) => (r, i)).Where(r => r.r.Text("link") is not null))
        {
            var above = rows.Take(place).Last(r => r.At("depth").GetInt32() == row.At("depth").GetInt32() - 1);
            row.Text("link.superior.code").Should().Be(above.Text("plan.code"));
        }
    }

    private async Task<System.Text.Json.JsonElement> List(string list, string arguments, string selection) =>
        (await Ask($"{{ district(code: \"500154\") {{ {list}({arguments}) {{ {selection} }} }} }}")).At("district." + list);

    private static List<string> Nodes(System.Text.Json.JsonElement page) =>
        [.. page.At("nodes").EnumerateArray().Select(n => n.ToString())];
}
