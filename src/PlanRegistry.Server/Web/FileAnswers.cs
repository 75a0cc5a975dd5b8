using Microsoft.Net.Http.Headers;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Web;

/// <summary>How files leave over HTTP, and how it is said that they do not.</summary>
internal static class FileAnswers
{
    /// <summary>To be saved under its name, never to be shown by a browser.</summary>
    public static void Attach(HttpContext http, string? name)
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = name }.ToString();
    }

    /// <summary>{"message"} in the reader's language.</summary>
    public static IResult Refuse(HttpContext http, int status, Text sentence) =>
        Results.Json(new { message = Reader.Of(http.Request).Told(sentence, null) }, statusCode: status);
}
