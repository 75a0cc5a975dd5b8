using System.Text.Encodings.Web;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Access;

/// <summary>
/// One sentence on a page, from the server itself: what came of the way over the provider. An address cannot make it say anything else.
/// </summary>
internal static class SentencePage
{
    public static Task Send(HttpContext http, int status, Text sentence)
    {
        var reader = Reader.Of(http.Request);
        string Told(Text text) => HtmlEncoder.Default.Encode(reader.Told(text, null));
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        var title = Told(new("规划登记册", "Plan registry"));
        return http.Response.WriteAsync($$"""
            <!doctype html>
            <html lang="{{(reader.Language == Language.En ? "en" : "zh-CN")}}">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>{{title}}</title>
            <style>body { font: 16px/1.7 sans-serif; max-width: 34rem; margin: 4rem auto; padding: 0 1rem; overflow-wrap: anywhere }</style>
            <main>
              <h1>{{title}}</h1>
              <p role="alert">{{Told(sentence)}}</p>
              <p><a href="/">{{Told(new("返回登录", "Back to signing in"))}}</a></p>
            </main>
            </html>
            """);
    }
}
