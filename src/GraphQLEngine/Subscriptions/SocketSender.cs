using System.Net.WebSockets;
using System.Text;
using GraphQLEngine.Errors;
using GraphQLEngine.Execution;

namespace GraphQLEngine.Subscriptions;

/// <summary>Writes the messages of a connection one at a time. A client that does not read is given up after <see cref="Limits.SocketSendTimeout"/>: what it does not take must not pile up here.</summary>
/// <param name="socket">Where they go.</param>
/// <param name="patience">How long one message may take.</param>
/// <param name="clock">Of that time.</param>
/// <param name="giveUp">Cuts the connection.</param>
internal sealed class SocketSender(WebSocket socket, TimeSpan patience, TimeProvider clock, Action giveUp)
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <param name="message">UTF-8.</param>
    /// <param name="stop">Gives up the turn. A message that has begun is sent to its end, because half a frame ends the whole connection.</param>
    public async Task Send(ReadOnlyMemory<byte> message, CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            await Patiently(socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None));
        }
        finally
        {
            _turn.Release();
        }
    }

    private async ValueTask Patiently(ValueTask sending)
    {
        if (sending.IsCompletedSuccessfully)
            return;
        try
        {
            await sending.AsTask().WaitAsync(patience, clock);
        }
        catch (TimeoutException)
        {
            socket.Abort();
            giveUp();
            throw new OperationCanceledException("The client does not read.");
        }
    }

    public Task SendResponse(string id, JsonOutput response, bool isData, CancellationToken stop) =>
        isData ? Send(Envelope(id, "next", response.Written.Span), stop) : Send(Envelope(id, "error", ErrorsOf(response)), stop);

    public Task SendError(string id, GraphQLError error, CancellationToken stop)
    {
        using var output = new JsonOutput();
        ResponseWriter.WriteRequestErrors(output, [error]);
        return Send(Envelope(id, "error", ErrorsOf(output)), stop);
    }

    public Task SendComplete(string id, CancellationToken stop) => Send(Envelope(id, "complete", default), stop);

    /// <summary>Sends the close frame, once; whatever comes later finds the socket closed.</summary>
    public async Task Close(int code, string reason)
    {
        try
        {
            // Whoever has the turn either sends or gives up in time.
            await _turn.WaitAsync();
            try
            {
                if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                    await Patiently(new ValueTask(socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, CancellationToken.None)));
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // It is closed already, or nobody reads.
        }
    }

    // The protocol wants the bare list: a request error is always written as {"errors":[...]}.
    private static ReadOnlySpan<byte> ErrorsOf(JsonOutput output) => output.Written.Span["{\"errors\":".Length..^1];

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
}
