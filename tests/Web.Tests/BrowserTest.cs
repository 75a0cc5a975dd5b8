using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Web;
using PlanRegistry.Tests;

namespace Web.Tests;

/// <summary>The real server with the sample district, and a page of its own before it.</summary>
public abstract class BrowserTest(params (string Key, string? Value)[] settings) : IAsyncLifetime
{
    /// <summary>The database that every test begins with.</summary>
    private static readonly Lazy<byte[]> Imported = new(() => SampleFile.Import(TimeProvider.System));

    /// <summary>Of all servers whose settings say nothing of it: immutable, and slow to bind.</summary>
    private static readonly Lazy<GraphQLEngine.Schema> Shared = new(() =>
        RegistrySchema.Build(WebHost.Options(new(), LoggerFactory.Create(b => b.AddConsole()).CreateLogger("GraphQL"),
            TimeProvider.System)));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plan-registry-web-tests-");
    private Registry? registry;
    private WebApplication? app;

    protected string Address { get; private set; } = "";

    /// <summary>Every address that the page asked for.</summary>
    protected List<string> Requests { get; } = [];

    /// <summary>What the page wrote to its console as an error or warning, and exceptions that nobody caught.</summary>
    protected List<string> Complaints { get; } = [];

    protected IPage Page { get; private set; } = null!;

    protected ILocator Response => Page.Locator(".graphiql-response");

    protected T Service<T>() where T : notnull => app!.Services.GetRequiredService<T>();

    /// <summary>Runs what stands in the editor.</summary>
    protected Task Run() => Page.GetByRole(AriaRole.Button, new() { Name = "Execute query (Ctrl-Enter)" }).ClickAsync();

    public virtual async ValueTask InitializeAsync()
    {
        var file = Path.Combine(folder.FullName, "registry.db");
        await File.WriteAllBytesAsync(file, Imported.Value);
        registry = Registry.Open(file, TimeProvider.System);
        app = WebHost.Build(registry, "officer", TimeProvider.System, b =>
        {
            b.WebHost.UseUrls("http://127.0.0.1:0");
            b.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => s.Value));
            if (!settings.Any(s => s.Key.StartsWith("GraphQL:", StringComparison.Ordinal)))
            {
                b.Services.AddSingleton(Shared.Value);
            }
        });
        await app.StartAsync();
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Page = await Chromium.NewPage();
        Page.SetDefaultTimeout(30_000);
        Page.Request += (_, request) => Requests.Add(request.Url);
        Page.WebSocket += (_, socket) => Requests.Add(socket.Url);
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                Complaints.Add(message.Text);
            }
        };
        Page.PageError += (_, error) => Complaints.Add(error);
    }

    public virtual async ValueTask DisposeAsync()
    {
        // A set-up that failed half-way has left the rest null.
        await (Page?.CloseAsync() ?? Task.CompletedTask);
        await (app?.StopAsync() ?? Task.CompletedTask);
        await (app?.DisposeAsync() ?? default);
        registry?.Dispose();
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
