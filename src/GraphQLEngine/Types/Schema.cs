using System.Text;
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
        // A misspelt exception would silently leave the default in place.
        foreach (var coordinate in (options ?? new EngineOptions()).Limits.CoordinateRepeats.Keys.Where(coordinate => !types.Has(coordinate)))
            faults.Add($"{coordinate}: Limits.CoordinateRepeats names it, but the schema has no type with fields and no field of this name.");
        if (faults.Count > 0)
            throw new SchemaException(faults);
        return new Schema(types, options ?? new EngineOptions());
    }

    /// <summary>Executes a query or mutation and returns the response as JSON: for tests and tools.</summary>
    /// <param name="query">The document.</param>
    /// <param name="variables">A JSON object, or null.</param>
    /// <param name="services">Where instance resolver classes and [Service] parameters come from.</param>
    /// <param name="operationName">Needed when the document has several operations.</param>
    public string ExecuteToJson(string query, string? variables = null, IServiceProvider? services = null, string? operationName = null)
    {
        var wire = new WireRequest();
        var given = variables is null ? null : RequestReader.Json(Encoding.UTF8.GetBytes(variables), "variables", Options.Limits.MaxNesting, wire);
        using var output = new JsonOutput();
        if (wire.Fault is { } fault)
            ResponseWriter.WriteRequestErrors(output, [fault]);
        else
            Executor.Execute(new GraphQLRequest { OperationName = operationName, Services = services }, Encoding.UTF8.GetBytes(query), given, output, CancellationToken.None);
        return Encoding.UTF8.GetString(output.Written.Span);
    }
}
