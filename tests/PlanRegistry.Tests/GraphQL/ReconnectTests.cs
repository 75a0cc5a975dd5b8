namespace PlanRegistry.Tests.GraphQL;

/// <summary>Nothing is missed and nothing told twice, wherever a subscriber was cut off.</summary>
public sealed class ReconnectTests : SubscriptionTest
{
    [Fact]
    public async Task Who_resumes_at_any_cursor_is_told_exactly_the_rest()
    {
        using var socket = await SocketClient.Open(Http);
        await socket.Subscribe("live", FindingChanged);
        await History();
        var live = new List<(string Line, string Cursor)>();
        while (live.Count == 0 || !live[^1].Line.Contains("/SPE-LAST", StringComparison.Ordinal))
        {
            var told = await socket.Next("live");
            live.Add((Line(told), Change(told).Cursor));
        }
        live.Select(c => c.Line.Split(' ')[2]).Distinct().Should().BeEquivalentTo("WRITE", "SUPERIOR", "DAY");

        var streams = new List<EventStream> { await EventStream.Open(Http, FindingChanged, new { fromSeq = 1 }) };
        foreach (var (_, cursor) in live)
        {
            streams.Add(await EventStream.Open(Http, FindingChanged, new { after = cursor }));
        }

        for (var i = 0; i < streams.Count; i++)
        {
            foreach (var expected in live.Skip(i))
            {
                var told = await streams[i].Next();
                (Line(told), Change(told).Cursor).Should().Be(expected);
            }
        }
        await Draft("SPE-AFTER");
        foreach (var stream in streams)
        {
            Line(await stream.Next()).Should().Contain("+CAT-001/SPE-AFTER");
            stream.Dispose();
        }
    }

    /// <summary>Writes, superiors' writes, some in the same millisecond, and days, with and without effect.</summary>
    private async Task History()
    {
        await Report();
        await Unlink();
        await Draft("SPE-X");
        Clock.Advance(TimeSpan.FromHours(15));
        await RegisterInTheNation("国家示例局");
        await Link();
        Clock.Advance(TimeSpan.FromDays(30));
        await Unlink();
        await Draft("SPE-Y");
        await Link();
        Clock.Advance(TimeSpan.FromDays(40));
        await Draft("SPE-LAST");
    }
}
