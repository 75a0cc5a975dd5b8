using System.Runtime.CompilerServices;
using GraphQLEngine.Errors;
using GraphQLEngine.Execution;
using GraphQLEngine.Language;

namespace GraphQLEngine.Subscriptions;

/// <summary>The specification's Subscribe: CreateSourceEventStream, then MapSourceToResponseEvent for each event. Queries and mutations are streams of one response.</summary>
internal static class SubscriptionExecutor
{
    /// <summary>One response of a stream: a whole JSON object, to be disposed by the reader.</summary>
    public readonly record struct Response(JsonOutput Output, ExecutionOutcome Outcome);

    public static async IAsyncEnumerable<Response> Subscribe(
        Schema schema, GraphQLRequest request, ReadOnlyMemory<byte> query, ValueNode? variables, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var output = new JsonOutput();
        var introspection = schema.Executor.AllowsIntrospection(request);
        var document = schema.Executor.Prepare(query.Span, introspection);
        if (!IsSubscription(document, request))
        {
            var outcome = await schema.Executor.Execute(request, query.Span, variables, introspection, output, cancellation);
            yield return new Response(output, outcome);
            yield break;
        }
        if (schema.Executor.Admit(request, document, variables, introspection, output, out var refusal) is not { } admitted)
        {
            yield return new Response(output, refusal);
            yield break;
        }
        var variant = admitted.Operation.Plan.Variant(admitted.Variables);
        var context = new Execution.ExecutionContext(schema, request, variant, admitted.Variables, output, cancellation);
        var field = variant.Root.Fields[0];
        var source = CreateSourceEventStream(context, field);
        if (source is null)
        {
            yield return new Response(output, ExecutionOutcome.RequestError);
            yield break;
        }
        output.Dispose();
        await using (source)
        {
            while (true)
            {
                var next = new JsonOutput();
                var (hasNext, outcome) = await Next(schema, request, admitted, variant, source, next, cancellation);
                if (!hasNext && next.Length == 0)
                {
                    next.Dispose();
                    yield break;
                }
                yield return new Response(next, outcome);
                if (!hasNext)
                    yield break;
            }
        }
    }

    private static bool IsSubscription(PreparedDocument document, GraphQLRequest request) =>
        document.Errors.Count == 0 && document.GetOperation(request.OperationName, out _) is { Operation: OperationKind.Subscription };

    // An error while opening the stream is a request error: there is no response stream yet that could carry it.
    private static IAsyncEnumerator<object?>? CreateSourceEventStream(Execution.ExecutionContext context, FieldPlan field)
    {
        try
        {
            return ((StreamField)field.Executor).Open(context.Request.RootValue, field, context).GetAsyncEnumerator(context.Cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            WriteError(context, field, error);
            return null;
        }
    }

    private static void WriteError(Execution.ExecutionContext context, FieldPlan field, Exception error)
    {
        context.AddError(error, field);
        ResponseWriter.WriteRequestErrors(context.Output, [.. context.Errors.Select(found => found with { Path = [field.ResponseName] })]);
    }

    private static async ValueTask<(bool HasNext, ExecutionOutcome Outcome)> Next(
        Schema schema, GraphQLRequest request, RequestExecutor.Admitted admitted, OperationVariant variant, IAsyncEnumerator<object?> source, JsonOutput output, CancellationToken cancellation)
    {
        try
        {
            if (!await source.MoveNextAsync())
                return (false, ExecutionOutcome.Data);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return (false, ExecutionOutcome.Data);
        }
        catch (Exception error)
        {
            // The source broke: its last word is an error, then the stream ends.
            WriteError(new Execution.ExecutionContext(schema, request, variant, admitted.Variables, output, cancellation), variant.Root.Fields[0], error);
            return (false, ExecutionOutcome.RequestError);
        }
        var outcome = await OperationExecutor.Execute(schema, request, variant, admitted.Variables, source.Current, output, cost: null, cancellation);
        return (true, outcome);
    }
}
