using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using PlanRegistry.Records;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Access;

/// <summary>
/// 统一认证: OpenID Connect, by code with PKCE. The framework speaks the protocol; who comes back from the provider, and is linked to an
/// account, begins a session like any other. What a browser carries in the meantime is protected by the keys of <see cref="KeyRing"/>.
/// </summary>
internal static class ProviderSignIn
{
    public const string Scheme = "provider";
    private const string Start = "/sign-in/provider";
    private const string Back = "/sign-in/provider/back";
    private const int LongestReturn = 2_000;

    /// <summary>None that a shared secret signs, and not none.</summary>
    public static readonly string[] Algorithms =
        ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    public static void Add(IServiceCollection services, ProviderSettings settings)
    {
        // A key that is not known is asked for at once, and not for the next who comes.
        AppContext.SetSwitch("Switch.Microsoft.IdentityModel.UpdateConfigAsBlocking", true);
        services.AddAuthentication().AddOpenIdConnect(Scheme, options => Configure(options, settings));
        services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<TimeProvider>((options, clock) =>
            options.TokenValidationParameters.LifetimeValidator = (from, to, _, _) => ProviderTokens.Holds(from, to, clock));
    }

    public static void Map(WebApplication app)
    {
        // Else the framework asks the provider's handler who stands behind each request, before anything else; only the way back is its.
        ((IApplicationBuilder)app).Properties["__AuthenticationMiddlewareSet"] = true;
        app.UseWhen(http => http.Request.Path == Back, back => back.UseAuthentication());
        app.MapGet(Start, Leave).RequireRateLimiting(Limiting.SignIn);
    }

    /// <summary>Only a page of ours: everything else is the first one.</summary>
    internal static string LocalReturn(string? asked) => asked is { Length: <= LongestReturn }
        && asked.StartsWith("/d/", StringComparison.Ordinal) && asked.All(c => c is > ' ' and < (char)127 and not '\\') ? asked : "/";

    private static void Configure(OpenIdConnectOptions options, ProviderSettings settings)
    {
        (options.Authority, options.ClientId, options.ClientSecret) = (settings.Authority, settings.ClientId, settings.ClientSecret);
        options.RequireHttpsMetadata = settings.Authority.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
        (options.ResponseType, options.ResponseMode) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query);
        (options.UsePkce, options.MapInboundClaims, options.SaveTokens, options.DisableTelemetry) = (true, false, false, true);
        options.CallbackPath = Back;
        options.BackchannelTimeout = TimeSpan.FromSeconds(10);
        options.Scope.Clear();
        options.Scope.Add("openid");
        // The issuer is among what it would throw away.
        options.ClaimActions.Clear();
        options.TokenValidationParameters.ValidAlgorithms = Algorithms;
        foreach (var cookie in (CookieBuilder[])[options.NonceCookie, options.CorrelationCookie])
        {
            (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        }
        options.Events = new OpenIdConnectEvents { OnTicketReceived = Come, OnRemoteFailure = Fail };
    }

    private static async Task Leave(HttpContext http)
    {
        try
        {
            await http.ChallengeAsync(Scheme, new AuthenticationProperties { RedirectUri = LocalReturn(http.Request.Query["return"]) });
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException or StorageException
            && !http.Response.HasStarted)
        {
            http.RequestServices.GetRequiredService<ILogger<OpenIdConnectHandler>>().LogWarning("{Sentence}", e.Message);
            await SentencePage.Send(http, StatusCodes.Status503ServiceUnavailable, AccessWords.ProviderIsAway);
        }
    }

    private static Task Come(TicketReceivedContext ticket)
    {
        ticket.HandleResponse();
        var (issuer, subject) = (ticket.Principal?.FindFirst("iss")?.Value ?? "", ticket.Principal?.FindFirst("sub")?.Value ?? "");
        var http = ticket.HttpContext;
        try
        {
            var key = http.RequestServices.GetRequiredService<SignIns>()
                .SignInBy(ProviderSettings.Plain(issuer), subject, Visitor.PlaceOf(http));
            if (key is null)
            {
                return SentencePage.Send(http, StatusCodes.Status403Forbidden, AccessWords.Unlinked(subject));
            }
            Visitor.Give(http, key);
            http.Response.Redirect(LocalReturn(ticket.ReturnUri));
            return Task.CompletedTask;
        }
        catch (StorageException e)
        {
            return SentencePage.Send(http, StatusCodes.Status503ServiceUnavailable, e.Sentence);
        }
    }

    private static Task Fail(RemoteFailureContext failure)
    {
        failure.HandleResponse();
        return SentencePage.Send(failure.HttpContext, StatusCodes.Status400BadRequest, AccessWords.ProviderFailed);
    }
}
