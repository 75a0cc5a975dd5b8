using System.Net.WebSockets;
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

    /// <summary>Talks on an accepted socket until one side closes it, and ends when its operations have ended. Never throws for what a client sent.</summary>
    /// <param name="socket">Accepted with <see cref="Protocol"/>; with another sub-protocol it is closed with 4406.</param>
    /// <param name="cancellation">The server stops, or the client is gone: the socket is closed with 1001.</param>
    public Task RunAsync(WebSocket socket, CancellationToken cancellation = default) => new SocketConnection(http, _options, socket).Run(cancellation);
}
