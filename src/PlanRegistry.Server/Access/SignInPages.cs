using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Features;
using PlanRegistry.Access;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Storage;
using PlanRegistry.Server.Web;

namespace PlanRegistry.Server.Access;

/// <summary>
/// What sets or ends a cookie, which GraphQL cannot: POST /sign-in, /sign-out and /link with JSON; GET /sign-in/ways says how else
/// one may come in: whom a demonstration has, and what the provider is called.
/// </summary>
public static class SignInPages
{
    private const int MostBytes = 4 * 1024;

    /// <summary>The key stands behind #, which no server and no log gets to see.</summary>
    public static string LinkOf(string key) => $"/d/link#{key}";

    public static void MapSignIn(this WebApplication app)
    {
        app.MapGet("/sign-in/ways", (SignIns signIns, AccessSettings settings) => Results.Json(new
        {
            provider = settings.Provider?.Name, accounts = signIns.ToTry().Select(a => new { a.Id, a.Name, role = Names.Of(a.Role) }),
        }, JsonSerializerOptions.Web));
        app.MapPost("/sign-in", (HttpContext http, SignIns signIns) => Answer(http, form =>
            form.Account is { } account ? (signIns.SignInAs(account, Visitor.PlaceOf(http)), AccessWords.NotSignedIn)
                : form is { Name: { } name, Password: { } password }
                    && signIns.SignIn(name, password, Visitor.PlaceOf(http), form.Code) is var (key, needsCode)
                    ? (key, needsCode ? AccessWords.CodeNeeded : AccessWords.NotSignedIn)
                : (null, AccessWords.NotSignedIn))).RequireRateLimiting(Limiting.SignIn);
        app.MapPost("/link", (HttpContext http, SignIns signIns) => Answer(http, form =>
            signIns.Use(form.Link ?? "", form.Password ?? "", Visitor.PlaceOf(http)) is var (key, problem)
                ? (key, problem?.Message) : default)).RequireRateLimiting(Limiting.SignIn);
        app.MapPost("/sign-out", (HttpContext http, SignIns signIns, Callers callers) =>
        {
            signIns.SignOut(Visitor.CallerOf(http));
            callers.Refresh();
            return Results.NoContent();
        });
    }

    private static async Task<IResult> Answer(HttpContext http, Func<SignInForm, (string? Key, Text? Refusal)> signIn)
    {
        if (!http.Request.HasJsonContentType())
        {
            return Refuse(http, StatusCodes.Status400BadRequest, AccessWords.NotSignedIn);
        }
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = MostBytes;
        try
        {
            var form = await http.Request.ReadFromJsonAsync<SignInForm>(http.RequestAborted) ?? new SignInForm();
            var (key, refusal) = signIn(form);
            if (key is null && refusal is { } sentence)
            {
                return Refuse(http, StatusCodes.Status401Unauthorized, sentence);
            }
            if (key is not null)
            {
                Visitor.Give(http, key);
            }
            return Results.NoContent();
        }
        catch (Exception e) when (e is JsonException or BadHttpRequestException)
        {
            return Refuse(http, StatusCodes.Status400BadRequest, AccessWords.NotSignedIn);
        }
        catch (StorageException e)
        {
            var isBusy = e.Code == StorageException.Busy;
            return Refuse(http, StatusCodes.Status503ServiceUnavailable, isBusy ? AccessWords.Busy : e.Sentence);
        }
    }

    private static IResult Refuse(HttpContext http, int status, Text sentence) => Results.Json(
        new { message = Reader.Of(http.Request).Told(sentence, null), needsCode = sentence == AccessWords.CodeNeeded },
        JsonSerializerOptions.Web, statusCode: status);

    /// <param name="Account">Of a demonstration.</param>
    /// <param name="Code">Of the second factor.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    private sealed record SignInForm(string? Name = null, string? Password = null, string? Link = null, string? Account = null,
        string? Code = null);
}
