using System.Text.RegularExpressions;
using GraphQLEngine;
using Microsoft.AspNetCore.Http.Features;
using PlanRegistry.Access;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Web;

namespace PlanRegistry.Server.Documents;

/// <summary>
/// POST /documents?district=500154&amp;name=FILE with the bytes as application/octet-stream takes a file in; GET /documents/SHA256 gives
/// one out that a document names which the caller sees: to be saved, never to be shown by a browser.
/// </summary>
public static partial class DocumentPages
{
    private const string Bytes = "application/octet-stream";
    private static readonly DocumentKind Unknown = new("", Bytes);

    public static void MapDocuments(this WebApplication app)
    {
        app.MapPost("/documents", TakeIn);
        app.MapGet("/documents/{sha256}", GiveOut);
    }

    private static async Task<IResult> TakeIn(HttpContext http, DocumentDesk desk, string? district, string? name, string? sha256)
    {
        http.Response.Headers.CacheControl = "no-store";
        // No form of another page can send this type.
        if (http.Request.ContentType != Bytes || !DistrictCode.TryParse(district, out var code) || name is null
            || (sha256 is not null && !Hash().IsMatch(sha256)))
        {
            return FileAnswers.Refuse(http, StatusCodes.Status400BadRequest, DocumentWords.NotUnderstood);
        }
        // One byte more than is kept, so that this and not the connection tells what is too large.
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = DocumentStore.MostBytes + 1;
        try
        {
            var taken = await desk.TakeIn(code, name, sha256, http.Request.Body, http.RequestAborted);
            return taken.Sha256 is null ? FileAnswers.Refuse(http, taken.Status, taken.Refusal)
                : Results.Json(new { sha256 = taken.Sha256, bytes = taken.Bytes, name = taken.Name }, statusCode: taken.Status);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return FileAnswers.Refuse(http, e.StatusCode, DocumentWords.TooLarge);
        }
        catch (Exception e) when (e is BadHttpRequestException or OperationCanceledException)
        {
            return FileAnswers.Refuse(http, StatusCodes.Status400BadRequest, DocumentWords.CutOff);
        }
    }

    private static IResult GiveOut(HttpContext http, Reach reach, DocumentStore store, string sha256, string? district,
        DateTimeOffset? knownAt)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        try
        {
            return Seen(reach, sha256, district, knownAt) is { } document ? Send(http, document, store)
                : FileAnswers.Refuse(http, reach.Caller.WhyStatus, reach.Caller.Why);
        }
        catch (GraphQLException e)
        {
            // The moment is not certain yet, or the database cannot be read: told in the reader's language already.
            return FileAnswers.Refuse(http, StatusCodes.Status409Conflict, e.Message);
        }
    }

    private static IResult Send(HttpContext http, Document document, DocumentStore store)
    {
        if (store.Find(document.Sha256!) is not { } path)
        {
            return FileAnswers.Refuse(http, StatusCodes.Status409Conflict, DocumentWords.Missing(document.Named));
        }
        if (DocumentStore.HashOf(path) != document.Sha256)
        {
            return FileAnswers.Refuse(http, StatusCodes.Status409Conflict, DocumentWords.Changed(document.Named));
        }
        var file = File.OpenRead(path);
        // What it was called when it was registered is anybody's word: it opens as what it is.
        var kind = DocumentKind.Of(file) ?? Unknown;
        file.Position = 0;
        FileAnswers.Attach(http, DocumentDesk.NameOf(document.File!, kind));
        return Results.Stream(file, kind.MediaType);
    }

    /// <summary>The document that names the file, of those that the caller sees.</summary>
    private static Document? Seen(Reach reach, string sha256, string? district, DateTimeOffset? knownAt) => Hash().IsMatch(sha256)
        && reach.Caller.May("District.documents") && DistrictCode.TryParse(district, out var code)
        && reach.Scope(code, knownAt: knownAt) is { } scope
            ? scope.View.All<Document>().FirstOrDefault(d => d.Sha256 == sha256 && d.File is not null) : null;

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Hash();
}
