using Microsoft.Extensions.Diagnostics.HealthChecks;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Web;

/// <summary>Whether the server can do all that it is there for, and in one sentence why not, in the language of who asks.</summary>
internal sealed class Readiness(Registry registry) : IHealthCheck
{
    private const string Sentence = "sentence";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Check());

    public static string Words(HttpContext http, HealthReport report) =>
        report.Entries.Values.Select(e => e.Data.GetValueOrDefault(Sentence) as Text?).FirstOrDefault(t => t is not null) is { } text
            ? Reader.Of(http.Request).Told(text, null)
            : "ready";

    private HealthCheckResult Check()
    {
        try
        {
            registry.Districts();
        }
        catch (StorageException e)
        {
            return Result(HealthStatus.Unhealthy, e.Sentence);
        }
        if (registry.Soundness.Broken is { } broken)
        {
            return Result(HealthStatus.Unhealthy, broken);
        }
        if (registry.Clock.Doubt() is { } doubt)
        {
            return Result(HealthStatus.Unhealthy, doubt);
        }
        var condition = registry.Condition();
        return condition.Sentence is { } sentence
            ? Result(condition.CanWrite ? HealthStatus.Degraded : HealthStatus.Unhealthy, sentence)
            : HealthCheckResult.Healthy();
    }

    private static HealthCheckResult Result(HealthStatus status, Text sentence) =>
        new(status, data: new Dictionary<string, object> { [Sentence] = sentence });
}
