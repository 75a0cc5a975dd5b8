using System.Text.Json;
using System.Text.Json.Serialization;
using GraphQLEngine;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Papers;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Exports;

/// <summary>
/// POST /export and /papers with JSON: which rows of which lists, or which paper, in which view. A file is no answer that GraphQL gives;
/// what stands in it is what the caller's own queries answer.
/// </summary>
public static class ExportPage
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";
    private const int MostBytes = 4 * 1024 * 1024;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, MaxDepth = 8,
    };

    private static readonly Text NotUnderstood = new("导出请求不完整，请从页面导出。", "The request is not whole: export from a page.");

    public static void MapExport(this WebApplication app) => app.MapPost("/export",
        (HttpContext http, ExportDesk desk) => Answer<ExportForm>(http, desk.Export));

    public static void MapPapers(this WebApplication app) => app.MapPost("/papers",
        (HttpContext http, PaperDesk desk) => Answer<PaperAsked>(http, desk.Make));

    private static async Task<IResult> Answer<TForm>(HttpContext http, Func<TForm, string?, Exported> make)
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
            var form = await http.Request.ReadFromJsonAsync<TForm>(Form, http.RequestAborted);
            if (form is null)
            {
                return Refuse(http, StatusCodes.Status400BadRequest, NotUnderstood);
            }
            var made = make(form, Visitor.PlaceOf(http).Address);
            if (made.Content is null)
            {
                return Refuse(http, made.Status, made.Refusal);
            }
            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.Headers.ContentDisposition =
                new ContentDispositionHeaderValue("attachment") { FileNameStar = made.Name }.ToString();
            return Results.Bytes(made.Content, KindOf(made.Name));
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
            var isBusy = e.Code == StorageException.Busy;
            return Refuse(http, isBusy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status409Conflict, e.Message);
        }
    }

    private static string KindOf(string name) => Path.GetExtension(name) switch
    {
        ".xlsx" => Office + "spreadsheetml.sheet",
        ".docx" => Office + "wordprocessingml.document",
        _ => "application/zip",
    };

    private static IResult Refuse(HttpContext http, int status, Text sentence) =>
        Results.Json(new { message = Reader.Of(http.Request).Told(sentence, null) }, JsonSerializerOptions.Web, statusCode: status);
}
