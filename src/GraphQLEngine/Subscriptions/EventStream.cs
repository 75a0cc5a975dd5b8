using System.Runtime.CompilerServices;
using GraphQLEngine.Language;

namespace GraphQLEngine.Subscriptions;

/// <summary>Server-Sent Events in distinct connections mode (graphql-sse, PROTOCOL.md): one request, <c>next</c> events, then <c>complete</c>.</summary>
internal static class EventStream
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);
    private static readonly byte[] Comment = ":\n\n"u8.ToArray();
    private static readonly byte[] Complete = "event: complete\ndata:\n\n"u8.ToArray();

    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> Write(
        Schema schema, GraphQLRequest request, ReadOnlyMemory<byte> query, ValueNode? variables, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var responses = SubscriptionExecutor.Subscribe(schema, request, query, variables, ending.Token).GetAsyncEnumerator(ending.Token);
        var next = responses.MoveNextAsync().AsTask();
        try
        {
            // A comment first: the source is open from here on, and proxies and clients see it at once. More of them keep a quiet stream from being taken for a dead one.
            yield return Comment;
            while (true)
            {
                while (!await EndsWithin(next, schema.Options.TimeProvider, ending.Token))
                    yield return Comment;
                if (!await next)
                    break;
                using (var output = responses.Current.Output)
                    yield return Frame(output.Written.Span);
                next = responses.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            await ending.CancelAsync();
            await next.ContinueWith(_ => { }, TaskScheduler.Default);
            await responses.DisposeAsync();
        }
        // Who is cut off was not told everything, and may come again.
        if (!cancellation.IsCancellationRequested)
            yield return Complete;
    }

    private static async Task<bool> EndsWithin(Task next, TimeProvider clock, CancellationToken cancellation)
    {
        if (next.IsCompleted)
            return true;
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var ended = await Task.WhenAny(next, Task.Delay(Silence, clock, silence.Token)) == next || cancellation.IsCancellationRequested;
        await silence.CancelAsync();
        return ended;
    }

    // The engine's JSON has no line breaks, so one data line holds it.
    private static byte[] Frame(ReadOnlySpan<byte> json)
    {
        var frame = new byte["event: next\ndata: "u8.Length + json.Length + 2];
        "event: next\ndata: "u8.CopyTo(frame);
        json.CopyTo(frame.AsSpan("event: next\ndata: "u8.Length));
        "\n\n"u8.CopyTo(frame.AsSpan(frame.Length - 2));
        return frame;
    }
}
