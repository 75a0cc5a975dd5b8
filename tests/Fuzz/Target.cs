using System.Collections.Concurrent;
using Fuzz.Inputs;
using GraphQLEngine;
using GraphQLEngine.Http;
using ToyHost;

namespace Fuzz;

/// <summary>A schema that is served, and all that inputs for it are made of.</summary>
public sealed class Target : IDisposable
{
    private const int Megabyte = 1024 * 1024;

    public required string Name { get; init; }

    public required GraphQLHttpHandler Handler { get; init; }

    public required SchemaModel Model { get; init; }

    public IServiceProvider? Services { get; init; }

    /// <summary>Strings worth trying as arguments.</summary>
    public IReadOnlyList<string> Words { get; init; } = ["x", "", "1", "日本", "😀", "2026-01-01", "a\nb"];

    /// <summary>What one input may allocate, in bytes.</summary>
    public required long MaxAllocation { get; init; }

    /// <summary>What the client did not see: exceptions of the engine or of resolvers.</summary>
    public required ConcurrentQueue<UnexpectedError> Unexpected { get; init; }

    public Action? Close { get; init; }

    public static async Task<Target> Toy(bool limits)
    {
        var unexpected = new ConcurrentQueue<UnexpectedError>();
        var sdl = new SdlDocument("toy.graphql", await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "toy.graphql")));
        Schema Build(Limits limits) =>
            Schema.Build([sdl], ToySchema.Bind, new EngineOptions { Limits = limits, OnUnexpectedError = unexpected.Enqueue });
        return new Target
        {
            Name = limits ? "toy" : "toy without limits",
            Handler = new GraphQLHttpHandler(Build(limits ? new Limits() : Limits.None)),
            Model = SchemaModel.Of(Build(Limits.None)),
            MaxAllocation = (limits ? 16 : 512) * Megabyte,
            Unexpected = unexpected,
        };
    }

    public void Dispose() => Close?.Invoke();
}
