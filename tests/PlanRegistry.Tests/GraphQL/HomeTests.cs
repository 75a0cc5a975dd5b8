using System.Net;

namespace PlanRegistry.Tests.GraphQL;

public sealed class HomeTests : ServerTest
{
    [Fact]
    public async Task The_root_leads_to_the_overview_of_the_district()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Accept.ParseAdd("text/html");

        var answer = await Http.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.RequestMessage!.RequestUri!.AbsolutePath.Should().Be("/d/500154");
        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
    }
}
