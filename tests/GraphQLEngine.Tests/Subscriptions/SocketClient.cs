using System.IO.Pipelines;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using GraphQLEngine.Subscriptions;

namespace GraphQLEngine.Tests.Subscriptions;

/// <summary>A WebSocket client joined to a handler by two pipes in memory: what either side writes, the other reads, and a side that does not read holds the other back.</summary>
internal sealed class SocketClient : IAsyncDisposable
{
    private readonly Pipe _up;
    private readonly Pipe _down;
    private readonly WebSocket _socket;
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(60));

    private SocketClient(Pipe up, Pipe down, WebSocket socket, Task served) => (_up, _down, _socket, Served) = (up, down, socket, served);

    /// <summary>Ends when the handler is done with the connection.</summary>
    public Task Served { get; }

    public static SocketClient Connect(GraphQLSocketHandler handler, string? protocol = GraphQLSocketHandler.Protocol, CancellationToken stop = default)
    {
        var (up, down) = (new Pipe(), new Pipe());
        var server = WebSocket.CreateFromStream(new Duplex(up.Reader, down.Writer), new WebSocketCreationOptions { IsServer = true, SubProtocol = protocol });
        var client = WebSocket.CreateFromStream(new Duplex(down.Reader, up.Writer), new WebSocketCreationOptions { SubProtocol = protocol });
        return new SocketClient(up, down, client, handler.RunAsync(server, stop));
    }

    /// <summary>A connection that has been acknowledged.</summary>
    public static async Task<SocketClient> Open(GraphQLSocketHandler handler, string payload = "null")
    {
        var client = Connect(handler);
        await client.Send($$"""{"type":"connection_init","payload":{{payload}}}""");
        (await client.Receive()).Should().Be("""{"type":"connection_ack"}""");
        return client;
    }

    public Task Send(string message, WebSocketMessageType type = WebSocketMessageType.Text) => _socket.SendAsync(Encoding.UTF8.GetBytes(message), type, endOfMessage: true, _patience.Token);

    public Task Subscribe(string id, string query) => Send($$$"""{"id":"{{{id}}}","type":"subscribe","payload":{"query":{{{JsonSerializer.Serialize(query)}}}}}""");

    /// <summary>The next message, or <c>close CODE REASON</c>.</summary>
    public async Task<string> Receive()
    {
        var text = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var received = await _socket.ReceiveAsync(buffer.AsMemory(), _patience.Token);
            if (received.MessageType == WebSocketMessageType.Close)
                return $"close {(int)_socket.CloseStatus!} {_socket.CloseStatusDescription}";
            text.Write(buffer, 0, received.Count);
            if (received.EndOfMessage)
                return Encoding.UTF8.GetString(text.ToArray());
        }
    }

    public Task Close() => _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", _patience.Token);

    /// <summary>The line is cut: no close frame, no farewell.</summary>
    public void Vanish()
    {
        _up.Writer.Complete();
        _down.Reader.Complete();
    }

    public async ValueTask DisposeAsync()
    {
        Vanish();
        await Served.WaitAsync(_patience.Token);
        _socket.Dispose();
        _patience.Dispose();
    }

    private sealed class Duplex(PipeReader reader, PipeWriter writer) : Stream
    {
        private readonly Stream _read = reader.AsStream();
        private readonly Stream _write = writer.AsStream();

        public override bool CanRead => true;

        public override bool CanWrite => true;

        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => _read.ReadAsync(buffer, cancellationToken);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => _write.WriteAsync(buffer, cancellationToken);

        public override Task FlushAsync(CancellationToken cancellationToken) => _write.FlushAsync(cancellationToken);

        public override void Flush() => _write.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
