using PlanRegistry.Records;

namespace PlanRegistry.Server.Web;

/// <summary>Refusals that nothing else puts into words: an address that is too long, and what those of files do not take.</summary>
internal static class BareAnswers
{
    /// <summary>Of a request: what is longer by far never reaches the program, and is refused without a word.</summary>
    public const int LongestLine = 16 * 1024;

    /// <summary>Of path and query, as they are sent.</summary>
    private const int LongestAddress = 8_000;

    private static readonly string[] Files = ["/workbooks", "/papers", "/export", "/evidence", "/documents"];

    public static void UseBareAnswers(this WebApplication app)
    {
        app.Use((http, next) => http.Request.Path.Value!.Length + http.Request.QueryString.Value!.Length <= LongestAddress ? next(http)
            : FileAnswers.Refuse(http, StatusCodes.Status414UriTooLong, new(
                $"地址超过{LongestAddress}个字符，请从页面操作；文件名过长的，请改短后再上传。",
                $"The address has more than {LongestAddress} characters: use the pages; give a file with a long name a shorter one."))
                .ExecuteAsync(http));
        app.UseWhen(http => Array.Exists(Files, f => http.Request.Path.StartsWithSegments(f)), files => files.UseStatusCodePages(context =>
            FileAnswers.Refuse(context.HttpContext, context.HttpContext.Response.StatusCode,
                Sentence(context.HttpContext.Response.StatusCode)).ExecuteAsync(context.HttpContext)));
    }

    private static Text Sentence(int status) => status switch
    {
        StatusCodes.Status405MethodNotAllowed => new("该地址不接受这种请求，请从页面操作。", "This address takes no such request: use the pages."),
        StatusCodes.Status404NotFound => new("没有该内容，或不在您的范围内。", "There is no such thing, or it is not yours to see."),
        StatusCodes.Status413PayloadTooLarge => new("请求过大，请减少内容后重试。", "The request is too large: ask for less."),
        _ => new("请求不完整，请从页面操作。", "The request is not whole: use the pages."),
    };
}
