using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Web;
using PlanRegistry.Tests.Ledger;
using PlanRegistry.Tests.Storage;

namespace PlanRegistry.Tests.GraphQL;

/// <summary>A server with the sample district on a loopback port of its own, its database in a folder of its own, on 2026-06-30.</summary>
public abstract class ServerTest : IDisposable
{
    /// <summary>What is null is left out of variables.</summary>
    internal static readonly JsonSerializerOptions JsonForm = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly DateTimeOffset Start = new(2026, 6, 30, 10, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Of all servers whose settings say nothing of it: immutable, and to bind it takes longer than most tests.</summary>
    private static readonly Lazy<GraphQLEngine.Schema> Shared = new(() =>
        RegistrySchema.Build(WebHost.Options(new(), LoggerFactory.Create(b => b.AddConsole()).CreateLogger("GraphQL"),
            new TestClock(Start))));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plan-registry-tests-");
    private readonly WebApplication app;
    private readonly HttpClient client;

    protected ServerTest(params (string Key, string? Value)[] settings) : this(Start, settings) { }

    /// <param name="now">What the clock says when the server starts.</param>
    protected ServerTest(DateTimeOffset now, params (string Key, string? Value)[] settings)
    {
        Clock = new TestClock(now);
        File = Path.Combine(folder.FullName, "registry.db");
        Registry = TestHome.WithSample(File, Start, Clock);
        app = WebHost.Build(Registry, "officer", Clock, b =>
        {
            b.WebHost.UseUrls("http://127.0.0.1:0");
            b.Configuration.AddInMemoryCollection([new("Documents:Folder", Path.Combine(folder.FullName, "registry.documents"))]);
            b.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => s.Value));
            if (!HasOwnSchema && !settings.Any(s => s.Key.StartsWith("GraphQL:", StringComparison.Ordinal)))
            {
                b.Services.AddSingleton(Shared.Value);
            }
        }, Where);
        app.StartAsync().GetAwaiter().GetResult();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        client = new HttpClient { BaseAddress = new Uri(addresses.Single()) };
    }

    /// <summary>Whether the engine's clock, limits, cache or log is what is tested.</summary>
    protected virtual bool HasOwnSchema => false;

    /// <summary>Who is believed, and under which names it is asked for; null: on this machine alone.</summary>
    protected virtual Hosting? Where => null;

    protected TestClock Clock { get; }

    protected string File { get; }

    protected Registry Registry { get; }

    protected HttpClient Http => client;

    protected Judgements Judgements => app.Services.GetRequiredService<Judgements>();

    protected T Service<T>() where T : notnull => app.Services.GetRequiredService<T>();

    protected Task Stop() => app.StopAsync();

    /// <summary>The district's answer to a selection.</summary>
    protected async Task<DistrictAnswer> District(string selection, string? asOf = null, string? knownAt = null, string code = "500154")
    {
        const string variables = "$code: String!, $asOf: Date, $knownAt: DateTime";
        var query = $"query({variables}) {{ district(code: $code, asOf: $asOf, knownAt: $knownAt) {{ {selection} }} }}";
        return (await Read(query, new { code, asOf, knownAt })).District;
    }

    /// <summary>A plan's answer to a selection.</summary>
    protected async Task<PlanAnswer> Plan(string code, string selection, string? asOf = null, string? knownAt = null) =>
        (await District($"plan(code: \"{code}\") {{ {selection} }}", asOf, knownAt)).Plan;

    /// <summary>Runs one mutation and returns its payload.</summary>
    protected async Task<Payload> Run(CommandInput input)
    {
        var type = input.GetType().Name;
        var mutation = char.ToLowerInvariant(type[0]) + type[1..];
        var query = $"mutation($input: {type}Input!) {{ {mutation}(input: $input) {{ {Selections.Payload} {input.Subject} }} }}";
        var answer = (await Ask(query, new { input = (object)input })).GetProperty(mutation);
        return answer.Deserialize<Payload>(JsonForm)! with { Json = answer.ToString() };
    }

    /// <summary>Runs one mutation that must not be refused.</summary>
    protected async Task<Payload> Write(CommandInput input)
    {
        var payload = await Run(input);
        payload.Problems.Should().BeEmpty("{0} is in order", input);
        return payload;
    }

    /// <summary>A list that the government approves, in a document of its own.</summary>
    protected async Task ApproveByTheGovernment(ApproveDirectoryList list, string on)
    {
        await Write(new RegisterDocument($"{list.Code}-REPLY", "区政府") { Title = $"关于{list.Code}的批复(示例)", IssuedOn = on });
        await Write(list with { ApprovedOn = on, Approver = "区政府", ApprovalDocument = $"{list.Code}-REPLY" });
    }

    /// <summary>The data of a query that must succeed, as types.</summary>
    protected async Task<Data> Read(string query, object? variables = null) => (await Ask(query, variables)).Deserialize<Data>(JsonForm)!;

    /// <summary>The data of a query that must succeed.</summary>
    protected async Task<JsonElement> Ask(string query, object? variables = null)
    {
        var answer = await Post(query, variables);
        answer.TryGetProperty("errors", out var errors).Should().BeFalse("the query is to succeed, but: {0}", errors);
        return answer.GetProperty("data");
    }

    /// <summary>The first error's message of a query that must be refused as a whole.</summary>
    protected async Task<string> Refused(string query, object? variables = null)
    {
        var answer = await Post(query, variables, "en");
        answer.TryGetProperty("data", out _).Should().BeFalse("a request error has no data");
        return answer.GetProperty("errors")[0].GetProperty("message").GetString()!;
    }

    /// <summary>What is said in place of something that is not there.</summary>
    protected async Task<string> NotFound(string query)
    {
        var error = (await Post(query, language: "en")).GetProperty("errors")[0];
        error.GetProperty("extensions").GetProperty("code").GetString().Should().Be("NOT_FOUND");
        return error.GetProperty("message").GetString()!;
    }

    /// <param name="language">Accept-Language.</param>
    protected async Task<JsonElement> Post(string query, object? variables = null, string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query, variables }, options: JsonForm),
        };
        if (language is not null)
        {
            request.Headers.AcceptLanguage.ParseAdd(language);
        }
        using var response = await client.SendAsync(request);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public virtual void Dispose()
    {
        client.Dispose();
        app.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)app).Dispose();
        Registry.Dispose();
        TestHome.Drop(folder.FullName);
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}

internal static class JsonElements
{
    /// <summary>Walks a path such as "district.plan.title" or "nodes.0.id".</summary>
    public static JsonElement At(this JsonElement element, string path) =>
        path.Split('.').Aggregate(element, (at, part) => int.TryParse(part, out var index) ? at[index] : at.GetProperty(part));

    public static int Number(this JsonElement element, string path) => element.At(path).GetInt32();

    public static string? Text(this JsonElement element, string path) =>
        element.At(path) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : null;

    public static IEnumerable<string?> Texts(this JsonElement element, string list, string path) =>
        element.At(list).EnumerateArray().Select(e => e.Text(path)).ToList();
}
