using System.Collections.Concurrent;
using System.Net.WebSockets;
using GraphQLEngine.Execution;
using GraphQLEngine.Http;

namespace GraphQLEngine.Subscriptions;

/// <summary>The operations that run on one connection, by the ids that the client gave them.</summary>
internal sealed class SocketOperations(GraphQLHttpHandler http, SocketSender sender)
{
    private readonly ConcurrentDictionary<string, Running> _running = new();

    private sealed class Running(CancellationTokenSource stop)
    {
        public CancellationTokenSource Stop { get; } = stop;

        public Task Task { get; set; } = Task.CompletedTask;
    }

    public int Count => _running.Count;

    /// <summary>False when an operation of this id is running.</summary>
    public bool TryStart(string id, WireRequest wire, SocketAdmission admission, Func<int, string, Task> close, CancellationToken stop)
    {
        var running = new Running(CancellationTokenSource.CreateLinkedTokenSource(stop));
        if (!_running.TryAdd(id, running))
        {
            running.Stop.Dispose();
            return false;
        }
        // On another thread: an operation that never has to wait would keep the connection from hearing its client.
        running.Task = Task.Run(() => Run(id, wire, admission, close, running), CancellationToken.None);
        return true;
    }

    public async Task Complete(string id)
    {
        if (!_running.TryRemove(id, out var running))
            return;
        try
        {
            await running.Stop.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // It ended by itself at the same moment.
        }
    }

    /// <summary>Waits for what still runs, though not for a resolver that does not hear its cancellation.</summary>
    public async Task Ended()
    {
        try
        {
            await Task.WhenAll(_running.Values.Select(running => running.Task)).WaitAsync(TimeSpan.FromSeconds(5));
        }
        catch (TimeoutException)
        {
            // Its services may be gone when it wakes; whatever it throws then is logged as unexpected.
        }
    }

    // Each response is sent before the next is asked for: a slow client holds back its own sources and nobody else's.
    private async Task Run(string id, WireRequest wire, SocketAdmission admission, Func<int, string, Task> close, Running running)
    {
        try
        {
            var finished = await Stream(id, wire, admission, running);
            Free(id, running);
            if (finished && !running.Stop.IsCancellationRequested)
                await sender.SendComplete(id, running.Stop.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // The client completed the operation, or the connection closed.
        }
        catch (Exception error)
        {
            http.Schema.Options.OnUnexpectedError?.Invoke(new UnexpectedError(Telemetry.TraceId(), "socket", error));
            await close(4500, "Internal server error");
        }
        finally
        {
            Free(id, running);
            running.Stop.Dispose();
        }
    }

    /// <summary>For the client's next operation, before it hears that this one is over.</summary>
    private void Free(string id, Running running) => _running.TryRemove(KeyValuePair.Create(id, running));

    private async Task<bool> Stream(string id, WireRequest wire, SocketAdmission admission, Running running)
    {
        var stop = running.Stop.Token;
        var query = http.Documents.Find(wire, out var missing);
        if ((wire.Fault ?? missing) is { } error)
        {
            Free(id, running);
            await sender.SendError(id, error, stop);
            return false;
        }
        var request = new GraphQLRequest { OperationName = wire.OperationName, Services = admission.Services };
        await foreach (var response in SubscriptionExecutor.Subscribe(http.Schema, request, query, wire.Variables, stop))
        {
            using var output = response.Output;
            var isData = response.Outcome is ExecutionOutcome.Data or ExecutionOutcome.PartialData;
            if (!isData)
                Free(id, running);
            await sender.SendResponse(id, output, isData, stop);
            if (!isData)
                return false;
        }
        return true;
    }
}
