using System.Text.Json;
using System.Text.Json.Serialization;
using GraphQLEngine;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using PlanRegistry.Access;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Evidence;

/// <summary>
/// POST /evidence with JSON: {"district", "kind", "code", "asOf", "knownAt"}. What is given out stands in the access journal.
/// </summary>
public static class EvidencePage
{
    private const int MostBytes = 16 * 1024;

    /// <summary>How long the access journal is waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, MaxDepth = 4,
    };

    internal static readonly Text NotUnderstood = new("取证请求不完整，请从页面取证。", "The request is not whole: make evidence from a page.");

    public static void MapEvidence(this WebApplication app) => app.MapPost("/evidence", Answer);

    private static async Task<IResult> Answer(HttpContext http, EvidenceDesk desk, IAccessStorage access, TimeProvider clock)
    {
        http.Response.Headers.CacheControl = "no-store";
        // No form of another page can send this.
        if (!http.Request.HasJsonContentType())
        {
            return Refuse(http, StatusCodes.Status400BadRequest, NotUnderstood);
        }
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = MostBytes;
        try
        {
            var form = await http.Request.ReadFromJsonAsync<EvidenceForm>(Form, http.RequestAborted);
            var made = desk.Make(form!, http.RequestServices);
            return made.Content is null ? Refuse(http, made.Status, made.Refusal)
                : Note(http, access, clock, form!, EvidenceDesk.HashOf(made.Content)) is { } refusal
                    ? Withheld(http, made.Content, refusal)
                : Send(http, made);
        }
        catch (JsonException)
        {
            return Refuse(http, StatusCodes.Status400BadRequest, NotUnderstood);
        }
        catch (BadHttpRequestException e)
        {
            return Refuse(http, e.StatusCode, NotUnderstood);
        }
        catch (GraphQLException e)
        {
            // The moment is not certain yet, or the database cannot be read: told in the reader's language already.
            return Refuse(http, StatusCodes.Status409Conflict, e.Message);
        }
    }

    private static IResult Send(HttpContext http, MadeEvidence made)
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = made.Name }.ToString();
        return Results.Stream(made.Content!, "application/zip");
    }

    private static IResult Withheld(HttpContext http, Stream content, Text sentence)
    {
        content.Dispose();
        return Refuse(http, StatusCodes.Status503ServiceUnavailable, sentence);
    }

    /// <summary>Nothing leaves that the access journal does not tell: about what, and the SHA-256 of the file.</summary>
    private static Text? Note(HttpContext http, IAccessStorage access, TimeProvider clock, EvidenceForm form, string sha256)
    {
        var caller = Visitor.CallerOf(http);
        try
        {
            access.Write(Patience, rows =>
            {
                rows.Note(clock.GetUtcNow(), AccessEvent.Exported, caller.Account, caller.Actor.Name,
                    $"evidence:{form.Kind}:{form.Code} {sha256}", DistrictCode.Parse(form.District), Visitor.PlaceOf(http).Address);
                return true;
            });
            return null;
        }
        catch (StorageException e)
        {
            return e.Code == StorageException.Busy
                ? new("访问日志暂时无法写入，未取证；请稍后重试。", "The access journal cannot be written to now: no evidence was made; try again later.")
                : e.Sentence;
        }
    }

    private static IResult Refuse(HttpContext http, int status, Text sentence) =>
        Results.Json(new { message = Reader.Of(http.Request).Told(sentence, null) }, JsonSerializerOptions.Web, statusCode: status);
}
