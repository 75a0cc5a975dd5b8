using PlanRegistry.Ledger;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Tests.GraphQL;

/// <summary>A page after a cursor is of the same state as the page before, whatever is written between them.</summary>
public sealed class WalkTests : ServerTest
{
    [Theory]
    [InlineData("plans", ", orderBy: LIGHT", "code light")]
    [InlineData("plans", ", orderBy: CODE", "code status")]
    [InlineData("findings", ", orderBy: URGENCY", "id")]
    [InlineData("findings", ", orderBy: FIRST", "id")]
    [InlineData("planTree", "", "depth plan { code }")]
    [InlineData("acts", "", "code")]
    public async Task A_walk_under_writes_reads_the_list_as_it_was_when_it_began(string list, string order, string told)
    {
        var before = await Walk(list, order, told);

        var walked = await Walk(list, order, told, Begin);

        walked.Should().Equal(before);
        (await Walk(list, order, told)).Should().NotEqual(before, "a new walk is of the state with the new plan");
    }

    [Fact]
    public async Task A_walk_backwards_stays_in_its_state_too()
    {
        const string told = "nodes { code } pageInfo { startCursor hasPreviousPage } totalCount";
        var last = (await Ask(Query($"plans(last: 40, orderBy: LIGHT) {{ {told} }}"))).At("district.plans");
        await Begin();

        var first = (await Ask(Query(
            $"plans(last: 40, before: \"{last.Text("pageInfo.startCursor")}\", orderBy: LIGHT) {{ {told} }}"))).At("district.plans");

        first.Texts("nodes", "code").Concat(last.Texts("nodes", "code")).Should().OnlyHaveUniqueItems().And.HaveCount(48);
        first.At("totalCount").GetInt32().Should().Be(48);
    }

    [Fact]
    public async Task A_state_that_is_kept_no_longer_asks_to_begin_again()
    {
        var old = Cursor.Write("plans Code 500154 2026-06-30", Registry.Sealed(Vector.Parse("500154:1")), "DEV-2021");
        await Begin();

        (await Refused(Query($"plans(first: 5, after: \"{old}\") {{ nodes {{ code }} }}"))).Should().Be(
            "Records were written since this walk began, and the state that it began with is kept no longer: "
                + "begin again without a cursor.");
    }

    [Theory]
    [InlineData("plans Code 500154 2026-06-30", "plans(first: 1, after: \"{0}\") {{ nodes {{ code }} }}")]
    [InlineData("ledger 500154", "ledger(first: 1, after: \"{0}\") {{ nodes {{ seq }} }}")]
    [InlineData("changes 500154 0", "changes(afterSeq: 0, first: 1, after: \"{0}\") {{ nodes {{ seq }} }}")]
    [InlineData("corrections 500154  ", "corrections(first: 1, after: \"{0}\") {{ nodes {{ entry {{ seq }} }} }}")]
    public async Task A_cursor_of_entries_that_are_no_more_is_refused_wherever_it_is_given(string list, string selection)
    {
        var lost = Cursor.Write(list, "500154:1 500000:1 000000:1 #0123456789ab", "1:0");

        (await Post(Query(string.Format(null, selection, lost)), language: "en")).At("errors.0").Text("message").Should().Be(
            "The argument \"after\" is a cursor of entries that the ledger does not have: "
                + "it was given by another registry, or the registry has been restored from a backup; begin again without a cursor.");
    }

    [Fact]
    public async Task A_cursor_of_another_districts_state_is_no_cursor_here()
    {
        var other = Cursor.Write("plans Code 500154 2026-06-30", Vector.Parse("500000:1").ToString(), "DEV-2021");

        (await Ask(Query($"plans(first: 1, after: \"{other}\") {{ nodes {{ code }} }}"))).At("district.plans")
            .Texts("nodes", "code").Should().NotBeEmpty("only its place is read of it");
    }

    private static string Query(string selection) => $"{{ district(code: \"500154\") {{ {selection} }} }}";

    private async Task Begin()
    {
        await Write(new RegisterPlan("某某事业发展“十五五”规划") { Code = "AAA-2026-01", LeadAgency = "区教委" });
        await Write(new RecordAct("AAA-2026-01", "DRAFTING_STARTED", "2026-06-29") { Agency = "区教委" });
    }

    private async Task<List<string>> Walk(string list, string order, string told, Func<Task>? between = null)
    {
        var walked = new List<string>();
        var total = new HashSet<int>();
        for (var after = ""; ;)
        {
            var page = (await Ask(Query(
                $"{list}(first: 20{order}{after}) {{ nodes {{ {told} }} totalCount pageInfo {{ hasNextPage endCursor }} }}")))
                .At($"district.{list}");
            walked.AddRange(page.At("nodes").EnumerateArray().Select(n => n.GetRawText()));
            total.Add(page.At("totalCount").GetInt32());
            if (!page.At("pageInfo.hasNextPage").GetBoolean())
            {
                break;
            }
            after = $", after: \"{page.Text("pageInfo.endCursor")}\"";
            await (between?.Invoke() ?? Task.CompletedTask);
            between = null;
        }
        total.Should().Equal(walked.Count);
        return walked;
    }
}
