using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using Microsoft.Net.Http.Headers;

namespace PlanRegistry.Server.Web;

/// <summary>What src/web/NAME builds, embedded in this assembly as FILE.gz.</summary>
/// <param name="title">What the page is called where it is missing.</param>
public sealed class EmbeddedSite(string name, string title)
{
    private const string Home = "index.html";
    private const string Licences = "assets/licences.txt";

    // Monaco and Ant Design write style elements and attributes as they run, so styles alone cannot be bound to 'self'.
    private const string Policy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly FrozenSet<string> files = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(n => n.StartsWith(name + "/", StringComparison.Ordinal))
        .Select(n => n[(name.Length + 1)..^".gz".Length]).ToFrozenSet(StringComparer.Ordinal);

    public Task SendHome(HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return Send(http, Home, $"This server was built without its {title}.");
    }

    public Task SendAsset(string file, HttpContext http) => Send(http, "assets/" + file, "There is no such file.");

    private Task Send(HttpContext http, string file, string missing)
    {
        var response = http.Response;
        response.Headers.XContentTypeOptions = "nosniff";
        if (!files.Contains(file))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return response.WriteAsync(missing);
        }
        response.ContentType = ContentType(Path.GetExtension(file));
        // The name of an asset holds the hash of its content; the page itself names the assets of the day.
        response.Headers.CacheControl = file is Home or Licences ? "no-cache" : "public, max-age=31536000, immutable";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers.Vary = file == Home ? "Accept, Accept-Encoding" : "Accept-Encoding";
        return Write(http, Assembly.GetExecutingAssembly().GetManifestResourceStream($"{name}/{file}.gz")!);
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
