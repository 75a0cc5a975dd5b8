using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using Microsoft.Net.Http.Headers;

namespace PlanRegistry.Server.Web;

/// <summary>GraphiQL at /graphql for browsers: what src/web/graphiql builds, embedded in this assembly as FILE.gz.</summary>
public static class GraphiQLPage
{
    private const string Home = "index.html";
    private const string Licences = "assets/licences.txt";
    private const string ResourcePrefix = "graphiql/";

    // Monaco writes style attributes, so styles alone cannot be bound to 'self'.
    private const string Policy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly FrozenSet<string> Files = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal))
        .Select(n => n[ResourcePrefix.Length..^".gz".Length]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Must stand before /graphql is mapped; whoever does not ask for a page reaches the API.</summary>
    public static void UseGraphiQL(this WebApplication app)
    {
        app.Use((http, next) => IsAskedFor(http.Request) ? Send(http, Home) : next(http));
        app.MapGet("/graphql/assets/{file}", (string file, HttpContext http) => Send(http, "assets/" + file));
    }

    /// <summary>A browser's address bar: GET, text/html before JSON, and no document to run.</summary>
    private static bool IsAskedFor(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path == "/graphql" && PrefersHtml(request)
        && !request.Query.ContainsKey("query") && !request.Query.ContainsKey("documentId") && !request.Query.ContainsKey("extensions");

    private static bool PrefersHtml(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        var html = accepted.Where(a => a.MediaType == "text/html").Select(a => a.Quality ?? 1).DefaultIfEmpty(0).Max();
        return html > 0
            && !accepted.Any(
                a => a.MediaType.Value is "application/json" or "application/graphql-response+json" && (a.Quality ?? 1) >= html);
    }

    private static Task Send(HttpContext http, string file)
    {
        var response = http.Response;
        response.Headers.XContentTypeOptions = "nosniff";
        if (!Files.Contains(file))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return response.WriteAsync(file == Home ? "This server was built without its GraphQL page." : "There is no such file.");
        }
        response.ContentType = ContentType(Path.GetExtension(file));
        // The name of an asset holds the hash of its content; the page itself names the assets of the day.
        response.Headers.CacheControl = file is Home or Licences ? "no-cache" : "public, max-age=31536000, immutable";
        if (file == Home)
        {
            response.Headers.ContentSecurityPolicy = Policy;
            response.Headers["Referrer-Policy"] = "no-referrer";
            response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        }
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers.Vary = file == Home ? "Accept, Accept-Encoding" : "Accept-Encoding";
        return Write(http, Assembly.GetExecutingAssembly().GetManifestResourceStream(ResourcePrefix + file + ".gz")!);
    }

    private static async Task Write(HttpContext http, Stream compressed)
    {
        var takesGzip = http.Request.GetTypedHeaders().AcceptEncoding
            .Any(e => e.Value is { } coding && coding.Equals("gzip", StringComparison.OrdinalIgnoreCase) && e.Quality != 0);
        await using var content = takesGzip ? compressed : new GZipStream(compressed, CompressionMode.Decompress);
        if (takesGzip)
        {
            http.Response.Headers.ContentEncoding = "gzip";
            http.Response.ContentLength = compressed.Length;
        }
        await content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    private static string ContentType(string extension) => extension switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".ttf" => "font/ttf",
        ".txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
}
