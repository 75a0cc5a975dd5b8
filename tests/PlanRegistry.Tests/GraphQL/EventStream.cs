using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace PlanRegistry.Tests.GraphQL;

/// <summary>A client of Server-Sent Events that waits for at most half a minute.</summary>
internal sealed class EventStream : IDisposable
{
    private readonly CancellationTokenSource patience = new(TimeSpan.FromSeconds(120));
    private readonly HttpResponseMessage response;
    private readonly StreamReader reader;

    private EventStream(HttpResponseMessage response, StreamReader reader) => (this.response, this.reader) = (response, reader);

    /// <summary>A stream that has said its first word, so that its source is open.</summary>
    public static async Task<EventStream> Open(HttpClient server, string query, object? variables = null)
    {
        var response = await Ask(server, query, variables);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().Should().Be("text/event-stream; charset=utf-8");
        var stream = new EventStream(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
        (await stream.reader.ReadLineAsync(stream.patience.Token)).Should().Be(":");
        return stream;
    }

    /// <summary>What asking for a stream is answered with, which is then left.</summary>
    public static async Task<HttpStatusCode> StatusOf(HttpClient server, string query)
    {
        using var response = await Ask(server, query, null);
        return response.StatusCode;
    }

    private static Task<HttpResponseMessage> Ask(HttpClient server, string query, object? variables)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        return server.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>The next event as "name data"; null at the end. Comments only say that the line is alive.</summary>
    public async Task<string?> Event()
    {
        var name = "";
        while (await reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                name = line["event: ".Length..];
            }
            else if (line.StartsWith("data:", StringComparison.Ordinal))
            {
                return $"{name} {line["data:".Length..].TrimStart()}";
            }
        }
        return null;
    }

    /// <summary>The response that the next event carries.</summary>
    public async Task<Response> Next()
    {
        var next = await Event();
        next.Should().StartWith("next ");
        return JsonSerializer.Deserialize<Response>(next!["next ".Length..], ServerTest.JsonForm)!;
    }

    public void Dispose()
    {
        response.Dispose();
        reader.Dispose();
        patience.Dispose();
    }
}
