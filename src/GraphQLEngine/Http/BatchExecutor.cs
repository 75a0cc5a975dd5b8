using GraphQLEngine.Cost;
using GraphQLEngine.Errors;
using GraphQLEngine.Execution;

namespace GraphQLEngine.Http;

/// <summary>
/// Runs an array of requests one after the other and writes the array of their responses in the same order (GraphQL over HTTP, RFC on batching). What a request may cost, the whole
/// array may cost: otherwise arrays would be the way around every budget.
/// </summary>
internal static class BatchExecutor
{
    public readonly record struct Entry(GraphQLRequest Request, WireRequest Wire);

    /// <summary>False when the array was refused whole; its one error is then written.</summary>
    public static bool Execute(Schema schema, Documents documents, IReadOnlyList<Entry> batch, JsonOutput output, CancellationToken cancellation)
    {
        if (schema.Executor.CostRefusal(batch.Aggregate(default(OperationCost), (sum, entry) => sum + CostOf(schema, documents, entry)), "batch") is { } refusal)
        {
            ResponseWriter.WriteRequestErrors(output, [refusal]);
            return false;
        }
        output.WriteByte((byte)'[');
        foreach (var entry in batch)
        {
            if (output.Length > 1)
                output.WriteByte((byte)',');
            using var response = new JsonOutput();
            ExecuteOne(schema, documents, entry, response, cancellation);
            output.WriteRaw(response.Written.Span);
        }
        output.WriteByte((byte)']');
        return true;
    }

    private static OperationCost CostOf(Schema schema, Documents documents, Entry entry)
    {
        var query = documents.Find(entry.Wire, out var missing);
        return entry.Wire.Fault is not null || missing is not null ? default : schema.Executor.CostOf(entry.Request, query, entry.Wire.Variables);
    }

    private static void ExecuteOne(Schema schema, Documents documents, Entry entry, JsonOutput response, CancellationToken cancellation)
    {
        var query = documents.Find(entry.Wire, out var missing);
        if ((entry.Wire.Fault ?? missing) is { } error)
            ResponseWriter.WriteRequestErrors(response, [error]);
        else
            schema.Executor.Execute(entry.Request, query, entry.Wire.Variables, response, cancellation);
    }
}
