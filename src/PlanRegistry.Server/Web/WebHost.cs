using GraphQLEngine;
using GraphQLEngine.Http;
using GraphQLEngine.Subscriptions;
using PlanRegistry.Server.Amendments;
using PlanRegistry.Server.Approval;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.Funding;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Hierarchy;
using PlanRegistry.Server.Indicators;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Server.Web;

/// <summary>The web application over an open registry: /graphql, /health/live, /health/ready.</summary>
public static class WebHost
{
    private const int MostSockets = 1_000;

    // After this long without a word a socket is pinged, and given up when it does not answer.
    private static readonly TimeSpan SocketSilence = TimeSpan.FromSeconds(30);

    public static WebApplication Build(Registry registry, string actor, TimeProvider clock, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddSimpleConsole(o => o.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
            // A port in use is told by the command in one sentence.
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.WebHost.ConfigureKestrel(k => (k.AddServerHeader, k.Limits.MaxConcurrentUpgradedConnections) = (false, MostSockets));
        configure?.Invoke(builder);
        AddServices(builder.Services, registry, actor, clock);
        var app = builder.Build();
        app.UseHostFiltering();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = SocketSilence, KeepAliveTimeout = SocketSilence });
        var endpoint = new GraphQLEndpoint(app.Services.GetRequiredService<GraphQLHttpHandler>(), Admit);
        app.Map("/graphql", endpoint.Handle);
        app.MapGet("/health/live", () => "live");
        app.MapGet("/health/ready", () => Answers(registry) ? Results.Text("ready") : Results.Text("The database does not answer.", statusCode: 503));
        return app;
    }

    /// <summary>Who may talk over a WebSocket, and until when: an account's end will close its sockets by <see cref="SocketAdmission.Ended"/>.</summary>
    private static ValueTask<SocketAdmission?> Admit(HttpContext http, SocketInit init) =>
        ValueTask.FromResult<SocketAdmission?>(new SocketAdmission { Services = http.RequestServices });

    private static bool Answers(Registry registry)
    {
        try
        {
            return registry.Districts().Count >= 0;
        }
        catch (Exception e) when (e is DatabaseException or Microsoft.Data.Sqlite.SqliteException)
        {
            return false;
        }
    }

    private static void AddServices(IServiceCollection services, Registry registry, string actor, TimeProvider clock)
    {
        // Without accounts any page in the user's browser could reach the server under a name of its own (DNS rebinding).
        services.AddHostFiltering(o => o.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
        services.AddSingleton(new Judgements(registry, clock)).AddSingleton(new Actor(actor)).AddSingleton<CommandDesk>();
        services.AddSingleton<CatalogueMutations>().AddSingleton<HierarchyMutations>().AddSingleton<IndicatorMutations>().AddSingleton<ApprovalMutations>()
            .AddSingleton<AmendmentMutations>().AddSingleton<FundingMutations>().AddSingleton<ConformanceMutations>().AddSingleton<FindingSubscription>().AddSingleton<LedgerMutations>();
        services.AddSingleton(p => new GraphQLHttpHandler(RegistrySchema.Build(Options(p.GetRequiredService<ILoggerFactory>().CreateLogger("GraphQL"), clock))));
    }

    /// <summary>Limits fit the contract's own walks up and down the hierarchy.</summary>
    private static EngineOptions Options(ILogger logger, TimeProvider clock) => new()
    {
        Limits = new Limits { CoordinateRepeats = new Dictionary<string, int> { ["Plan.superiors"] = 8, ["Plan.subordinates"] = 8, ["PlanLink"] = 8 }, MaxDepth = 20 },
        TimeProvider = clock,
        OnUnexpectedError = error => logger.LogError(error.Exception, "{TraceId} at {Coordinate}", error.TraceId, error.Coordinate),
    };
}
