using System.Text.Json;

namespace GraphQLEngine;

/// <summary>One request to a schema (specification: Executing Requests).</summary>
public sealed class GraphQLRequest
{
    /// <summary>The document's text.</summary>
    public string? Query { get; init; }

    /// <summary>Which operation of the document to run; needed when it has several.</summary>
    public string? OperationName { get; init; }

    /// <summary>The variables: a JSON object, or null or undefined for none.</summary>
    public JsonElement? Variables { get; init; }

    /// <summary>Where instance resolver classes and [Service] parameters come from.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>The parent of the root fields, where a root type is bound to a CLR type.</summary>
    public object? RootValue { get; init; }

    /// <summary>What this request's resolvers share; seen as <see cref="ResolverContext.Items"/>.</summary>
    public IDictionary<object, object?>? Items { get; init; }

    /// <summary>True refuses mutations before anything runs (a GET request).</summary>
    public bool QueriesOnly { get; init; }

    /// <summary>True writes the operation's cost into <c>extensions.cost</c>.</summary>
    public bool ReportCost { get; init; }

    /// <summary>True computes the cost, writes it and does not execute.</summary>
    public bool ValidateCostOnly { get; init; }
}
