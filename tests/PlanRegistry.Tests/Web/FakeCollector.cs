using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PlanRegistry.Tests.Web;

/// <summary>Takes whatever is sent over OTLP (http/protobuf) on a loopback port of its own, to any path.</summary>
internal sealed class FakeCollector
{
    private readonly ConcurrentQueue<(string Path, string Body)> received = [];
    private readonly WebApplication app;

    public FakeCollector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/{**path}", async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            // Names in protobuf are plain bytes; the rest of the message is of no interest here.
            received.Enqueue((http.Request.Path.Value!, Encoding.Latin1.GetString(body.ToArray())));
            http.Response.ContentType = "application/x-protobuf";
        });
        app.StartAsync().GetAwaiter().GetResult();
    }

    public string Url => app.Urls.Single();

    public IEnumerable<string> Paths => received.Select(r => r.Path).Distinct();

    /// <summary>The first message at a path that holds all the words; waits for at most half a minute.</summary>
    public async Task<string> Message(string path, params string[] words)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            if (received.FirstOrDefault(r => r.Path == path && words.All(r.Body.Contains)).Body is { } body)
            {
                return body;
            }
            await Task.Delay(100);
        }
        throw new TimeoutException(
            $"Nothing at {path} has had {string.Join(", ", words)} for half a minute; what came went to {string.Join(", ", Paths)}.");
    }
}
