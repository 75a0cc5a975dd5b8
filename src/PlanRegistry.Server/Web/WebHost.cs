using GraphQLEngine;
using GraphQLEngine.Http;
using GraphQLEngine.Subscriptions;
using PlanRegistry.Ledger;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Server.Web;

/// <summary>The web application over an open registry: /d (where / leads), /graphql, /metrics, /health/live, /health/ready.</summary>
public static class WebHost
{
    private const int MostSockets = 1_000;

    // After this long without a word a socket is pinged, and given up when it does not answer.
    private static readonly TimeSpan SocketSilence = TimeSpan.FromSeconds(30);

    public static WebApplication Build(Registry registry, string actor, TimeProvider clock, Action<WebApplicationBuilder>? configure = null)
    {
        // Settings lie beside the program, not in whatever folder it is started from.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().AddSimpleConsole(o => o.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
            // A port in use is told by the command in one sentence.
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.WebHost.ConfigureKestrel(k => (k.AddServerHeader, k.Limits.MaxConcurrentUpgradedConnections) = (false, MostSockets));
        configure?.Invoke(builder);
        if (builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            // It would win over --urls, which has been checked.
            throw new SettingException("Kestrel:Endpoints is refused; where to listen is told by --urls, on this machine only.");
        }
        var configuration = GraphQLConfiguration.Read(builder.Configuration);
        registry.Kept.Budget = configuration.KeptMegabytes * 1024L * 1024;
        builder.AddTelemetry();
        AddServices(builder.Services, registry, actor, clock, configuration);
        var app = builder.Build();
        app.UseHostFiltering();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = SocketSilence, KeepAliveTimeout = SocketSilence });
        var endpoint = new GraphQLEndpoint(app.Services.GetRequiredService<GraphQLHttpHandler>(), Admit)
        {
            MostStreams = configuration.MaxEventStreams, Told = ChineseErrors.Told,
        };
        app.UseGraphiQL();
        app.MapRegistryPages(registry);
        app.Map("/graphql", endpoint.Handle);
        app.MapPrometheusScrapingEndpoint();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false, ResponseWriter = (http, _) => Say(http, "live") });
        app.MapHealthChecks("/health/ready", new() { ResponseWriter = (http, report) => Say(http, Readiness.Words(http, report)) });
        return app;
    }

    /// <summary>
    /// Who may talk over a WebSocket, and until when: an account's end will close its sockets by <see cref="SocketAdmission.Ended"/>.
    /// </summary>
    private static ValueTask<SocketAdmission?> Admit(HttpContext http, SocketInit init) =>
        ValueTask.FromResult<SocketAdmission?>(new SocketAdmission { Services = http.RequestServices });

    private static Task Say(HttpContext http, string words)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(words);
    }

    private static void AddServices(IServiceCollection services, Registry registry,
        string actor, TimeProvider clock, GraphQLConfiguration configuration)
    {
        // Without accounts any page in the user's browser could reach the server under a name of its own (DNS rebinding).
        services.AddHostFiltering(o => (o.AllowedHosts, o.AllowEmptyHosts) = (["localhost", "127.0.0.1", "[::1]"], false));
        services.AddHealthChecks().AddCheck("database", new Readiness(registry));
        services.AddSingleton(p => new Judgements(registry, clock, p.GetRequiredService<ILogger<Judgements>>()))
            .AddSingleton<FindingSubscription>();
        services.AddHostedService(_ => new Tidying(registry.Kept, clock));
        // Who acts, and the desk that acts for them, are the request's own.
        services.AddScoped(_ => Actor.Named(actor)).AddScoped<CommandDesk>();
        services.AddHttpContextAccessor()
            .AddScoped(p => Reader.Of(p.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request));
        services.AddSingleton(
            p => new GraphQLHttpHandler(
                RegistrySchema.Build(Options(configuration, p.GetRequiredService<ILoggerFactory>().CreateLogger("GraphQL"), clock)),
                configuration.Http));
    }

    private static EngineOptions Options(GraphQLConfiguration configuration, ILogger logger, TimeProvider clock) => new()
    {
        Limits = configuration.Limits,
        AllowEmptySelections = configuration.AllowEmptySelections,
        AllowIntrospection = configuration.AllowsIntrospection,
        TimeProvider = clock,
        OnUnexpectedError = error => logger.LogError(error.Exception, "{TraceId} at {Coordinate}", error.TraceId, error.Coordinate),
    };
}
