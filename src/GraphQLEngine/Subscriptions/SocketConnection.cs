using System.Net.WebSockets;
using System.Text;
using GraphQLEngine.Execution;
using GraphQLEngine.Http;

namespace GraphQLEngine.Subscriptions;

/// <summary>One connection of the graphql-transport-ws protocol: its handshake, its messages, its end.</summary>
internal sealed class SocketConnection
{
    private static readonly byte[] Acknowledgement = """{"type":"connection_ack"}"""u8.ToArray();
    private static readonly byte[] Pong = """{"type":"pong"}"""u8.ToArray();

    private readonly Schema _schema;
    private readonly SocketOptions _options;
    private readonly WebSocket _socket;
    private readonly SocketSender _sender;
    private readonly SocketOperations _operations;

    // Ends the operations at once, and the receiving a little later: cancelling a receive aborts the socket, and the client would never hear the close code.
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationTokenSource _abort = new();
    private bool _wasInitialised;
    private SocketAdmission? _admission;
    private CancellationTokenRegistration _ended;

    public SocketConnection(GraphQLHttpHandler http, SocketOptions options, WebSocket socket)
    {
        (_schema, _options, _socket) = (http.Schema, options, socket);
        _sender = new SocketSender(socket, Limits.SocketSendTimeout, _schema.Options.TimeProvider, GiveUp);
        _operations = new SocketOperations(http, _sender);
    }

    private Limits Limits => _schema.Options.Limits;

    public async Task Run(CancellationToken cancellation)
    {
        using var operations = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _closing.Token);
        await using var going = cancellation.Register(() => _ = Close(1001, "Going away"));
        try
        {
            if (_socket.SubProtocol != GraphQLSocketHandler.Protocol)
                await Close(4406, "Subprotocol not acceptable");
            await Receive(operations.Token, _abort.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // The other side went away, or we closed.
        }
        catch (Exception error)
        {
            _schema.Options.OnUnexpectedError?.Invoke(new UnexpectedError(Telemetry.TraceId(), "socket", error));
            await Close(4500, "Internal server error");
        }
        finally
        {
            // The token of an admission outlives the connection, which must not hang on to it.
            await _ended.DisposeAsync();
            await _closing.CancelAsync();
            await _operations.Ended();
        }
    }

    private async Task Receive(CancellationToken operations, CancellationToken receiving)
    {
        await using var timer = _schema.Options.TimeProvider.CreateTimer(_ => CloseUninitialised(), null, Limits.SocketInitTimeout, Timeout.InfiniteTimeSpan);
        var buffer = new byte[4096];
        var length = 0;
        while (_socket.State is WebSocketState.Open or WebSocketState.CloseSent)
        {
            if (length == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var received = await _socket.ReceiveAsync(buffer.AsMemory(length), receiving);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                await Close(1000, "");
                return;
            }
            // After our own close frame only the client's is awaited.
            length = _socket.State == WebSocketState.Open ? length + received.Count : 0;
            if (_socket.State != WebSocketState.Open)
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
        { Type: "ping" } => _sender.Send(Pong, stop),
        { Type: "pong" } => Task.CompletedTask,
        { Type: "subscribe" } => Subscribe(message, stop),
        { Type: "complete", Id: { } id } => _operations.Complete(id),
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
        _admission = _options.Admit is { } admit ? await admit(new SocketInit(message.Payload)) : new SocketAdmission();
        if (_admission is null)
        {
            await Close(4403, "Forbidden");
            return;
        }
        _ended = _admission.Ended.Register(() => _ = Close(4403, "Forbidden"));
        await _sender.Send(Acknowledgement, stop);
    }

    private Task Subscribe(SocketMessage message, CancellationToken stop)
    {
        if (_admission is null)
            return Close(4401, "Unauthorized");
        if (string.IsNullOrEmpty(message.Id) || message.Request is null)
            return Close(4400, "Invalid message received");
        if (_operations.Count >= Limits.MaxSocketOperations)
            return _sender.SendError(message.Id, new Errors.GraphQLError($"A connection runs at most {Limits.MaxSocketOperations} operations at once.", ErrorCodes.LimitExceeded), stop);
        if (_operations.TryStart(message.Id, message.Request, _admission, Close, stop))
            return Task.CompletedTask;
        // A close frame has room for 123 bytes (RFC 6455, section 5.5).
        return Close(4409, $"Subscriber for {(Encoding.UTF8.GetByteCount(message.Id) > 64 ? "this id" : message.Id)} already exists");
    }

    private void GiveUp()
    {
        _closing.Cancel();
        _abort.Cancel();
    }

    private async Task Close(int code, string reason)
    {
        await _sender.Close(code, reason);
        _abort.CancelAfter(TimeSpan.FromSeconds(2));
        await _closing.CancelAsync();
    }
}
