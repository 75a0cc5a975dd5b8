using PlanRegistry.Access;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Sweeping;

/// <summary>Who supervises is told what opens and clears below, as sweeps find it.</summary>
public sealed class SweptWatchTests : SweepTest
{
    private const string Below = """
        subscription($under: String, $district: String, $after: String, $fromSeq: Int) {
          findingChanged(under: $under, district: $district, after: $after, fromSeq: $fromSeq) {
            cursor day seq cause district { code name } opened { rule { code } plan { code } } cleared { rule { code } plan { code } } } }
        """;

    [Fact]
    public async Task What_opened_in_a_district_below_is_told_when_it_was_swept()
    {
        HaveWanzhou();
        Sweep();
        using var events = await EventStream.Open(Http, Below, new { under = "500000" });

        Begin("SPE-2", "万州区教育规划(示例)", "2026-06-02");
        Sweep();

        Line(await events.Next()).Should().Be("500101 万州区 2026-06-30 2 WRITE +CAT-001/SPE-2 +HIE-001/SPE-2");
    }

    [Fact]
    public async Task Who_was_away_goes_on_after_the_cursor_and_misses_nothing()
    {
        HaveWanzhou();
        Sweep();
        string cursor;
        using (var events = await EventStream.Open(Http, Below, new { under = "500000" }))
        {
            Begin("SPE-2", "万州区教育规划(示例)", "2026-06-02");
            Sweep();
            cursor = (await events.Next()).Data.FindingChanged.Cursor;
        }
        Begin("SPE-3", "万州区文化规划(示例)", "2026-06-03");
        Sweep();
        Begin("SPE-4", "万州区体育规划(示例)", "2026-06-04");
        Sweep();

        using var back = await EventStream.Open(Http, Below, new { under = "500000", after = cursor });

        Line(await back.Next()).Should().Be("500101 万州区 2026-06-30 3 WRITE +CAT-001/SPE-3 +HIE-001/SPE-3");
        Line(await back.Next()).Should().Be("500101 万州区 2026-06-30 4 WRITE +CAT-001/SPE-4 +HIE-001/SPE-4");
    }

    [Fact]
    public async Task A_day_that_begins_and_an_entry_above_are_told_as_what_they_are()
    {
        Sweep();
        using var events = await EventStream.Open(Http, Below, new { under = "000000" });

        Clock.Now = new DateTimeOffset(2026, 7, 1, 8, 0, 0, TimeSpan.FromHours(8));
        Sweep();

        Line(await events.Next()).Should().StartWith("500154 开州区 2026-07-01 1 DAY +REV-001/REG-2021-01 +REV-001/SPE-2021-02 ");
    }

    [Fact]
    public async Task What_is_judged_of_a_day_gone_by_is_no_news()
    {
        Sweep();
        using var events = await EventStream.Open(Http, Below, new { under = "500000" });

        Sweep(new DateOnly(2025, 12, 31));
        Clock.Now = new DateTimeOffset(2026, 7, 1, 8, 0, 0, TimeSpan.FromHours(8));
        Sweep();

        Line(await events.Next()).Should().StartWith("500154 开州区 2026-07-01 1 DAY ");
    }

    [Theory]
    [InlineData("{ findingChanged { day } }", "Give \"district\", for one, or \"under\", for those below it: one of the two.")]
    [InlineData("{ findingChanged(district: \"500154\", under: \"500000\") { day } }",
        "Give \"district\", for one, or \"under\", for those below it: one of the two.")]
    [InlineData("{ findingChanged(under: \"500000\", fromSeq: 1) { day } }",
        "The argument \"fromSeq\" is of one district's ledger, and does not go with \"under\": give \"after\".")]
    [InlineData("{ findingChanged(under: \"500199\") { day } }", "The registry has no district 500199.")]
    [InlineData("{ findingChanged(under: \"500000\", after: \"x\") { day } }",
        "The argument \"after\" is no cursor of findingChanged under 500000.")]
    public async Task Where_one_stands_is_told_one_way(string selection, string message) =>
        (await RefusedStream(Http, selection)).Message.Should().Be(message);

    [Fact]
    public async Task A_cursor_of_results_that_are_there_no_more_is_refused()
    {
        HaveWanzhou();
        Sweep();
        using var events = await EventStream.Open(Http, Below, new { under = "500000" });
        Begin("SPE-2", "万州区教育规划(示例)", "2026-06-02");
        Sweep();
        var after = (await events.Next()).Data.FindingChanged.Cursor;
        Begin("SPE-3", "万州区文化规划(示例)", "2026-06-03");
        Sweep();

        Sweeps.Forget(Today.AddDays(1));

        (await RefusedStream(Http, $"{{ findingChanged(under: \"500000\", after: \"{after}\") {{ day }} }}")).Message.Should()
            .StartWith("The argument \"after\" is a cursor of entries that the ledger does not have");
    }

    [Fact]
    public async Task Who_may_not_see_below_is_refused()
    {
        const string below = "{ findingChanged(under: \"500000\") { day } }";

        (await RefusedStream(Program(Role.Department, "KZ-EEB"), below)).Extensions.Code.Should().Be("FORBIDDEN");
        (await RefusedStream(Program(Role.Audit), below)).Extensions.Code.Should().Be("NOT_FOUND");
    }

    private static async Task<Error> RefusedStream(HttpClient client, string query)
    {
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        using var events = await EventStream.Open(client, $"subscription {query}");
        return (await events.Next()).Errors[0];
    }

    private static string Line(Response answer)
    {
        answer.Errors.Should().BeNull("an event is to come");
        var change = answer.Data.FindingChanged;
        var opened = change.Opened.Select(f => $" +{f.Rule.Code}/{f.Plan?.Code}");
        var cleared = change.Cleared.Select(f => $" -{f.Rule.Code}/{f.Plan?.Code}");
        return $"{change.District!.Code} {change.District.Name} {change.Day} {change.Seq} {change.Cause}"
            + string.Concat(opened) + string.Concat(cleared);
    }
}
