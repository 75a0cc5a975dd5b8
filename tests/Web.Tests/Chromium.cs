using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Web.Tests.Chromium))]

namespace Web.Tests;

/// <summary>Debian's Chromium, started once for all tests; what a page leaves in it is gone with the page.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private static IBrowser? browser;
    private IPlaywright? playwright;

    /// <summary>A page as the first of a browser that was never used.</summary>
    public static Task<IPage> NewPage() => browser!.NewPageAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });

    public async ValueTask InitializeAsync()
    {
        File.Exists(Program).Should().BeTrue("the page is tried in Chromium with a Chinese font: apt-get install chromium fonts-noto-cjk");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Arguments });
        Assertions.SetDefaultExpectTimeout(30_000);
    }

    public async ValueTask DisposeAsync()
    {
        await (browser?.DisposeAsync() ?? default);
        playwright?.Dispose();
    }
}
