using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using GraphQLEngine.Errors;
using GraphQLEngine.Execution;
using GraphQLEngine.Http;

namespace GraphQLEngine.Subscriptions;

/// <summary>Serves a schema over WebSockets by the graphql-transport-ws protocol (graphql-ws, PROTOCOL.md), with its close codes.</summary>
/// <param name="http">Lends its schema, persisted queries and trusted documents.</param>
/// <param name="options">How connections are admitted.</param>
public sealed class GraphQLSocketHandler(GraphQLHttpHandler http, SocketOptions? options = null)
{
    /// <summary>The sub-protocol to accept.</summary>
    public const string Protocol = "graphql-transport-ws";

    private readonly SocketOptions _options = options ?? new SocketOptions();

    /// <summary>Talks on an accepted socket until one side closes it. Never throws for what a client sent.</summary>
    /// <param name="socket">Accepted with <see cref="Protocol"/>; with another sub-protocol it is closed with 4406.</param>
    /// <param name="cancellation">The server stops, or the client is gone: the socket is closed with 1001.</param>
    public Task RunAsync(WebSocket socket, CancellationToken cancellation = default) => new Connection(http, _options, socket).Run(cancellation);

    private sealed class Connection(GraphQLHttpHandler http, SocketOptions options, WebSocket socket)
    {
        private readonly ConcurrentDictionary<string, CancellationTokenSource> _operations = new();
        private readonly SemaphoreSlim _sending = new(1, 1);
        // Ends the operations at once, and the receiving a little later: cancelling a receive aborts the socket, and the client would never hear the close code.
        private readonly CancellationTokenSource _closing = new();
        private readonly CancellationTokenSource _abort = new();
        private bool _wasInitialised;
        private SocketAdmission? _admission;

        private Limits Limits => http.Schema.Options.Limits;

        public async Task Run(CancellationToken cancellation)
        {
            using var operations = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _closing.Token);
            await using var going = cancellation.Register(() => _ = Close(1001, "Going away"));
            try
            {
                if (socket.SubProtocol != Protocol)
                    await Close(4406, "Subprotocol not acceptable");
                await Receive(operations.Token, _abort.Token);
            }
            catch (Exception error) when (error is OperationCanceledException or WebSocketException or ObjectDisposedException)
            {
                // The other side went away, or we closed.
            }
            finally
            {
                await _closing.CancelAsync();
            }
        }

