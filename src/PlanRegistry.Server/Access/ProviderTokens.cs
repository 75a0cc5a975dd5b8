using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PlanRegistry.Server.Access;

/// <summary>What a JWT of the provider says, once it has been believed.</summary>
public sealed record Passport(string Issuer, string Subject, DateTimeOffset ExpiresAt);

/// <summary>
/// Reads JWTs of the provider that a program sends for somebody: signed by one of its keys of today, made out for us, not over. Which keys
/// these are is asked of the provider, and again when a key is met that is not among them.
/// </summary>
public sealed class ProviderTokens(IOptionsMonitor<OpenIdConnectOptions> options, AccessSettings settings, TimeProvider clock)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    /// <summary>By our own clock; a provider's may go two minutes before it.</summary>
    internal static bool Holds(DateTime? from, DateTime? to, TimeProvider clock) => clock.GetUtcNow().UtcDateTime is var now
        && to > now && (from is null || from <= now + Skew);

    /// <summary>Null where it is worth nothing.</summary>
    public async ValueTask<Passport?> Read(string token)
    {
        if (settings.Provider is not { Audience: { } audience })
        {
            return null;
        }
        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ConfigurationManager = (BaseConfigurationManager)options.Get(ProviderSignIn.Scheme).ConfigurationManager!,
            ValidAudience = audience, ValidAlgorithms = ProviderSignIn.Algorithms,
            LifetimeValidator = (from, to, _, _) => Holds(from, to, clock),
        });
        return result is { IsValid: true, SecurityToken: JsonWebToken { Subject.Length: > 0 } read }
            ? new Passport(ProviderSettings.Plain(read.Issuer), read.Subject, new DateTimeOffset(read.ValidTo, TimeSpan.Zero)) : null;
    }
}
