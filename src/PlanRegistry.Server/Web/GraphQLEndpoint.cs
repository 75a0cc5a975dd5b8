using System.Net.WebSockets;
using GraphQLEngine.Http;
using GraphQLEngine.Subscriptions;
using Microsoft.AspNetCore.Http.Features;

namespace PlanRegistry.Server.Web;

/// <summary>
/// The whole adapter between ASP.NET and the engine: a bounded body over HTTP, Server-Sent Events,
/// WebSockets. The engine knows no web server, so the test and benchmark hosts compile this same file.
/// </summary>
/// <param name="handler">What answers.</param>
/// <param name="admit">Who may talk over a WebSocket, with which services, and until when.</param>
public sealed class GraphQLEndpoint(GraphQLHttpHandler handler, Func<HttpContext, SocketInit, ValueTask<SocketAdmission?>>? admit = null)
{
    private int streams;

    /// <summary>How many event streams may be open at once; a client beyond that may come again.</summary>
    public int MostStreams { get; init; } = 1_000;

    /// <summary>The body as it is told to who asks.</summary>
    public Func<HttpContext, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Told { get; init; } = (_, body) => body;

    /// <summary>When who asks may ask no longer: a stream ends with it, as a socket does.</summary>
    public Func<HttpContext, CancellationToken> Ended { get; init; } = _ => CancellationToken.None;

    public Task Handle(HttpContext http) => http.WebSockets.IsWebSocketRequest ? Talk(http) : Serve(http);

    private async Task Talk(HttpContext http)
    {
        // Browsers send no preflight for WebSockets: without this any page could talk in its visitor's name.
        if (SocketOptions.IsForeignOrigin(http.Request.Headers.Origin, http.Request.Host.Value))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        var offers = http.WebSockets.WebSocketRequestedProtocols.Contains(GraphQLSocketHandler.Protocol);
        var options = new SocketOptions { Admit = admit is null ? null : init => admit(http, init) };
        using var socket = await Accept(http, offers ? GraphQLSocketHandler.Protocol : null);
        if (socket is not null)
        {
            using var stop = UntilOneSideGoes(http);
            await new GraphQLSocketHandler(handler, options).RunAsync(socket, stop.Token);
        }
    }

    /// <summary>
    /// Null when the server has as many sockets as it may have
    /// (KestrelServerLimits.MaxConcurrentUpgradedConnections): the client may come again.
    /// </summary>
    private static async Task<WebSocket?> Accept(HttpContext http, string? protocol)
    {
        try
        {
            return await http.WebSockets.AcceptWebSocketAsync(protocol);
        }
        catch (InvalidOperationException) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return null;
        }
    }

    private async Task Serve(HttpContext http)
    {
        try
        {
            var isTooLarge = http.Request.ContentLength > handler.Schema.Options.Limits.MaxBodyBytes;
            using var answer = isTooLarge ? handler.BodyTooLarge(http.Request.Headers.Accept) : await Answer(http);
            await Send(http, answer);
        }
        catch (BadHttpRequestException e) when (!http.Response.HasStarted)
        {
            // A body that comes too slowly, or breaks off, is the client's matter.
            http.Response.StatusCode = e.StatusCode;
        }
    }

    private async Task Send(HttpContext http, GraphQLHttpResponse answer)
    {
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = answer.ContentType;
        if (answer.Allow is { } allow)
        {
            http.Response.Headers.Allow = allow;
        }
        if (answer.Events is { } events)
        {
            await Stream(http, events);
            return;
        }
        var body = Told(http, answer.Body);
        http.Response.ContentLength = body.Length;
        await http.Response.BodyWriter.WriteAsync(body, http.RequestAborted);
    }

    /// <summary>
    /// Reads the body, or as much of it as shows that it is too large, and answers. The answer holds on to nothing of it.
    /// </summary>
    private async ValueTask<GraphQLHttpResponse> Answer(HttpContext http)
    {
        var reader = http.Request.BodyReader;
        var read = await reader.ReadAsync(http.RequestAborted);
        while (!read.IsCompleted && read.Buffer.Length <= handler.Schema.Options.Limits.MaxBodyBytes)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync(http.RequestAborted);
        }
        var request = new GraphQLHttpRequest
        {
            Method = http.Request.Method,
            QueryString = http.Request.QueryString.Value,
            ContentType = http.Request.ContentType,
            Accept = http.Request.Headers.Accept,
            Body = read.Buffer,
            Header = name => http.Request.Headers[name],
            Services = http.RequestServices,
        };
        var isTooLarge = read.Buffer.Length > handler.Schema.Options.Limits.MaxBodyBytes;
        var answer = isTooLarge ? handler.BodyTooLarge(request.Accept) : handler.Handle(request, http.RequestAborted);
        reader.AdvanceTo(read.Buffer.End);
        return answer;
    }

    private async Task Stream(HttpContext http, IAsyncEnumerable<ReadOnlyMemory<byte>> events)
    {
        try
        {
            if (Interlocked.Increment(ref streams) <= MostStreams)
            {
                await Pour(http, events);
                return;
            }
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.ContentType = null;
        }
        finally
        {
            Interlocked.Decrement(ref streams);
        }
    }

    private async Task Pour(HttpContext http, IAsyncEnumerable<ReadOnlyMemory<byte>> events)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        using var stop = UntilOneSideGoes(http);
        try
        {
            await foreach (var piece in events.WithCancellation(stop.Token))
            {
                await http.Response.BodyWriter.WriteAsync(piece, stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The client is gone, or comes again when the server does.
        }
    }

    /// <summary>Streams have no end of their own: without this they would hold up the server's.</summary>
    private CancellationTokenSource UntilOneSideGoes(HttpContext http) => CancellationTokenSource.CreateLinkedTokenSource(
        http.RequestAborted, Ended(http), http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
}
