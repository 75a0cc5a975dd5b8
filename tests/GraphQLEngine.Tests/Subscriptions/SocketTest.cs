using System.Net.WebSockets;
using GraphQLEngine.Http;
using GraphQLEngine.Subscriptions;
using Microsoft.Extensions.Time.Testing;

namespace GraphQLEngine.Tests.Subscriptions;

/// <summary>A schema whose sources wait, end or never do, served over a pair of sockets in memory.</summary>
public abstract class SocketTest
{
    private const string Sdl = "type Query { one: Int! who: String } type Subscription { ticks(count: Int!): Int! forever: Int! endless: Int! said: Int! }";

    /// <summary>What the resolvers of one test share with it.</summary>
    public sealed class Stage
    {
        public Source Said { get; } = new();

        public string? Caller { get; set; }

        public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Freed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    [Resolves("Query")]
    public static class QueryFields
    {
        public static int One() => 1;

        public static string? Who([Service] Stage stage) => stage.Caller;
    }

    [Resolves("Subscription")]
    public static class SubscriptionFields
    {
        public static async IAsyncEnumerable<int> Ticks(int count)
        {
            for (var i = 1; i <= count; i++)
            {
                await Task.Yield();
                yield return i;
            }
        }

        public static async IAsyncEnumerable<int> Forever([Service] Stage stage, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
        {
            try
            {
                yield return 1;
                stage.Started.TrySetResult();
                await Task.Delay(Timeout.Infinite, stop);
            }
            finally
            {
                stage.Freed.TrySetResult();
            }
        }

        // Never waits: it must not keep the connection from hearing its client.
        public static async IAsyncEnumerable<int> Endless([Service] Stage stage)
        {
            await Task.CompletedTask;
            try
            {
                for (var i = 0; ; i++)
                    yield return i;
            }
            finally
            {
                stage.Freed.TrySetResult();
            }
        }

        public static IAsyncEnumerable<int> Said([Service] Stage stage) => stage.Said.Read();
    }

    protected readonly Stage _stage = new();
    private protected readonly FakeTimeProvider _time = new();
    protected readonly List<UnexpectedError> _unexpected = [];
    protected readonly CancellationTokenSource _ended = new();

    protected GraphQLSocketHandler Handler(Limits? limits = null, Func<SocketInit, ValueTask<SocketAdmission?>>? admit = null)
    {
        var options = new EngineOptions { Limits = limits ?? new Limits(), TimeProvider = _time, OnUnexpectedError = _unexpected.Add };
        var schema = TestSchema.Build(Sdl, options, typeof(QueryFields), typeof(SubscriptionFields));
        return new GraphQLSocketHandler(new GraphQLHttpHandler(schema), new SocketOptions { Admit = admit ?? Admit });
    }

    protected ValueTask<SocketAdmission?> Admit(SocketInit init)
    {
        _stage.Caller = init.Payload;
        return new(new SocketAdmission { Services = new TestServices(_stage), Ended = _ended.Token });
    }

    protected static string Next(string id, string data) => $$$"""{"id":"{{{id}}}","type":"next","payload":{"data":{{{data}}}}}""";

    protected static string Complete(string id) => $$"""{"id":"{{id}}","type":"complete"}""";

    protected static Task Patiently(Task task) => task.WaitAsync(TimeSpan.FromSeconds(60));
}
