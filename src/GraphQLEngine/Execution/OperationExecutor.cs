using GraphQLEngine.Cost;
using GraphQLEngine.Errors;
using GraphQLEngine.Language;

namespace GraphQLEngine.Execution;

/// <summary>The specification's ExecuteQuery, ExecuteMutation and ExecuteSubscriptionEvent. Without waiting fields all of it runs on the caller's thread, at once.</summary>
internal static class OperationExecutor
{
    /// <summary>The parent of root fields that have none.</summary>
    public static readonly object NoRoot = new();

    public static ValueTask<ExecutionOutcome> Execute(
        Schema schema, GraphQLRequest request, OperationVariant variant, VariableValues variables, object? root, JsonOutput output, OperationCost? cost, CancellationToken cancellation)
    {
        var isMutation = variant.Plan.Operation.Operation == OperationKind.Mutation;
        var timeout = schema.Options.Limits.Timeout;
        if (timeout <= TimeSpan.Zero || variant.IsConstant)
        {
            var context = new ExecutionContext(schema, request, variant, variables, output, cancellation);
            return variant.Root.ColumnCount == 0 ? ValueTask.FromResult(Finish(context, () => WriteRoot(context, root, null), cost)) : Wait(context, root, isMutation, cost, null);
        }
        var stop = new TimeLimit(timeout, schema.Options.TimeProvider, cancellation);
        var limited = new ExecutionContext(schema, request, variant, variables, output, stop.Token);
        if (variant.Root.ColumnCount > 0)
            return Wait(limited, root, isMutation, cost, stop);
        using (stop)
            return ValueTask.FromResult(Finish(limited, () => WriteRoot(limited, root, null), cost));
    }

    private static async ValueTask<ExecutionOutcome> Wait(ExecutionContext context, object? root, bool isMutation, OperationCost? cost, TimeLimit? stop)
    {
        using (stop)
        {
            try
            {
                var level = new Level(context.Variant.Root);
                level.Parents.Add(root ?? NoRoot);
                if (isMutation)
                    return await ExecuteSerially(context, root, level, cost);
                await LevelResolver.Resolve(level, context);
                return Finish(context, () => WriteRoot(context, root, level), cost);
            }
            catch (Exception error) when (!context.IsFieldError(error))
            {
                return Stop(context, error);
            }
        }
    }

    // Each root field of a mutation is complete, with everything below it, before the next begins.
    private static async ValueTask<ExecutionOutcome> ExecuteSerially(ExecutionContext context, object? root, Level level, OperationCost? cost)
    {
        var writer = new SerialWriter(context, root ?? NoRoot, level);
        foreach (var field in context.Variant.Root.Fields)
        {
            if (field.Column >= 0)
                await LevelResolver.ResolveColumn(level, field, context);
            if (!writer.Write(field))
                break;
        }
        return Finish(context, writer.End, cost);
    }

    private static bool WriteRoot(ExecutionContext context, object? root, Level? level)
    {
        context.Output.WriteRaw("{\"data\":"u8);
        return context.WriteObject(root ?? NoRoot, context.Variant.Root, level, 0);
    }

    private static ExecutionOutcome Finish(ExecutionContext context, Func<bool> write, OperationCost? cost)
    {
        var output = context.Output;
        try
        {
            if (!write())
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
            ResponseWriter.WriteRequestErrors(context.Output, [new GraphQLError(refusal.Message, refusal.Code) { Extensions = refusal.Extensions }]);
            return ExecutionOutcome.RequestError;
        }
        context.Output.Truncate(0);
        context.Output.WriteRaw("{\"data\":null,"u8);
        ResponseWriter.WriteErrors(context.Output, [new GraphQLError("The operation was stopped because it took too long.", ErrorCodes.Timeout)]);
        context.Output.WriteByte((byte)'}');
        return ExecutionOutcome.PartialData;
    }

    /// <summary>Writes the root object field by field, while others are still to run.</summary>
    private sealed class SerialWriter(ExecutionContext context, object root, Level level)
    {
        private bool _complete = true;

        public bool Write(FieldPlan field)
        {
            if (ReferenceEquals(field, context.Variant.Root.Fields[0]))
                context.Output.WriteRaw("{\"data\":{"u8);
            return _complete = context.WriteField(root, field, level, 0);
        }

        public bool End()
        {
            if (_complete)
                context.Output.WriteByte((byte)'}');
            return _complete;
        }
    }
}
