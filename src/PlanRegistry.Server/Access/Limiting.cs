using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using PlanRegistry.Access;

namespace PlanRegistry.Server.Access;

/// <summary>How often who has no session may ask: by address to sign in, by address or token else.</summary>
internal static class Limiting
{
    public const string SignIn = "sign-in";

    private const int SignInsAMinute = 30;
    private const int PublicAMinute = 300;
    private const int MachineAMinute = 6_000;

    public static void AddLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(SignIn, http => Window("sign-in " + http.Connection.RemoteIpAddress, SignInsAMinute));
        // Pages and what they are made of are for everybody: an office behind one address opens them all at half past eight.
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => Visitor.CallerOf(http) switch
        {
            _ when http.Request.Path.StartsWithSegments("/calendar") =>
                Window("calendar " + http.Connection.RemoteIpAddress, PublicAMinute),
            _ when http.Request.Path != "/graphql" => RateLimitPartition.GetNoLimiter(""),
            { Role: Role.Public } => Window("public " + http.Connection.RemoteIpAddress, PublicAMinute),
            { Account: { } account, Session: null } => Window("machine " + account.Id, MachineAMinute),
            _ => RateLimitPartition.GetNoLimiter(""),
        });
    });

    private static RateLimitPartition<string> Window(string partition, int most) => RateLimitPartition.GetFixedWindowLimiter(partition,
        _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1) });
}
