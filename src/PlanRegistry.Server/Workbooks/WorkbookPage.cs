using GraphQLEngine;
using Microsoft.AspNetCore.Http.Features;
using PlanRegistry.Access;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Packs;
using PlanRegistry.Server.Web;

namespace PlanRegistry.Server.Workbooks;

/// <summary>
/// POST /workbooks?name=FILE with the file as its body: the id under which inspectWorkbook, importWorkbook and
/// fundingSheet know it. GET /workbooks/ID:
/// what they gave back. A request to GraphQL may have 256 KiB; a workbook in its text would need forty times that for everybody.
/// </summary>
public static class WorkbookPage
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Bytes = "application/octet-stream";
    private const int LongestName = 200;

    public static void MapWorkbooks(this WebApplication app)
    {
        app.MapPost("/workbooks", Take);
        app.MapGet("/workbooks/{id}", Give);
    }

    private static async Task<IResult> Take(HttpContext http, Caller caller, WorkbookShelf shelf)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (Refusal(http, caller) is { } refusal)
        {
            return refusal;
        }
        var name = Path.GetFileName(http.Request.Query["name"].ToString());
        if (name.Length > LongestName || name.Any(c => char.IsControl(c) || c == '\uFFFD'))
        {
            return FileAnswers.Refuse(http, StatusCodes.Status400BadRequest, new(
                $"文件名最多{LongestName}个字符，不含控制字符和无法识别的字符；请改名后再上传。",
                $"The name of a file has at most {LongestName} characters, all of which can be read: rename it and send it again."));
        }
        // No form of another page can send this.
        if (name.Length == 0 || http.Request.ContentType != Bytes)
        {
            return FileAnswers.Refuse(http, StatusCodes.Status400BadRequest, new($"请以{Bytes}发送文件，并以name注明文件名。",
                $"Send the file as {Bytes}, and its name as name."));
        }
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = WorkbookLimits.Bytes;
        try
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            var bytes = body.ToArray();
            // What cannot be read is not kept.
            WorkbookFile.Read(name, bytes);
            return Results.Json(new { id = shelf.Put(caller, name, bytes) });
        }
        catch (PackException e)
        {
            return FileAnswers.Refuse(http, StatusCodes.Status422UnprocessableEntity, e.Sentence);
        }
        catch (BadHttpRequestException e)
        {
            return FileAnswers.Refuse(http, e.StatusCode, e.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? new($"文件超过{WorkbookLimits.Bytes / 1024 / 1024}MiB，即可以读取的上限。",
                    $"The file is larger than {WorkbookLimits.Bytes / 1024 / 1024} MiB, the most that is read.")
                : new("文件没有传完，请重新上传。", "The file did not arrive whole: send it again."));
        }
    }

    private static IResult Give(HttpContext http, string id, Caller caller, WorkbookShelf shelf)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (Refusal(http, caller) is { } refusal)
        {
            return refusal;
        }
        if (shelf.Find(caller, id) is not { } found)
        {
            return FileAnswers.Refuse(http, StatusCodes.Status404NotFound, WorkbookWords.Gone);
        }
        FileAnswers.Attach(http, found.Name);
        return Results.Bytes(found.Bytes, found.Name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) ? Excel : Bytes);
    }

    private static IResult? Refusal(HttpContext http, Caller caller) => caller.May("Mutation.importWorkbook")
        || caller.May(Funding.FundingSheetFields.Coordinate) ? null
        : FileAnswers.Refuse(http, caller.WhyStatus, caller.Why);
}

/// <summary>Sentences that both ways in say.</summary>
internal static class WorkbookWords
{
    public static Problem SaidTwice { get; } = Refusals.Invalid(null, "同一列写了两次对应的内容，请只写一次。",
        "One column is said to hold two things: say it once.");

    /// <summary>Whether a text is said to mean two agencies, or more are said than there are.</summary>
    public static Problem? Missaid(IReadOnlyList<WorkbookAgencyInput>? agencies) =>
        agencies?.Count > MostAgencies
            ? Refusals.Invalid(null, $"一次最多指定{MostAgencies}个单位。", $"At most {MostAgencies} agencies can be said.")
        : agencies?.GroupBy(a => TitleKey.Of(a.Text)).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? Refusals.Invalid(null, $"“{SheetWalk.Short(twice.First().Text)}”指定了两次单位，请只写一次。",
                $"\"{SheetWalk.Short(twice.First().Text)}\" is said to mean two agencies: say it once.")
        : null;

    private const int MostAgencies = 200;

    public static Text Gone { get; } = new("没有该工作簿，或者上传已逾一小时，请重新上传。",
        "There is no such workbook, or it was sent more than an hour ago: send it again.");
}
