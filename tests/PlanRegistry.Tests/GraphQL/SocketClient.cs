using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace PlanRegistry.Tests.GraphQL;

/// <summary>A client of graphql-transport-ws that waits for at most half a minute.</summary>
internal sealed class SocketClient : IDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource patience = new(TimeSpan.FromSeconds(120));

    private SocketClient() => socket.Options.CollectHttpResponseDetails = true;

    /// <summary>The status of the answer to the upgrade: 101 when the socket is open.</summary>
    public int Status => (int)socket.HttpStatusCode;

    /// <summary>A socket that is open, or was refused.</summary>
    public static async Task<SocketClient> Connect(
        HttpClient server, string? protocol = "graphql-transport-ws", params (string Name, string Value)[] headers)
    {
        var client = new SocketClient();
        if (protocol is not null)
        {
            client.socket.Options.AddSubProtocol(protocol);
        }
        foreach (var (name, value) in headers)
        {
            client.socket.Options.SetRequestHeader(name, value);
        }
        try
        {
            var address = new UriBuilder(server.BaseAddress!) { Scheme = "ws", Path = "/graphql" }.Uri;
            await client.socket.ConnectAsync(address, client.patience.Token);
        }
        catch (WebSocketException) when (client.Status != 0)
        {
            // The status says it.
        }
        return client;
    }

    /// <summary>A socket whose client is admitted.</summary>
    /// <param name="introduction">The payload of connection_init.</param>
    public static async Task<SocketClient> Open(HttpClient server, object? introduction = null)
    {
        var client = await Connect(server);
        await client.Send(introduction is null ? """{"type":"connection_init"}"""
            : JsonSerializer.Serialize(new { type = "connection_init", payload = introduction }));
        (await client.Receive()).Should().Be("""{"type":"connection_ack"}""");
        return client;
    }

    public Task Send(string message, WebSocketMessageType type = WebSocketMessageType.Text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message), type, endOfMessage: true, patience.Token);

    /// <summary>Subscribes, and returns when the server stands where it will go on from: it handles messages in order.</summary>
    public async Task Subscribe(string id, string query, object? variables = null)
    {
        await Send(JsonSerializer.Serialize(new { id, type = "subscribe", payload = new { query, variables } }));
        await Send("""{"type":"ping"}""");
        (await Receive()).Should().Be("""{"type":"pong"}""");
    }

    /// <summary>The next message, or "close CODE REASON".</summary>
    public async Task<string> Receive()
    {
        var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return $"close {(int)socket.CloseStatus!} {socket.CloseStatusDescription}";
            }
            text.Write(buffer, 0, received.Count);
            if (received.EndOfMessage)
            {
                return Encoding.UTF8.GetString(text.ToArray());
            }
        }
    }

    /// <summary>The next event of an operation.</summary>
    public async Task<Response> Next(string id)
    {
        var message = JsonSerializer.Deserialize<JsonElement>(await Receive());
        message.Text("type").Should().Be("next", message.ToString());
        message.Text("id").Should().Be(id);
        return message.At("payload").Deserialize<Response>(ServerTest.JsonForm)!;
    }

    public void Dispose()
    {
        socket.Dispose();
        patience.Dispose();
    }
}
