using System.Text.Json;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Access;

/// <summary>From a request to who sent it: a token of a program, the cookie of a browser, or neither.</summary>
internal static class Visitor
{
    private const string Bearer = "Bearer ";
    private const int LongestKey = 200;
    private const int LongestJwt = 8_000;
    private static readonly object Kept = new();

    public static Caller CallerOf(HttpContext http) => (Caller)http.Items[Kept]!;

    /// <summary>Who stands behind a request is found before anything else is done with it.</summary>
    public static void UseVisitors(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (await Objection(http) is var (status, sentence))
        {
            await Refuse(http, status, sentence);
            return;
        }
        await next(http);
    });

    /// <summary>Why the request goes no further; null where it does, and then it is known who sent it.</summary>
    private static async ValueTask<(int Status, Text Sentence)?> Objection(HttpContext http)
    {
        var callers = http.RequestServices.GetRequiredService<Callers>();
        if (callers.IsDemonstration && IsForwarded(http.Request))
        {
            return (StatusCodes.Status403Forbidden, AccessWords.DemonstrationIsLocal);
        }
        try
        {
            var (caller, refusal) = await Find(http, callers);
            http.Items[Kept] = caller;
            return refusal is { } sentence ? (StatusCodes.Status401Unauthorized, sentence)
                : caller.Session is not null && !IsSafe(http.Request) && !IsOwnPage(http.Request)
                    ? (StatusCodes.Status403Forbidden, AccessWords.ForeignOrigin)
                : null;
        }
        catch (StorageException e)
        {
            return (StatusCodes.Status503ServiceUnavailable, e.Sentence);
        }
    }

    /// <summary>By a token told when a socket was opened, since a browser's page cannot send it as a header.</summary>
    /// <param name="payload">Of connection_init: <c>{"authorization": "Bearer …", "language": "zh"}</c>.</param>
    public static async ValueTask<bool> Introduce(HttpContext http, string? payload)
    {
        if (Told(payload, "language") is { } language)
        {
            http.Request.Headers.AcceptLanguage = language;
        }
        if (Told(payload, "authorization") is not { } authorization)
        {
            return true;
        }
        if (await OfBearer(authorization, http.RequestServices.GetRequiredService<Callers>()) is { } caller)
        {
            http.Items[Kept] = caller;
            return true;
        }
        return false;
    }

    private static string? Told(string? payload, string name)
    {
        if (payload is null)
        {
            return null;
        }
        using var json = JsonDocument.Parse(payload);
        return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(name, out var said)
            ? said.ToString() : null;
    }

    public static Place PlaceOf(HttpContext http) => new(http.Connection.RemoteIpAddress?.ToString(),
        Short(http.Request.Headers.UserAgent), Held(http) is { } key ? AccessKeys.Hash(key) : null);

    /// <summary>The cookie outlives the session: by it a browser is known again when somebody tries passwords elsewhere.</summary>
    public static void Give(HttpContext http, string key) => http.Response.Cookies.Append(NameFor(http), key, new CookieOptions
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/", MaxAge = SignIns.Kept,
        IsEssential = true,
    });

    private static async ValueTask<(Caller Caller, Text? Refusal)> Find(HttpContext http, Callers callers)
    {
        if (http.Request.Headers.Authorization is { Count: > 0 } authorization)
        {
            return await OfBearer(authorization.ToString(), callers) is { } machine
                ? (machine, default(Text?)) : (callers.Anybody, AccessWords.TokenIsOver);
        }
        return (Held(http) is { } key && callers.OfSession(key) is { } person ? person : callers.Anybody, null);
    }

    /// <summary>A token of ours has no dot, a JWT of the provider two.</summary>
    private static ValueTask<Caller?> OfBearer(string authorization, Callers callers) =>
        !authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || authorization.Length >= LongestJwt ? default
        : authorization[Bearer.Length..].Trim() is var token && token.Contains('.', StringComparison.Ordinal) ? callers.OfJwt(token)
        : token.Length < LongestKey ? new(callers.OfToken(token)) : default;

    private static string? Held(HttpContext http) =>
        http.Request.Cookies[NameFor(http)] is { Length: > 0 and < LongestKey } key ? key : null;

    /// <summary>Over TLS a name that no neighbour of the site can set.</summary>
    private static string NameFor(HttpContext http) => http.Request.IsHttps ? "__Host-plan-registry" : "plan-registry";

    private static bool IsSafe(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
        || HttpMethods.IsOptions(request.Method);

    /// <summary>Browsers say from which page a request comes; one that says nothing is no page of ours.</summary>
    private static bool IsOwnPage(HttpRequest request) => request.Headers.Origin is { Count: 1 } origin
        ? string.Equals(origin.ToString(), $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase)
        : request.Headers["Sec-Fetch-Site"] == "same-origin";

    private static bool IsForwarded(HttpRequest request)
    {
        foreach (var (name, _) in request.Headers)
        {
            if (name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
                || name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }

    private static string? Short(string? text) => text?.Length > 200 ? text[..200] : text;

    private static Task Refuse(HttpContext http, int status, Text sentence)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        if (status == StatusCodes.Status401Unauthorized)
        {
            http.Response.Headers["WWW-Authenticate"] = "Bearer";
        }
        return http.Response.WriteAsJsonAsync(new
        {
            errors = new[] { new { message = Reader.Of(http.Request).Told(sentence, null), extensions = new { code = CodeOf(status) } } },
        });
    }

    private static string CodeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "UNAUTHENTICATED",
        StatusCodes.Status503ServiceUnavailable => StorageException.Unavailable,
        _ => "FORBIDDEN",
    };
}
