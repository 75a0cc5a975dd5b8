using System.Buffers;
using System.Diagnostics;
using System.Text;
using GraphQLEngine.Http;

namespace GraphQLHost;

/// <summary>What the engine alone needs for a request, without Kestrel: time and allocations per request.</summary>
internal static class Measure
{
    private static readonly (string Name, string Query, string Variables)[] Cases =
    [
        ("q1", "query q1($id: ID!) { plan(id: $id) { id code title status version startDate endDate budget } }", """{"id":"1234"}"""),
        ("q2",
            "query q2($first: Int!, $after: String) { plans(first: $first, after: $after) { nodes { id code title "
                + "status department { id code name } parent { id code title } } pageInfo { hasNextPage endCursor } } }",
            """{"first":50,"after":"100"}"""),
        ("q3",
            "query q3($first: Int!, $after: String) { plans(first: $first, after: $after) { nodes { id code title "
                + "indicators { id name unit target actual weight } } pageInfo { hasNextPage endCursor } } }",
            """{"first":50,"after":"100"}"""),
        ("q4", "query q4 { __schema { types { name fields { name type { name kind ofType { name } } } } } }", "{}"),
    ];

    public static void Run(GraphQLHttpHandler handler)
    {
        foreach (var (name, query, variables) in Cases)
        {
            var body = Encoding.UTF8.GetBytes($$"""{"operationName":"{{name}}","query":"{{query}}","variables":{{variables}}}""");
            Repeat(handler, body, TimeSpan.FromSeconds(2));
            var (requests, bytes, elapsed) = Repeat(handler, body, TimeSpan.FromSeconds(2));
            Console.WriteLine(
                $"{name}: {elapsed.TotalMicroseconds / requests,8:F2} us/request, {bytes / requests,8} bytes allocated/request");
        }
    }

    private static (long Requests, long Bytes, TimeSpan Elapsed) Repeat(GraphQLHttpHandler handler, byte[] body, TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var requests = 0L;
        while (clock.Elapsed < time)
        {
            for (var i = 0; i < 100; i++, requests++)
            {
                using var response =
                    handler.Handle(new GraphQLHttpRequest { Method = "POST", ContentType = "application/json",
                        Accept = "application/json", Body = new ReadOnlySequence<byte>(body) });
                if (response.Status != 200)
                    throw new InvalidOperationException(Encoding.UTF8.GetString(response.Body.Span));
            }
        }
        return (requests, GC.GetAllocatedBytesForCurrentThread() - before, clock.Elapsed);
    }
}
