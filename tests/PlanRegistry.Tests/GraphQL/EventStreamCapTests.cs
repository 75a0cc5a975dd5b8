using System.Net;

namespace PlanRegistry.Tests.GraphQL;

/// <summary>As many event streams as the setting says, and not one more.</summary>
public sealed class EventStreamCapTests() : SubscriptionTest(("GraphQL:MaxEventStreams", "2"))
{
    [Fact]
    public async Task A_stream_too_many_is_asked_to_come_again_and_may_when_one_has_ended()
    {
        using var first = await EventStream.Open(Http, FindingChanged);
        var second = await EventStream.Open(Http, FindingChanged);

        (await EventStream.StatusOf(Http, FindingChanged)).Should().Be(HttpStatusCode.ServiceUnavailable);

        second.Dispose();
        var status = HttpStatusCode.ServiceUnavailable;
        // The server learns a moment later that the client has gone.
        for (var tries = 0; tries < 100 && status != HttpStatusCode.OK; tries++)
        {
            await Task.Delay(50);
            status = await EventStream.StatusOf(Http, FindingChanged);
        }
        status.Should().Be(HttpStatusCode.OK);
    }
}
