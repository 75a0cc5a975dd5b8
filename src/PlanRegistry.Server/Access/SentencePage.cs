using System.Text.Encodings.Web;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Access;

/// <summary>
/// One sentence on a page, from the server itself: what came of the way over the provider. An address cannot make it say anything else;
/// in both languages, since a provider does not send back which one the page before was in.
/// </summary>
internal static class SentencePage
{
    public static Task Send(HttpContext http, int status, Text sentence)
    {
        string Encoded(string text) => HtmlEncoder.Default.Encode(text);
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return http.Response.WriteAsync($$"""
            <!doctype html>
            <html lang="zh-CN">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>规划登记册</title>
            <style>body { font: 16px/1.7 sans-serif; max-width: 34rem; margin: 4rem auto; padding: 0 1rem; overflow-wrap: anywhere }</style>
            <main>
              <h1>规划登记册</h1>
              <p role="alert">{{Encoded(sentence.Zh)}}</p>
              <p lang="en">{{Encoded(sentence.En)}}</p>
              <p><a href="/">返回登录 <span lang="en">Back to signing in</span></a></p>
            </main>
            </html>
            """);
    }
}
