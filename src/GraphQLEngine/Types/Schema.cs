using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using GraphQLEngine.Binding;
using GraphQLEngine.Execution;
using GraphQLEngine.Http;
using GraphQLEngine.Types;

namespace GraphQLEngine;

/// <summary>An executable schema: SDL, bound to C#. Immutable and safe to share.</summary>
public sealed class Schema
{
    private Schema(TypeSystem types, EngineOptions options)
    {
        (Types, Options) = (types, options);
        Executor = new RequestExecutor(this);
    }

    /// <summary>How it executes.</summary>
    public EngineOptions Options { get; }

    internal TypeSystem Types { get; }

    internal RequestExecutor Executor { get; }

    /// <summary>Builds a schema from SDL and the code behind it.</summary>
    /// <param name="documents">Type definitions; extensions may stand in any document.</param>
    /// <param name="bind">Names the CLR types, resolvers and scalars.</param>
    /// <param name="options">Limits, caches and callbacks.</param>
    /// <exception cref="SchemaException">The SDL is wrong or the code does not fit it; every fault is named.</exception>
    public static Schema Build(IEnumerable<SdlDocument> documents, Action<SchemaBinding> bind, EngineOptions? options = null)
    {
        var (types, faults) = SchemaBuilder.Build(documents);
        // Code cannot be compared with SDL that is wrong itself.
        if (faults.Count > 0)
            throw new SchemaException(faults);
        var binding = new SchemaBinding();
        bind(binding);
        Binder.Bind(types, binding, faults);
        faults.AddRange((options?.Limits.CoordinateRepeats.Keys ?? []).Where(coordinate => !types.Has(coordinate)).Select(coordinate => $"{coordinate}: CoordinateRepeats limits it, but the SDL has no such type or field."));
        if (faults.Count > 0)
            throw new SchemaException(faults);
        return new Schema(types, options ?? new EngineOptions());
    }

    /// <inheritdoc cref="Build(IEnumerable{SdlDocument}, Action{SchemaBinding}, EngineOptions?)"/>
    /// <param name="sdl">One SDL text.</param>
    /// <param name="bind">Names the CLR types, resolvers and scalars.</param>
    /// <param name="options">Limits, caches and callbacks.</param>
    public static Schema Build(string sdl, Action<SchemaBinding> bind, EngineOptions? options = null) => Build([new SdlDocument("schema", sdl)], bind, options);

    /// <summary>Executes a query or mutation and writes the response as JSON (specification: Execution, Response).</summary>
    /// <param name="request">The document and what it runs with.</param>
    /// <param name="output">Receives exactly one JSON object.</param>
    /// <param name="cancellation">Stops the operation; the time limit of <see cref="Limits.Timeout"/> is added to it.</param>
    /// <returns>What kind of response was written.</returns>
    public ValueTask<ExecutionOutcome> ExecuteAsync(GraphQLRequest request, JsonOutput output, CancellationToken cancellation = default)
    {
        var wire = new WireRequest();
        var variables = request.Variables is { ValueKind: JsonValueKind.Object } given
            ? RequestReader.Json(JsonMarshal.GetRawUtf8Value(given), "variables", Options.Limits.MaxNesting, wire)
            : null;
        if (wire.Fault is null)
            return Executor.Execute(request, Encoding.UTF8.GetBytes(request.Query ?? ""), variables, output, cancellation);
        ResponseWriter.WriteRequestErrors(output, [wire.Fault]);
        return ValueTask.FromResult(ExecutionOutcome.RequestError);
    }

    /// <summary>Executes and returns the JSON text: for tests and tools.</summary>
    /// <param name="query">The document.</param>
    /// <param name="variables">A JSON object, or null.</param>
    /// <param name="services">Where instance resolver classes and [Service] parameters come from.</param>
    /// <param name="operationName">Needed when the document has several operations.</param>
    /// <param name="rootValue">The parent of the root fields, where a root type is bound.</param>
    /// <param name="cancellation">Stops the operation.</param>
    public async Task<string> ExecuteToJsonAsync(
        string query, string? variables = null, IServiceProvider? services = null, string? operationName = null, object? rootValue = null, CancellationToken cancellation = default)
    {
        using var json = variables is null ? null : JsonDocument.Parse(variables);
        using var output = new JsonOutput();
        var request = new GraphQLRequest { Query = query, Variables = json?.RootElement, OperationName = operationName, Services = services, RootValue = rootValue };
        await ExecuteAsync(request, output, cancellation);
        return Encoding.UTF8.GetString(output.Written.Span);
    }
}
