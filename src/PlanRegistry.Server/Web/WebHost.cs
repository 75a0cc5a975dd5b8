using System.Net;
using GraphQLEngine;
using GraphQLEngine.Http;
using GraphQLEngine.Subscriptions;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Backups;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.Consultation;
using PlanRegistry.Server.Documents;
using PlanRegistry.Server.Evidence;
using PlanRegistry.Server.Exports;
using PlanRegistry.Server.Funding;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Papers;
using PlanRegistry.Server.Reviews;
using PlanRegistry.Server.Storage;
using PlanRegistry.Server.Sweeping;
using PlanRegistry.Server.Workbooks;

namespace PlanRegistry.Server.Web;

/// <summary>The web application over an open registry: /d (where / leads), /graphql, /metrics, /health/live, /health/ready.</summary>
public static class WebHost
{
    private const int MostSockets = 1_000;

    // After this long without a word a socket is pinged, and given up when it does not answer.
    private static readonly TimeSpan SocketSilence = TimeSpan.FromSeconds(30);

    public static WebApplication Build(Registry registry, string actor, TimeProvider clock,
        Action<WebApplicationBuilder>? configure = null, Hosting? where = null)
    {
        where ??= Hosting.OnThisMachine;
        // Settings lie beside the program, not in whatever folder it is started from.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().AddConsole(o => o.FormatterName = LogLines.Form)
            .AddConsoleFormatter<LogLines, ConsoleFormatterOptions>().SetMinimumLevel(LogLevel.Warning)
            // A port in use is told by the command in one sentence.
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            // That its keys lie unencrypted in the database is told in docs/access.md.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            // Below a warning it writes addresses with all that they say.
            .AddFilter("Microsoft", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(k => (k.AddServerHeader, k.Limits.MaxConcurrentUpgradedConnections, k.Limits.MaxRequestLineSize) =
            (false, MostSockets, BareAnswers.LongestLine));
        configure?.Invoke(builder);
        if (builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            // It would win over --urls, which has been checked.
            throw new SettingException("Kestrel:Endpoints is refused; where to listen is told by --urls.");
        }
        var configuration = GraphQLConfiguration.Read(builder.Configuration);
        var access = AccessSettings.Read(builder.Configuration);
        var documents = DocumentSettings.Read(builder.Configuration);
        builder.Services.AddSingleton(BackupSettings.Read(builder.Configuration)).AddSingleton<BackupWatch>()
            .AddSingleton(SweepSettings.Read(builder.Configuration));
        builder.Services.AddSingleton(LogSettings.Read(builder.Configuration));
        var stop = StopSettings.Read(builder.Configuration);
        builder.Services.AddSingleton(stop).AddSingleton<IHostLifetime, Stopping>()
            .Configure<HostOptions>(o => o.ShutdownTimeout = stop.Most);
        builder.Services.AddSingleton(PaperTemplates.Read(builder.Configuration));
        registry.Kept.Budget = configuration.KeptMegabytes * 1024L * 1024;
        builder.AddTelemetry();
        AddServices(builder.Services, registry, clock, configuration, where);
        AddAccess(builder.Services, registry, actor, clock, access);
        builder.Services.AddSingleton(documents).AddSingleton(new DocumentStore(documents.FolderOf(registry.DocumentsFolder), clock))
            .AddScoped<DocumentDesk>().AddScoped<EvidenceDesk>();
        var app = builder.Build();
        // It measures from now on, whether anybody asks for it or not.
        _ = (app.Services.GetRequiredService<BackupWatch>(), app.Services.GetRequiredService<ServerWatch>());
        app.UseRequestIds(where);
        app.UseProxy(where);
        app.UseHostFiltering();
        app.UseBareAnswers();
        app.Use(WhatStorageSays);
        app.UseVisitors();
        app.UseRateLimiter();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = SocketSilence, KeepAliveTimeout = SocketSilence });
        var endpoint = new GraphQLEndpoint(app.Services.GetRequiredService<GraphQLHttpHandler>(), Admit)
        {
            MostStreams = configuration.MaxEventStreams, Told = ChineseErrors.Told,
            Ended = http => Visitor.CallerOf(http).Ended,
        };
        app.UseGraphiQL(configuration);
        app.MapRegistryPages(registry);
        app.MapSignIn();
        if (access.Provider is not null)
        {
            ProviderSignIn.Map(app);
        }
        app.MapExport();
        app.MapEvidence();
        app.MapDocuments();
        app.MapPapers();
        app.MapWorkbooks();
        app.MapCalendars();
        app.Map("/graphql", endpoint.Handle);
        app.UseWhen(http => http.Request.Path == "/metrics" && !MayMeasure(http), metrics => metrics.Run(Refuse));
        app.MapPrometheusScrapingEndpoint();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false, ResponseWriter = (http, _) => Say(http, "live") });
        app.MapHealthChecks("/health/ready", new() { ResponseWriter = (http, report) => Say(http, Readiness.Words(http, report)) });
        return app;
    }

    /// <summary>Who may talk over a WebSocket, and until when: an account's end closes its sockets.</summary>
    private static async ValueTask<SocketAdmission?> Admit(HttpContext http, SocketInit init) =>
        await Visitor.Introduce(http, init.Payload)
            ? new SocketAdmission { Services = http.RequestServices, Ended = Visitor.CallerOf(http).Ended } : null;

    /// <summary>What the named proxy says of who asks, and over which scheme; nobody else is believed.</summary>
    private static void UseProxy(this WebApplication app, Hosting where)
    {
        if (where.Proxy is { } proxy)
        {
            var options = new ForwardedHeadersOptions
            {
                ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            };
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Add(proxy);
            app.UseForwardedHeaders(options);
        }
        if (where.Proxy is not null || where.Certificate is not null)
        {
            app.UseHsts();
        }
    }

    /// <summary>Of what is not asked over GraphQL: a page, a paper, a file.</summary>
    private static async Task WhatStorageSays(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (StorageException e) when (!http.Response.HasStarted)
        {
            await FileAnswers.Refuse(http, StatusCodes.Status503ServiceUnavailable, e.Sentence).ExecuteAsync(http);
        }
    }

    /// <summary>Who is signed in, or collects measurements on the machine itself.</summary>
    private static bool MayMeasure(HttpContext http) => Visitor.CallerOf(http).Role != PlanRegistry.Access.Role.Public
        || (http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address));

    private static Task Refuse(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static Task Say(HttpContext http, string words)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(words);
    }

    private static void AddAccess(IServiceCollection services, Registry registry, string actor, TimeProvider clock, AccessSettings settings)
    {
        services.AddSingleton(registry).AddSingleton(clock).AddSingleton(settings)
            .AddSingleton(_ => registry.OpenAccess()).AddSingleton<Accounts>().AddSingleton<SignIns>()
            .AddSingleton<ProviderTokens>().AddSingleton<SecondFactors>().AddSingleton<LastSeen>().AddSingleton<CalendarFeeds>()
            .AddSingleton<Mappings>()
            .AddSingleton(p => new Callers(p.GetRequiredService<IAccessStorage>(), actor, clock, p.GetRequiredService<Accounts>(),
                p.GetRequiredService<ProviderTokens>(), settings));
        if (settings.Provider is { } provider)
        {
            ProviderSignIn.Add(services, provider);
        }
        KeyRing.Add(services);
        services.AddHostedService<AccessWatch>();
        services.AddLimits();
    }

    private static void AddServices(IServiceCollection services, Registry registry, TimeProvider clock, GraphQLConfiguration configuration,
        Hosting where)
    {
        // Without accounts any page in the user's browser could reach the server under a name of its own (DNS rebinding).
        services.AddHostFiltering(o => (o.AllowedHosts, o.AllowEmptyHosts) = ([.. where.Hosts], false));
        services.AddSingleton(where).AddSingleton<Readiness>().AddSingleton<ServerWatch>();
        services.AddHealthChecks().AddCheck<Readiness>("database");
        services.AddSingleton(p => new Judgements(registry, clock, p.GetRequiredService<ILogger<Judgements>>()))
            .AddSingleton<FindingSubscription>().AddSingleton<WorkbookShelf>()
            .AddSingleton(_ => registry.OpenSweeps()).AddSingleton<SweptBook>().AddSingleton<SweptWatch>().AddSingleton<OverviewQueries>();
        services.AddHostedService(_ => new Tidying(registry.Kept)).AddHostedService<PastMonths>().AddHostedService<Sweeper>();
        // Who acts, and the desk that acts for them, are the request's own.
        services.AddHttpContextAccessor()
            .AddScoped(p => Visitor.CallerOf(p.GetRequiredService<IHttpContextAccessor>().HttpContext!))
            .AddScoped<Reach>().AddScoped<CommandDesk>().AddScoped<AccessDesk>().AddScoped<Prints>().AddScoped<Departure>()
            .AddScoped<WorkbookDesk>().AddScoped<WorkbookTrials>()
            .AddScoped<ExportDesk>().AddScoped<PaperDesk>().AddScoped<FundingSheetDesk>().AddScoped<JournalSheetDesk>()
            .AddScoped<OpinionFormDesk>().AddScoped<ComparisonTableDesk>()
            .AddScoped(p => ServerAddress.Of(p.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request))
            .AddScoped(p => Reader.Of(p.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request));
        // Tests bring one that is bound already.
        services.TryAddSingleton(p =>
            RegistrySchema.Build(Options(configuration, p.GetRequiredService<ILoggerFactory>().CreateLogger("GraphQL"), clock)));
        services.AddSingleton<Answering>(p => (query, variables, request) =>
            p.GetRequiredService<Schema>().ExecuteToJson(query, variables, request));
        services.AddSingleton(p => new GraphQLHttpHandler(p.GetRequiredService<Schema>(), configuration.Http));
    }

    internal static EngineOptions Options(GraphQLConfiguration configuration, ILogger logger, TimeProvider clock) => new()
    {
        Limits = configuration.Limits,
        AllowEmptySelections = configuration.AllowEmptySelections,
        AllowIntrospection = configuration.AllowsIntrospection,
        TimeProvider = clock,
        OnUnexpectedError = error => logger.LogError(error.Exception, "{TraceId} at {Coordinate}", error.TraceId, error.Coordinate),
    };
}
