using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Web;

namespace Web.Tests;

/// <summary>The real server with the sample district, and Debian's Chromium before it.</summary>
public abstract class BrowserTest(params (string Key, string? Value)[] settings) : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plan-registry-web-tests-");
    private Registry? registry;
    private WebApplication? app;
    private IPlaywright? playwright;
    private IBrowser? browser;

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
        File.Exists(Chromium).Should().BeTrue("the page is tried in Chromium with a Chinese font: apt-get install chromium fonts-noto-cjk");
        registry = Registry.Open(Path.Combine(folder.FullName, "registry.db"), TimeProvider.System);
        Sample.Load(registry, "tests", new Voice(PlanRegistry.Records.Language.En, TextWriter.Null, TextWriter.Null)).Should().Be(0);
        app = WebHost.Build(registry, "officer", TimeProvider.System, b =>
        {
            b.WebHost.UseUrls("http://127.0.0.1:0");
            b.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => s.Value));
        });
        await app.StartAsync();
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Arguments });
        Page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        Page.SetDefaultTimeout(30_000);
        Assertions.SetDefaultExpectTimeout(30_000);
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
        await (browser?.DisposeAsync() ?? default);
        playwright?.Dispose();
        await (app?.StopAsync() ?? Task.CompletedTask);
        await (app?.DisposeAsync() ?? default);
        registry?.Dispose();
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
