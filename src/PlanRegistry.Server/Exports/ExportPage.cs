using System.Text.Json;
using System.Text.Json.Serialization;
using GraphQLEngine;
using Microsoft.AspNetCore.Http.Features;
using PlanRegistry.Access;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Consultation;
using PlanRegistry.Server.Evidence;
using PlanRegistry.Server.Funding;
using PlanRegistry.Server.Papers;
using PlanRegistry.Server.Storage;
using PlanRegistry.Server.Web;

namespace PlanRegistry.Server.Exports;

/// <summary>
/// POST /export, /papers and /evidence with JSON: which rows of which lists, which paper, or the evidence of what, in which view; and
/// /export/funding-sheet with the lines of the funding check, /export/opinion-form with a round and who is asked,
/// /export/comparison-table with the view, /export/access-journal with the journal's filter. A file is no answer that
/// GraphQL gives; what stands in it is what the caller's own queries answer.
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

    public static void MapExport(this WebApplication app)
    {
        app.MapPost("/export", (HttpContext http, ExportDesk desk) => Answer<ExportForm>(http, desk.Export));
        app.MapPost("/export/funding-sheet",
            (HttpContext http, FundingSheetDesk desk) => Answer<FundingSheetForm>(http, desk.Export));
        app.MapPost("/export/opinion-form",
            (HttpContext http, OpinionFormDesk desk) => Answer<OpinionFormAsked>(http, desk.Make));
        app.MapPost("/export/comparison-table",
            (HttpContext http, ComparisonTableDesk desk) => Answer<ComparisonTableForm>(http, desk.Export));
        app.MapPost("/export/access-journal",
            (HttpContext http, JournalSheetDesk desk) => Answer<JournalSheetForm>(http, desk.Export));
    }

    public static void MapPapers(this WebApplication app) => app.MapPost("/papers",
        (HttpContext http, PaperDesk desk) => Answer<PaperAsked>(http, desk.Make));

    public static void MapEvidence(this WebApplication app) => app.MapPost("/evidence",
        (HttpContext http, EvidenceDesk desk) => Answer<EvidenceForm>(http, (form, from) => desk.Make(form, http.RequestServices, from)));

    private static async Task<IResult> Answer<TForm>(HttpContext http, Func<TForm, string?, Exported> make)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (Visitor.CallerOf(http) is { Role: Role.Public } caller)
        {
            return FileAnswers.Refuse(http, caller.WhyStatus, caller.Why);
        }
        // No form of another page can send this.
        if (!http.Request.HasJsonContentType())
        {
            return FileAnswers.Refuse(http, StatusCodes.Status400BadRequest, NotUnderstood);
        }
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = MostBytes;
        try
        {
            var form = await http.Request.ReadFromJsonAsync<TForm>(Form, http.RequestAborted);
            if (form is null)
            {
                return FileAnswers.Refuse(http, StatusCodes.Status400BadRequest, NotUnderstood);
            }
            var made = make(form, Visitor.PlaceOf(http).Address);
            if (made.Content is null)
            {
                return FileAnswers.Refuse(http, made.Status, made.Refusal);
            }
            FileAnswers.Attach(http, made.Name);
            return Results.Stream(made.Content, KindOf(made.Name));
        }
        catch (JsonException)
        {
            return FileAnswers.Refuse(http, StatusCodes.Status400BadRequest, NotUnderstood);
        }
        catch (BadHttpRequestException e)
        {
            return FileAnswers.Refuse(http, e.StatusCode, NotUnderstood);
        }
        catch (GraphQLException e)
        {
            // The moment is not certain yet, or the database cannot be read: told in the reader's language already.
            var isBusy = e.Code == StorageException.Busy;
            return FileAnswers.Refuse(http, isBusy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status409Conflict, e.Message);
        }
        catch (SpokenException e)
        {
            return FileAnswers.Refuse(http, StatusCodes.Status503ServiceUnavailable, e.Sentence);
        }
    }

    private static string KindOf(string name) => Path.GetExtension(name) switch
    {
        ".xlsx" => Office + "spreadsheetml.sheet",
        ".docx" => Office + "wordprocessingml.document",
        _ => "application/zip",
    };
}
