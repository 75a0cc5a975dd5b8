using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;
using static OpenIddict.Server.OpenIddictServerHandlers.Protection;

namespace PlanRegistry.Tests.Access;

/// <summary>A real provider (OpenIddict) on loopback, at which somebody is signed in already: whom, the test says.</summary>
internal sealed class TestProvider : IDisposable
{
    public const string ClientId = "plan-registry";
    public const string ClientSecret = "a secret between two servers";
    public const string Audience = "plan-registry-interface";
    private readonly TimeProvider clock;
    private WebApplication app;

    // Made once: to make a key takes longer than most tests.
    private static readonly RsaSecurityKey FirstKey = NewKey();
    private static readonly SymmetricSecurityKey Sealing = new(RandomNumberGenerator.GetBytes(32));

    private RsaSecurityKey key = FirstKey;

    public TestProvider(TimeProvider clock)
    {
        this.clock = clock;
        app = Start("http://127.0.0.1:0");
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    public string Address { get; }

    /// <summary>Who is signed in at the provider.</summary>
    public string Subject { get; set; } = "zhang.san@id";

    /// <summary>What is done to an id token before it is signed.</summary>
    public Action<SecurityTokenDescriptor> Tamper { get; set; } = _ => { };

    public (string Key, string? Value)[] Settings =>
    [
        ("Access:Provider:Authority", Address), ("Access:Provider:ClientId", ClientId), ("Access:Provider:ClientSecret", ClientSecret),
        ("Access:Provider:Name", "示例政务云"), ("Access:Provider:Audience", Audience),
    ];

    /// <summary>Begins anew with another key; the old one signs nothing any more.</summary>
    public void Rotate()
    {
        Stop();
        key = NewKey();
        app = Start(Address);
    }

    /// <summary>A JWT that the provider signs for a program that acts for somebody.</summary>
    public string Jwt(string subject, string audience = Audience, string? issuer = null, TimeSpan? from = null, SecurityKey? signer = null,
        string algorithm = SecurityAlgorithms.RsaSha256)
    {
        var begin = clock.GetUtcNow().UtcDateTime + (from ?? TimeSpan.Zero);
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Address + "/", Audience = audience, NotBefore = begin, IssuedAt = begin, Expires = begin.AddHours(1),
            Claims = new Dictionary<string, object> { ["sub"] = subject },
            SigningCredentials = new SigningCredentials(signer ?? key, algorithm),
        });
    }

    public static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Convert.ToHexString(RandomNumberGenerator.GetBytes(8)) };

    private WebApplication Start(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.EnableDegradedMode();
            server.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token");
            server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            server.AddSigningKey(key).AddEncryptionKey(Sealing);
            server.Configure(o => o.TimeProvider = clock);
            server.UseAspNetCore().DisableTransportSecurityRequirement();
            server.AddEventHandler<ValidateAuthorizationRequestContext>(h => h.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId || !context.RedirectUri!.EndsWith("/sign-in/provider/back", StringComparison.Ordinal))
                {
                    context.Reject(Errors.InvalidClient);
                }
                return default;
            }));
            server.AddEventHandler<ValidateTokenRequestContext>(h => h.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId || context.ClientSecret != ClientSecret)
                {
                    context.Reject(Errors.InvalidClient);
                }
                return default;
            }));
            server.AddEventHandler<HandleAuthorizationRequestContext>(h => h.UseInlineHandler(context =>
            {
                var identity = new ClaimsIdentity("test");
                identity.AddClaim(new Claim(Claims.Subject, Subject));
                context.Principal = new ClaimsPrincipal(identity);
                context.Principal.SetScopes(Scopes.OpenId);
                context.Principal.SetDestinations(_ => [Destinations.AccessToken, Destinations.IdentityToken]);
                return default;
            }));
            server.AddEventHandler<GenerateTokenContext>(h => h.UseInlineHandler(context =>
            {
                if (context.TokenType == TokenTypeIdentifiers.IdentityToken)
                {
                    Tamper(context.SecurityTokenDescriptor);
                }
                return default;
            }).SetOrder(GenerateIdentityModelToken.Descriptor.Order - 1));
        });
        var made = builder.Build();
        made.UseAuthentication();
        made.StartAsync().GetAwaiter().GetResult();
        return made;
    }

    private void Stop()
    {
        app.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)app).Dispose();
    }

    public void Dispose() => Stop();
}
