using System.Buffers;

namespace GraphQLEngine;

/// <summary>An executable schema: SDL, bound to C#. Immutable and safe to share.</summary>
public sealed partial class Schema
{
    /// <summary>Builds a schema from SDL and the code behind it.</summary>
    /// <param name="documents">Type definitions; extensions may stand in any document.</param>
    /// <param name="bind">Names the CLR types, resolvers and scalars.</param>
    /// <param name="options">Limits, caches and callbacks.</param>
    /// <exception cref="SchemaException">The SDL is wrong or the code does not fit it; every fault is named.</exception>
    public static Schema Build(IEnumerable<SdlDocument> documents, Action<SchemaBinding> bind, EngineOptions? options = null) => throw new NotSupportedException();

    /// <summary>Builds a schema from one SDL text.</summary>
    public static Schema Build(string sdl, Action<SchemaBinding> bind, EngineOptions? options = null) => Build([new SdlDocument("schema", sdl)], bind, options);

    /// <summary>Executes a query or mutation and writes the response as JSON (specification: Execution, Response).</summary>
    public ValueTask<ExecutionOutcome> ExecuteAsync(GraphQLRequest request, JsonOutput output, CancellationToken cancellation = default) => throw new NotSupportedException();

    /// <summary>Executes and returns the JSON text: for tests and tools.</summary>
    public Task<string> ExecuteToJsonAsync(string query, string? variables = null, IServiceProvider? services = null, string? operationName = null, object? rootValue = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    /// <summary>Starts a subscription: one complete response per event. Request errors are a single response.</summary>
    public IAsyncEnumerable<JsonOutput> SubscribeAsync(GraphQLRequest request, CancellationToken cancellation = default) => throw new NotSupportedException();
}
