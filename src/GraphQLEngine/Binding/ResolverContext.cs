namespace GraphQLEngine;

/// <summary>What a resolver may ask about its place in the request. A parameter of this type receives it.</summary>
public sealed class ResolverContext
{
    internal ResolverContext(Execution.ExecutionContext execution, Execution.FieldPlan field, IReadOnlyList<object> path) =>
        (Execution, Field, Path) = (execution, field, path);

    internal Execution.ExecutionContext Execution { get; }

    internal Execution.FieldPlan Field { get; }

    /// <summary>Response names (string) and list indexes (int) from the root to this field.</summary>
    public IReadOnlyList<object> Path { get; }

    /// <summary>The field's name in the schema.</summary>
    public string FieldName => Field.Definition.Name;

    /// <summary>The alias, or the field's name.</summary>
    public string ResponseName => Field.ResponseName;

    /// <summary>The field's schema coordinate, such as <c>Plan.findings</c>.</summary>
    public string Coordinate => Field.Definition.Coordinate;

    /// <summary>The request's services.</summary>
    /// <exception cref="InvalidOperationException">The request has none.</exception>
    public IServiceProvider Services => Execution.Request.Services ?? throw new InvalidOperationException("The request has no services.");

    /// <summary>What this request's resolvers share.</summary>
    public IDictionary<object, object?> Items => Execution.Items;

    /// <summary>Cancelled when the client goes or the time limit passes.</summary>
    public CancellationToken Cancellation => Execution.Cancellation;

    /// <summary>Whether the selection below this field has a field of this name, under any alias or fragment (conditions not regarded).</summary>
    /// <param name="path">A field name, or names joined by dots: <c>pageInfo.endCursor</c>.</param>
    public bool Selects(string path) => Field.Selects(path.Split('.'));

    /// <summary>Adds an error at this field without making it null.</summary>
    public void Report(GraphQLException error) => Execution.ReportLater(Field, Path, error);
}