        private async Task Receive(CancellationToken operations, CancellationToken receiving)
        {
            var initTimer = http.Schema.Options.TimeProvider.CreateTimer(_ => CloseUninitialised(), null, Limits.SocketInitTimeout, Timeout.InfiniteTimeSpan);
            await using var timer = initTimer;
            var buffer = new byte[4096];
            var length = 0;
            while (socket.State is WebSocketState.Open or WebSocketState.CloseSent)
            {
                if (length == buffer.Length)
                    Array.Resize(ref buffer, buffer.Length * 2);
                var received = await socket.ReceiveAsync(buffer.AsMemory(length), receiving);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    await Close(1000, "");
                    return;
                }
                // After our own close frame only the client's is awaited.
                length = socket.State == WebSocketState.Open ? length + received.Count : 0;
                if (socket.State != WebSocketState.Open)
                    continue;
                if (length > Limits.MaxBodyBytes)
                    await Close(1009, "Message too big");
                else if (received.MessageType != WebSocketMessageType.Text)
                    await Close(4400, "Invalid message received");
                else if (received.EndOfMessage)
                    await Handle(SocketMessage.Read(buffer.AsSpan(0, length), Limits.MaxNesting), operations);
                if (received.EndOfMessage)
                    length = 0;
            }
        }

        private void CloseUninitialised()
        {
            if (!_wasInitialised)
                _ = Close(4408, "Connection initialisation timeout");
        }

        private Task Handle(SocketMessage? message, CancellationToken stop) => message switch
        {
            { Type: "connection_init" } => Initialise(message, stop),
            { Type: "ping" } => Send("""{"type":"pong"}"""u8.ToArray(), stop),
            { Type: "pong" } => Task.CompletedTask,
            { Type: "subscribe" } => Subscribe(message, stop),
            { Type: "complete", Id: { } id } => Complete(id),
            _ => Close(4400, "Invalid message received"),
        };

        private async Task Initialise(SocketMessage message, CancellationToken stop)
        {
            if (_wasInitialised)
            {
                await Close(4429, "Too many initialisation requests");
                return;
            }
            _wasInitialised = true;
            _admission = options.Admit is { } admit ? await admit(new SocketInit(message.Payload)) : new SocketAdmission();
            if (_admission is null)
            {
                await Close(4403, "Forbidden");
                return;
            }
            _admission.Ended.Register(() => _ = Close(4403, "Forbidden"));
            await Send("""{"type":"connection_ack"}"""u8.ToArray(), stop);
        }

        private async Task Subscribe(SocketMessage message, CancellationToken stop)
        {
            if (_admission is null)
            {
                await Close(4401, "Unauthorized");
                return;
            }
            if (string.IsNullOrEmpty(message.Id) || message.Request is null)
            {
                await Close(4400, "Invalid message received");
                return;
            }
            if (_operations.Count >= Limits.MaxSocketOperations)
            {
                await SendErrors(message.Id, new GraphQLError($"A connection runs at most {Limits.MaxSocketOperations} operations at once.", ErrorCodes.LimitExceeded), stop);
                return;
            }
            var operation = CancellationTokenSource.CreateLinkedTokenSource(stop);
            if (!_operations.TryAdd(message.Id, operation))
            {
                operation.Dispose();
                await Close(4409, $"Subscriber for {(message.Id.Length > 64 ? "this id" : message.Id)} already exists");
                return;
            }
            _ = RunOperation(message.Id, message.Request, operation);
        }

        private async Task Complete(string id)
        {
            if (_operations.TryRemove(id, out var operation))
                await operation.CancelAsync();
        }

        // Each response is sent before the next is asked for: a slow client holds back its own sources and nobody else's.
        private async Task RunOperation(string id, WireRequest wire, CancellationTokenSource operation)
        {
            try
            {
                var finished = await Stream(id, wire, operation.Token);
                // Free for the client's next operation before it hears that this one is over.
                _operations.TryRemove(KeyValuePair.Create(id, operation));
                if (finished && !operation.IsCancellationRequested)
                    await Send(Envelope(id, "complete", default), operation.Token);
            }
            catch (Exception error) when (error is OperationCanceledException or WebSocketException or ObjectDisposedException)
            {
                // The client completed the operation, or the connection closed.
            }
            catch (Exception error)
            {
                http.Schema.Options.OnUnexpectedError?.Invoke(new UnexpectedError("", "socket", error));
                await Close(4500, "Internal server error");
            }
            finally
            {
                _operations.TryRemove(KeyValuePair.Create(id, operation));
                operation.Dispose();
            }
        }

        private async Task<bool> Stream(string id, WireRequest wire, CancellationToken stop)
        {
            var query = http.Documents.Find(wire, out var missing);
            if ((wire.Fault ?? missing) is { } error)
            {
                await SendErrors(id, error, stop);
                return false;
            }
            await foreach (var response in SubscriptionExecutor.Subscribe(http.Schema, RequestOf(wire), query, wire.Variables, stop))
            {
                using var output = response.Output;
                var isData = response.Outcome is ExecutionOutcome.Data or ExecutionOutcome.PartialData;
                await Send(isData ? Envelope(id, "next", output.Written.Span) : Envelope(id, "error", ErrorsOf(output)), stop);
                if (!isData)
                    return false;
            }
            return true;
        }

        private GraphQLRequest RequestOf(WireRequest wire) => new()
        {
            OperationName = wire.OperationName,
            Services = _admission!.Services,
            Items = _admission.Items,
            RootValue = _admission.RootValue,
        };

        // The protocol wants the bare list: a request error is always written as {"errors":[...]}.
        private static ReadOnlySpan<byte> ErrorsOf(JsonOutput output) => output.Written.Span["{\"errors\":".Length..^1];

        private Task SendErrors(string id, GraphQLError error, CancellationToken stop)
        {
            using var output = new JsonOutput();
            ResponseWriter.WriteRequestErrors(output, [error]);
            return Send(Envelope(id, "error", ErrorsOf(output)), stop);
        }

        private static byte[] Envelope(string id, string type, ReadOnlySpan<byte> payload)
        {
            using var message = new JsonOutput();
            message.WriteRaw("{\"id\":"u8);
            message.WriteString(id);
            message.WriteRaw(Encoding.ASCII.GetBytes($",\"type\":\"{type}\""));
            if (!payload.IsEmpty)
            {
                message.WriteRaw(",\"payload\":"u8);
                message.WriteRaw(payload);
            }
            message.WriteByte((byte)'}');
            return message.Written.ToArray();
        }

        private async Task Send(byte[] message, CancellationToken stop)
        {
            await _sending.WaitAsync(stop);
            try
            {
                await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, stop);
            }
            finally
            {
                _sending.Release();
            }
        }

        private async Task Close(int code, string reason)
        {
            try
            {
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
                await _sending.WaitAsync(patience.Token);
                try
                {
                    if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                        await socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, patience.Token);
                }
                finally
                {
                    _sending.Release();
                }
            }
            catch (Exception error) when (error is OperationCanceledException or WebSocketException or ObjectDisposedException)
            {
                // It is closed already.
            }
            _abort.CancelAfter(TimeSpan.FromSeconds(2));
            await _closing.CancelAsync();
        }
    }
}
