using System.Net;
using System.Security.Cryptography;

namespace PlanRegistry.Server.Web;

/// <summary>
/// An id for each request: in its answer, and in each line of the log that it causes. The named proxy may bring one, so that it is the
/// same in both logs; nobody else.
/// </summary>
internal static class RequestIds
{
    public const string Header = "X-Request-Id";
    private const int Longest = 64;

    private static readonly string[] Methods = ["GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "CONNECT"];

    /// <summary>Before the proxy's word is taken for who asks.</summary>
    public static void UseRequestIds(this WebApplication app, Hosting where)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("PlanRegistry.Requests");
        var clock = app.Services.GetRequiredService<TimeProvider>();
        app.Use((http, next) =>
        {
            http.TraceIdentifier = OfProxy(http, where.Proxy) ?? RandomNumberGenerator.GetHexString(16, lowercase: true);
            http.Response.Headers[Header] = http.TraceIdentifier;
            return log.IsEnabled(LogLevel.Information) ? Noted(http, next, log, clock) : next(http);
        });
    }

    /// <summary>The route, and not the address: that may hold a key, a number or a name.</summary>
    private static async Task Noted(HttpContext http, RequestDelegate next, ILogger log, TimeProvider clock)
    {
        var start = clock.GetTimestamp();
        await next(http);
        log.LogInformation("{Method} {Route} {Status} {Milliseconds} ms",
            Methods.Contains(http.Request.Method) ? http.Request.Method : "OTHER",
            (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-", http.Response.StatusCode,
            (long)clock.GetElapsedTime(start).TotalMilliseconds);
    }

    private static string? OfProxy(HttpContext http, IPAddress? proxy) =>
        proxy is not null && http.Connection.RemoteIpAddress is { } from && Plain(from).Equals(Plain(proxy))
            && http.Request.Headers[Header] is [{ Length: > 0 and <= Longest } given]
            && given.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? given : null;

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
