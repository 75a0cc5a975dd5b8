namespace GraphQLEngine;

/// <summary>One request to a schema (specification: Executing Requests).</summary>
public sealed class GraphQLRequest
{
    internal GraphQLRequest()
    {
    }

    /// <summary>Where instance resolver classes and [Service] parameters come from.</summary>
    public IServiceProvider? Services { get; internal init; }

    /// <summary>Which operation of the document to run; needed when it has several.</summary>
    internal string? OperationName { get; init; }

    /// <summary>True refuses mutations before anything runs (a GET request).</summary>
    internal bool QueriesOnly { get; init; }

    /// <summary>True writes the operation's cost into <c>extensions.cost</c>.</summary>
    internal bool ReportCost { get; init; }

    /// <summary>True computes the cost, writes it and does not execute.</summary>
    internal bool ValidateCostOnly { get; init; }
}
