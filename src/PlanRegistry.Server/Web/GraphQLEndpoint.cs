using System.Buffers;
using GraphQLEngine;
using GraphQLEngine.Http;

namespace PlanRegistry.Server.Web;

/// <summary>The engine's HTTP handler on ASP.NET: reads a bounded body, writes one answer.</summary>
public sealed class GraphQLEndpoint(GraphQLHttpHandler handler, Func<HttpContext, bool> forbidsIntrospection)
{
    public async Task Handle(HttpContext http)
    {
        var limit = handler.Schema.Options.Limits.MaxBodyBytes;
        var body = await Read(http.Request, limit);
        using var answer = body is null ? handler.BodyTooLarge(http.Request.Headers.Accept) : await handler.HandleAsync(Request(http, body.Value), http.RequestAborted);
        await Write(http.Response, answer, http.RequestAborted);
        if (body is not null)
        {
            http.Request.BodyReader.AdvanceTo(body.Value.End);
        }
    }

    /// <summary>The whole body, or null as soon as it is longer than the limit.</summary>
    private static async ValueTask<ReadOnlySequence<byte>?> Read(HttpRequest request, int limit)
    {
        if (request.ContentLength > limit)
        {
            return null;
        }
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.Buffer.Length > limit)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return null;
            }
            if (read.IsCompleted)
            {
                return read.Buffer;
            }
            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private GraphQLHttpRequest Request(HttpContext http, ReadOnlySequence<byte> body) => new()
    {
        Method = http.Request.Method,
        QueryString = http.Request.QueryString.Value,
        ContentType = http.Request.ContentType,
        Accept = http.Request.Headers.Accept,
        Body = body,
        Header = name => http.Request.Headers[name],
        Services = http.RequestServices,
        ForbidIntrospection = forbidsIntrospection(http),
    };

    private static async Task Write(HttpResponse response, GraphQLHttpResponse answer, CancellationToken stop)
    {
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        if (answer.Allow is { } allow)
        {
            response.Headers.Allow = allow;
        }
        if (answer.Events is { } events)
        {
            response.Headers.CacheControl = "no-cache";
            await foreach (var piece in events.WithCancellation(stop))
            {
                await response.Body.WriteAsync(piece, stop);
                await response.Body.FlushAsync(stop);
            }
            return;
        }
        response.ContentLength = answer.Body.Length;
        await response.BodyWriter.WriteAsync(answer.Body, stop);
    }
}
