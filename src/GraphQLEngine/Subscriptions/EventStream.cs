using System.Runtime.CompilerServices;
using GraphQLEngine.Language;

namespace GraphQLEngine.Subscriptions;

/// <summary>Server-Sent Events in distinct connections mode (graphql-sse, PROTOCOL.md): one request, <c>next</c> events, then <c>complete</c>.</summary>
internal static class EventStream
{
    private static readonly byte[] Complete = "event: complete\ndata:\n\n"u8.ToArray();

    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> Write(
        Schema schema, GraphQLRequest request, ReadOnlyMemory<byte> query, ValueNode? variables, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // A comment first: proxies and clients see at once that the stream is open.
        yield return ":\n\n"u8.ToArray();
        await foreach (var response in SubscriptionExecutor.Subscribe(schema, request, query, variables, cancellation))
        {
            using var output = response.Output;
            yield return Frame(output.Written.Span);
        }
        yield return Complete;
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
