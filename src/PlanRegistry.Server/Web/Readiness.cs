using Microsoft.Extensions.Diagnostics.HealthChecks;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Web;

/// <summary>Whether the server can do all that it is there for, and in one sentence why not, in the language of who asks.</summary>
internal sealed class Readiness(Registry registry, IHostApplicationLifetime life) : IHealthCheck
{
    private const string Sentence = "sentence";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Conditions().FirstOrDefault(c => c.Sentence is not null) is { Sentence: { } sentence } condition
            ? new HealthCheckResult(condition.CanWrite ? HealthStatus.Degraded : HealthStatus.Unhealthy,
                data: new Dictionary<string, object> { [Sentence] = sentence })
            : HealthCheckResult.Healthy());

    public static string Words(HttpContext http, HealthReport report) =>
        report.Entries.Values.Select(e => e.Data.GetValueOrDefault(Sentence) as Text?).FirstOrDefault(t => t is not null) is { } text
            ? Reader.Of(http.Request).Told(text, null)
            : "ready";

    /// <summary>What keeps it from that, the first thing first, and last how the home is.</summary>
    public IEnumerable<HomeCondition> Conditions()
    {
        if (life.ApplicationStopping.IsCancellationRequested)
        {
            yield return new(false, new Text("服务正在停止。", "The server is stopping."), Trouble.Stopping);
        }
        if (Away() is { } away)
        {
            yield return away;
            yield break;
        }
        if (registry.Soundness.Broken is { } broken)
        {
            yield return new(false, broken, Trouble.NotIntact);
        }
        if (registry.Clock.Doubt() is { } doubt)
        {
            yield return new(false, doubt, Trouble.ClockInDoubt);
        }
        yield return registry.Condition();
    }

    private HomeCondition? Away()
    {
        try
        {
            registry.Districts();
            return null;
        }
        catch (StorageException e)
        {
            return new(false, e.Sentence, Trouble.DatabaseAway);
        }
    }
}
