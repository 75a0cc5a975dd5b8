using GraphQLEngine.Cost;
using GraphQLEngine.Errors;

namespace GraphQLEngine.Execution;

/// <summary>The specification's ExecuteQuery, ExecuteMutation and ExecuteSubscriptionEvent: on the caller's thread, one field after the other, so that those of a mutation are serial too.</summary>
internal static class OperationExecutor
{
    /// <summary>The parent of root fields; a subscription's has its event.</summary>
    public static readonly object NoRoot = new();

    public static ExecutionOutcome Execute(
        Schema schema, GraphQLRequest request, OperationVariant variant, VariableValues variables, object? root, JsonOutput output, OperationCost? cost, CancellationToken cancellation)
    {
        var timeout = schema.Options.Limits.Timeout;
        if (timeout <= TimeSpan.Zero || variant.IsConstant)
            return Write(new ExecutionContext(schema, request, variant, variables, output, cancellation), root ?? NoRoot, cost);
        using var stop = new TimeLimit(timeout, schema.Options.TimeProvider, cancellation);
        return Write(new ExecutionContext(schema, request, variant, variables, output, stop.Token), root ?? NoRoot, cost);
    }

    private static ExecutionOutcome Write(ExecutionContext context, object root, OperationCost? cost)
    {
        var output = context.Output;
        try
        {
            output.WriteRaw("{\"data\":"u8);
            if (!context.WriteObject(root, context.Variant.Root))
            {
                output.Truncate(0);
                output.WriteRaw("{\"data\":null"u8);
            }
        }
        catch (Exception error) when (!context.IsFieldError(error))
        {
            return Stop(context, error);
        }
        if (context.Variant.IsConstant && context.Errors.Count == 0)
            context.Variant.ConstantResponse = [.. output.Written.Span, (byte)'}'];
        if (context.Errors.Count > 0)
        {
            output.WriteByte((byte)',');
            ResponseWriter.WriteErrors(output, context.Errors);
        }
        ResponseWriter.WriteEnd(output, cost);
        return context.Errors.Count > 0 ? ExecutionOutcome.PartialData : ExecutionOutcome.Data;
    }

    private static ExecutionOutcome Stop(ExecutionContext context, Exception error)
    {
        if (error is GraphQLRequestException refusal)
        {
            ResponseWriter.WriteRequestErrors(context.Output, [new GraphQLError(refusal.Message, refusal.Code)]);
            return ExecutionOutcome.RequestError;
        }
        context.Output.Truncate(0);
        context.Output.WriteRaw("{\"data\":null,"u8);
        ResponseWriter.WriteErrors(context.Output, [new GraphQLError("The operation was stopped because it took too long.", ErrorCodes.Timeout)]);
        context.Output.WriteByte((byte)'}');
        return ExecutionOutcome.PartialData;
    }
}
