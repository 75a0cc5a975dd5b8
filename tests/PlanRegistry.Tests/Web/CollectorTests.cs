using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Web;

/// <summary>A collector gets what is measured and the spans of requests.</summary>
[Collection(nameof(Alone))]
public sealed class CollectorTests() : ServerTest(
    ("OTEL_EXPORTER_OTLP_ENDPOINT", Collector.Url),
    ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
    ("OTEL_BSP_SCHEDULE_DELAY", "50"),
    ("OTEL_METRIC_EXPORT_INTERVAL", "200"))
{
    private static readonly FakeCollector Collector = new();

    [Fact]
    public async Task A_request_arrives_as_spans_and_as_numbers()
    {
        await Ask("query Names { district(code: \"500154\") { name } }");

        var operation = await Collector.Message("/v1/traces", "plan-registry", "GraphQLEngine", "graphql.operation.name");
        var request = await Collector.Message("/v1/traces", "plan-registry", "Microsoft.AspNetCore", "/graphql");
        var numbers = await Collector.Message("/v1/metrics", "plan-registry",
            "graphql.server.request.duration", "http.server.request.duration", "dotnet.process.cpu.time");

        operation.Should().Contain("Names").And.NotContain("500154", "what is asked may be private");
        request.Should().NotContain("500154");
        numbers.Should().NotContain("Names", "what a client names must not become a label");
    }
}

/// <summary>A collector of spans alone, at an address that is used as it is.</summary>
[Collection(nameof(Alone))]
public sealed class CollectorOfSpansTests() : ServerTest(
    ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", Collector.Url + "/spans"),
    ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
    ("OTEL_BSP_SCHEDULE_DELAY", "50"),
    ("OTEL_METRIC_EXPORT_INTERVAL", "50"))
{
    private static readonly FakeCollector Collector = new();

    [Fact]
    public async Task It_gets_spans_and_nothing_else()
    {
        await Ask("{ __typename }");

        await Collector.Message("/spans", "plan-registry", "GraphQLEngine");

        Collector.Paths.Should().Equal("/spans");
    }
}
