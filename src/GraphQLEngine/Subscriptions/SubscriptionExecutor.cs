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

    /// <summary>A source that was opened, with what each of its events runs with.</summary>
    private sealed record Stream(Schema Schema, GraphQLRequest Request, RequestExecutor.Admitted Admitted, OperationVariant Variant, IAsyncEnumerator<object?> Source);

    public static async IAsyncEnumerable<Response> Subscribe(
        Schema schema, GraphQLRequest request, ReadOnlyMemory<byte> query, ValueNode? variables, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var output = new JsonOutput();
        var introspection = schema.Executor.AllowsIntrospection(request);
        var document = schema.Executor.Prepare(query.Span, introspection);
        if (!IsSubscription(document, request))
        {
            var outcome = schema.Executor.Execute(request, query, variables, introspection, output, cancellation);
            yield return new Response(output, outcome);
            yield break;
        }
        if (CreateSourceEventStream(schema, request, document, variables, introspection, output, cancellation, out var refusal) is not { } stream)
        {
            yield return new Response(output, refusal);
            yield break;
        }
        output.Dispose();
        Telemetry.SubscriptionBegins();
        try
        {
            while (true)
            {
                var next = new JsonOutput();
                var (hasNext, outcome) = await Next(stream, next, cancellation);
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
        finally
        {
            Telemetry.SubscriptionEnds();
            await stream.Source.DisposeAsync();
        }
    }

    private static bool IsSubscription(PreparedDocument document, GraphQLRequest request) =>
        document.Errors.Count == 0 && document.GetOperation(request.OperationName, out _) is { Operation: OperationKind.Subscription };

    // An error while opening the stream is a request error: there is no response stream yet that could carry it.
    private static Stream? CreateSourceEventStream(
        Schema schema, GraphQLRequest request, PreparedDocument document, ValueNode? variables, bool introspection, JsonOutput output, CancellationToken cancellation, out ExecutionOutcome refusal)
    {
        using var span = Telemetry.IsOn ? Telemetry.Start(schema.Options.TimeProvider) : null;
        try
        {
            if (schema.Executor.Admit(request, document, variables, introspection, output, out refusal) is not { } admitted)
                return null;
            span?.Runs(admitted.Operation.Plan);
            var variant = admitted.Operation.Plan.Variant(admitted.Variables);
            var context = new Execution.ExecutionContext(schema, request, variant, admitted.Variables, output, cancellation);
            var field = variant.Root.Fields[0];
            try
            {
                return new Stream(schema, request, admitted, variant, ((StreamField)field.Executor).Open(field, context).GetAsyncEnumerator(cancellation));
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                WriteError(context, field, error);
                refusal = ExecutionOutcome.RequestError;
                return null;
            }
        }
        finally
        {
            span?.End(output);
        }
    }

    private static void WriteError(Execution.ExecutionContext context, FieldPlan field, Exception error)
    {
        context.AddError(error, field);
        ResponseWriter.WriteRequestErrors(context.Output, [.. context.Errors.Select(found => found with { Path = [field.ResponseName] })]);
    }

    private static async ValueTask<(bool HasNext, ExecutionOutcome Outcome)> Next(Stream stream, JsonOutput output, CancellationToken cancellation)
    {
        var (schema, request, admitted, variant, source) = stream;
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
        var start = schema.Options.TimeProvider.GetTimestamp();
        var outcome = OperationExecutor.Execute(schema, request, variant, admitted.Variables, source.Current, output, cost: null, cancellation);
        Telemetry.Event(schema.Options.TimeProvider, start, output);
        return (true, outcome);
    }
}
