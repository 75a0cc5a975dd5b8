using GraphQLEngine.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ToyHost;

/// <summary>The whole adapter between ASP.NET and the engine.</summary>
public static class GraphQLEndpoint
{
    public static void MapGraphQL(this IEndpointRouteBuilder endpoints, string path, GraphQLHttpHandler handler) =>
        endpoints.Map(path, context => Serve(context, handler));

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
