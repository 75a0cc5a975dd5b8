using System.Collections.Concurrent;
using Fuzz.Inputs;
using GraphQLEngine;
using GraphQLEngine.Http;
using Microsoft.Extensions.DependencyInjection;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Web;

namespace Fuzz;

/// <summary>The registry with the sample district, in a database of its own: mutations write.</summary>
public static class RegistryTarget
{
    private static readonly string[] Words =
    [
        "500154", "500000", "000000", "SPE-2024-01", "SPE-2021-12", "SPE-2022-03", "000000:NAT-2021-01",
        "区发展改革委", "区商务委", "2026-11-22", "2021", "2026-06-30T17:30:00+08:00", "9999-12-31T23:59:59.9999999-14:00",
        "开州府办发〔2020〕95号", "CAT-001", "x", "", "日本", "-", "1e5", "0.1",
        "99999999999999999999.99", "500154-2026-000001", "a;b", "2021-03", "plans", "PLAN",
    ];

    public static Target Open()
    {
        var folder = Directory.CreateTempSubdirectory("fuzz-").FullName;
        var registry = Registry.Open(Path.Combine(folder, "registry.db"), TimeProvider.System);
        if (Sample.Load(registry, "fuzz", new Voice(PlanRegistry.Records.Language.En, TextWriter.Null, Console.Error)) != 0)
            throw new InvalidOperationException("The sample was refused.");
        var app = WebHost.Build(registry, "fuzz", TimeProvider.System);
        var unexpected = new ConcurrentQueue<UnexpectedError>();
        var served = app.Services.GetRequiredService<GraphQLHttpHandler>().Schema.Options;
        return new Target
        {
            Name = "registry",
            Handler = new GraphQLHttpHandler(RegistrySchema.Build(served with { OnUnexpectedError = unexpected.Enqueue })),
            Model = SchemaModel.Of(RegistrySchema.Build(new EngineOptions { Limits = Limits.None })),
            Services = app.Services,
            Words = Words,
            MaxAllocation = 256 * 1024 * 1024,
            Unexpected = unexpected,
            Close = () =>
            {
                registry.Dispose();
                Directory.Delete(folder, recursive: true);
            },
        };
    }
}
