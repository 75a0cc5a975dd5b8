using GraphQLEngine.Http;
using GraphQLEngine.Subscriptions;
using Microsoft.AspNetCore.Http.Features;

namespace ToyHost;

/// <summary>The whole adapter between ASP.NET and the engine.</summary>
public static class GraphQLEndpoint
{
    public static void MapGraphQL(this IEndpointRouteBuilder endpoints, string path, GraphQLHttpHandler handler, GraphQLSocketHandler sockets) =>
        endpoints.Map(path, context => context.WebSockets.IsWebSocketRequest ? Talk(context, sockets) : Serve(context, handler));

    private static async Task Talk(HttpContext context, GraphQLSocketHandler sockets)
    {
        if (SocketOptions.IsForeignOrigin(context.Request.Headers.Origin, context.Request.Host.Value))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        var offered = context.WebSockets.WebSocketRequestedProtocols;
        using var socket = await context.WebSockets.AcceptWebSocketAsync(offered.Contains(GraphQLSocketHandler.Protocol) ? GraphQLSocketHandler.Protocol : null);
        await sockets.RunAsync(socket, context.RequestAborted);
    }

    private static async Task Serve(HttpContext context, GraphQLHttpHandler handler)
    {
        var request = context.Request;
        var reader = request.BodyReader;
        var read = await reader.ReadAsync(context.RequestAborted);
        while (!read.IsCompleted && read.Buffer.Length <= handler.Schema.Options.Limits.MaxBodyBytes)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync(context.RequestAborted);
        }
        using var response = await handler.HandleAsync(
            new GraphQLHttpRequest
            {
                Method = request.Method,
                QueryString = request.QueryString.Value,
                ContentType = request.ContentType,
                Accept = request.Headers.Accept,
                Body = read.Buffer,
                Header = name => request.Headers[name],
                Services = context.RequestServices,
            },
            context.RequestAborted);
        reader.AdvanceTo(read.Buffer.End);
        await Send(context, response);
    }

    private static async Task Send(HttpContext context, GraphQLHttpResponse response)
    {
        context.Response.StatusCode = response.Status;
        context.Response.ContentType = response.ContentType;
        if (response.Allow is { } allow)
            context.Response.Headers.Allow = allow;
        if (response.Events is { } events)
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
            await foreach (var piece in events)
            {
                await context.Response.BodyWriter.WriteAsync(piece, context.RequestAborted);
                await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
            }
            return;
        }
        context.Response.ContentLength = response.Body.Length;
        await context.Response.BodyWriter.WriteAsync(response.Body, context.RequestAborted);
    }
}
