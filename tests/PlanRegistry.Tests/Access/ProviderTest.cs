using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PlanRegistry.Server.Web;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Access;

/// <summary>The sample's server beside a provider whose accounts may sign in.</summary>
public abstract class ProviderTest : AccessTest
{
    private readonly TestProvider provider;

    private protected ProviderTest() : this(new TestProvider(TimeProvider.System)) { }

    // The protocol's minutes are the machine's own.
    private ProviderTest(TestProvider provider) : base(TimeProvider.System.GetUtcNow(), provider.Settings) => this.provider = provider;

    private protected TestProvider Provider => provider;

    /// <summary>A browser on the way: what it holds, and where it has been.</summary>
    private protected sealed class Way(HttpClient client, int providerPort)
    {
        public Dictionary<string, string> Cookies { get; } = [];

        public List<Uri> Addresses { get; } = [];

        public List<string> SetCookies { get; } = [];

        /// <summary>Goes on until a page answers, or an address is met that is not to be gone to.</summary>
        public async Task<HttpResponseMessage> Go(string address, Func<Uri, bool>? until = null)
        {
            var at = new Uri(client.BaseAddress!, address);
            while (true)
            {
                Addresses.Add(at);
                var request = new HttpRequestMessage(HttpMethod.Get, at);
                request.Headers.Add("Accept-Language", "zh");
                if (Cookies.Count > 0 && at.Port != providerPort)
                {
                    request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
                }
                var response = await client.SendAsync(request);
                Keep(response);
                if (response.StatusCode != HttpStatusCode.Redirect)
                {
                    return response;
                }
                at = new Uri(at, response.Headers.Location!);
                if (until?.Invoke(at) == true)
                {
                    Addresses.Add(at);
                    return response;
                }
            }
        }

        public async Task<string?> Role()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7Bme%7Brole%20name%7D%7D");
            request.Headers.Add("GraphQL-Require-Preflight", "1");
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
            using var response = await client.SendAsync(request);
            return JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync()).At("data.me").Text("role");
        }

        private void Keep(HttpResponseMessage response)
        {
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                SetCookies.Add(cookie);
                var (name, value) = cookie.Split(';')[0].Split('=', 2) is [var n, var v] ? (n, v) : default;
                if (string.IsNullOrEmpty(value))
                {
                    Cookies.Remove(name);
                }
                else
                {
                    Cookies[name] = value;
                }
            }
        }
    }

    private protected Way Browser()
    {
        var handler = new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false };
        var client = new HttpClient(handler) { BaseAddress = Http.BaseAddress };
        return new Way(Kept(client), new Uri(provider.Address).Port);
    }

    /// <summary>A second server of the same database.</summary>
    private protected WebApplication Another()
    {
        var app = WebHost.Build(Registry, "officer", Clock, b =>
        {
            b.WebHost.UseUrls("http://127.0.0.1:0");
            b.Configuration.AddInMemoryCollection(provider.Settings.ToDictionary(s => s.Key, s => s.Value));
        });
        app.StartAsync().GetAwaiter().GetResult();
        return app;
    }

    private protected static string AddressOf(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public override void Dispose()
    {
        base.Dispose();
        provider.Dispose();
        GC.SuppressFinalize(this);
    }
}
