using System.Net.Http.Json;
using PlanRegistry.Records;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Web;

/// <summary>What stands on /metrics after traffic of every kind: dashboards and alarms are built on these names.</summary>
[Collection(nameof(Alone))]
public sealed class MetricNamesTests : SubscriptionTest
{
    /// <summary>Beside what is measured, OpenTelemetry tells by standard who measures: service.name and service.version.</summary>
    private static readonly string[] AddedByStandard = ["target_info"];

    [Fact]
    public async Task Names_units_types_labels_and_bounds_are_those_that_are_approved()
    {
        using var socket = await SocketClient.Open(Http);
        using var events = await EventStream.Open(Http, FindingChanged);
        await socket.Subscribe("1", FindingChanged);
        await Report();
        await events.Next();
        await socket.Next("1");
        await Ask("{ district(code: \"500154\") { conformance { red } } }");
        // Refused while it is parsed, while it is validated, and while it runs.
        foreach (var query in new[]
            { "{", "{ nothing }", "{ district(code: \"500154\") { plans(first: 3, after: \"x\") { nodes { code } } } }" })
        {
            using var refused = await Http.PostAsJsonAsync("/graphql", new { query });
            (await refused.Content.ReadAsStringAsync()).Should().Contain("\"errors\"");
        }
        using var nowhere = await Http.GetAsync("/nowhere");
        using var other = Registry.Open(Storage.TestHome.Of(File), Clock);
        other.View(DistrictCode.Parse("500154"));
        // The runtime tells these once there was one.
        GC.Collect();
        FluentActions.Invoking(() => throw new InvalidOperationException()).Should().Throw<InvalidOperationException>();

        var families = (await AfterAConnectionHasEnded()).Where(f => !AddedByStandard.Contains(f.Name));

        Approved.Matches("tests/PlanRegistry.Tests/Web/metrics.approved.txt",
            string.Concat(families.Select(f => $"{f}\n").Order(StringComparer.Ordinal)));
    }

    private async Task<List<MetricFamily>> AfterAConnectionHasEnded()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.ConnectionClose = true;
        using var live = await Http.SendAsync(request);
        for (var tries = 0; tries < 100; tries++)
        {
            var families = MetricFamily.Read(await Http.GetStringAsync("/metrics"));
            if (families.Exists(f => f.Name == "kestrel_connection_duration_seconds"))
            {
                return families;
            }
            await Task.Delay(100);
        }
        throw new TimeoutException("The connection that was to close is still open.");
    }
}
