using System.Collections.Concurrent;
using Npgsql;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;
using PlanRegistry.Tests.Ledger;

namespace PlanRegistry.Tests.Storage;

/// <summary>
/// Where tests keep registries: each in a SQLite file of its own or, where PLANREGISTRY_POSTGRES names a server, in a database of its own
/// there, cloned from one that has the schema, or the sample, already. Moments are the test's in both.
/// </summary>
internal static class TestHome
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("PLANREGISTRY_POSTGRES");
    private static readonly ConcurrentDictionary<string, Lazy<string>> Made = new();
    private static readonly Lazy<string> Empty = new(() => MakeTemplate("empty", database => Open(database, new TestClock()).Dispose()));
    private static readonly ConcurrentDictionary<DateTimeOffset, Lazy<string>> Samples = new();
    private static readonly ConcurrentDictionary<DateTimeOffset, Lazy<byte[]>> Files = new();

    public static bool IsServer => Server is not null;

    /// <summary>What <c>--database</c> names for a test's file.</summary>
    public static string Named(string file) =>
        Server is null ? file : Made.GetOrAdd(file, f => new(() => Clone(Empty.Value, NameOf(f)))).Value;

    public static IStorage Of(string file, TimeSpan? patience = null) => Homes.Of(Named(file), patience, parts: 2, tellsTime: false);

    /// <summary>A registry under the name of a file, with the sample in it as it was imported at a moment.</summary>
    public static Registry WithSample(string file, DateTimeOffset imported, TimeProvider clock)
    {
        if (Server is null)
        {
            File.WriteAllBytes(file, Files.GetOrAdd(imported, at => new(() => SampleFile.Import(new TestClock(at)))).Value);
        }
        else
        {
            var template = Samples.GetOrAdd(imported,
                at => new(() => MakeTemplate($"sample_{at.UtcTicks}", d => Import(d, new TestClock(at)))));
            Made[file] = new(Clone(template.Value, NameOf(file)));
        }
        return Registry.Open(Of(file), clock);
    }

    /// <summary>What another node wrote is heard of a moment later; in a file it is seen at once.</summary>
    public static void WhenHeard(Func<bool> isSeen)
    {
        for (var tries = 0; Server is not null && !isSeen() && tries < 200; tries++)
        {
            Thread.Sleep(10);
        }
    }

    /// <summary>What belongs to a test's folder goes with it.</summary>
    public static void Drop(string folder)
    {
        foreach (var (file, database) in Made.Where(m => m.Key.StartsWith(folder, StringComparison.Ordinal)).ToList())
        {
            Made.TryRemove(file, out _);
            Do($"drop database if exists {NameOf(file)} with (force)");
        }
    }

    private static void Import(string database, TestClock clock)
    {
        using var registry = Open(database, clock);
        Sample.Load(registry, "tests", new(PlanRegistry.Records.Language.En, TextWriter.Null, TextWriter.Null)).Should().Be(0);
    }

    private static Registry Open(string database, TimeProvider clock) =>
        Registry.Open(Homes.Of(database, parts: 2, tellsTime: false), clock);

    private static string MakeTemplate(string kind, Action<string> fill)
    {
        var name = $"template_{kind}_{Environment.ProcessId}";
        Do($"drop database if exists {name} with (force)");
        Do($"create database {name}");
        fill(Named(name, pooling: false));
        return name;
    }

    private static string Clone(string template, string name)
    {
        Do($"create database {name} template {template}");
        return Named(name, pooling: true);
    }

    private static string Named(string database, bool pooling) => $"{Server};Database={database}{(pooling ? "" : ";Pooling=false")}";

    private static string NameOf(string file) =>
        $"t_{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(file)))[..24]}";

    private static void Do(string sql)
    {
        using var connection = new NpgsqlConnection($"{Server};Database=postgres");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
