using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Web;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Web;

/// <summary>A registry, whatever keeps it, over HTTP on a loopback port.</summary>
internal sealed class ServedRegistry : IAsyncDisposable
{
    private readonly WebApplication app;

    private ServedRegistry(WebApplication app)
    {
        this.app = app;
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Http = new HttpClient { BaseAddress = new Uri(addresses.Single()) };
        Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    public HttpClient Http { get; }

    public static async Task<ServedRegistry> Of(Registry registry, TimeProvider clock, string? documents = null)
    {
        var app = WebHost.Build(registry, "officer", clock, b =>
        {
            b.WebHost.UseUrls("http://127.0.0.1:0");
            b.Configuration.AddInMemoryCollection([new("Documents:Folder", documents ?? Path.GetTempPath())]);
        });
        await app.StartAsync();
        return new ServedRegistry(app);
    }

    public async Task<JsonElement> Ask(string query)
    {
        using var response = await Http.PostAsJsonAsync("/graphql", new { query });
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Registers an agency of Kaizhou, under its code as the key; the whole answer.</summary>
    public Task<JsonElement> Register(string code) => Ask($$"""
        mutation { registerAgency(input: { district: "500154", code: "{{code}}", name: "区{{code}}局", idempotencyKey: "{{code}}" }) {
          seq problems { code message } } }
        """);

    /// <summary>The entry that it is written as.</summary>
    public async Task<string?> Seq(string code) => (await Register(code)).Text("data.registerAgency.seq");

    /// <summary>Code and sentence of the first error.</summary>
    public static (string?, string?) Fault(JsonElement answer) =>
        answer.TryGetProperty("errors", out _) ? (answer.Text("errors.0.extensions.code"), answer.Text("errors.0.message")) : (null, null);

    public async Task<(HttpStatusCode Status, string Words)> Ready()
    {
        using var response = await Http.GetAsync("/health/ready");
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>By itself, and soon.</summary>
    public async Task BecomesReady()
    {
        for (var tries = 0; tries < 150; tries++)
        {
            if ((await Ready()).Words == "ready")
            {
                return;
            }
            await Task.Delay(100);
        }
        (await Ready()).Words.Should().Be("ready");
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }
}
