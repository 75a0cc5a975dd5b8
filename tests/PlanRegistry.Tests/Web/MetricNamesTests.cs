namespace PlanRegistry.Tests.Web;

/// <summary>What stands on /metrics after traffic of every kind: dashboards and alarms are built on these names.</summary>
[Collection(nameof(Alone))]
public sealed class MetricNamesTests : MeasuredServer
{
    /// <summary>Beside what is measured, OpenTelemetry tells by standard who measures: service.name and service.version.</summary>
    private static readonly string[] AddedByStandard = ["target_info"];

    [Fact]
    public async Task Names_units_types_labels_and_bounds_are_those_that_are_approved()
    {
        var families = (await AfterTraffic()).Where(f => !AddedByStandard.Contains(f.Name));

        Approved.Matches("tests/PlanRegistry.Tests/Web/metrics.approved.txt",
            string.Concat(families.Select(f => $"{f}\n").Order(StringComparer.Ordinal)));
    }
}
