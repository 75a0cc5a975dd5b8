namespace GraphQLEngine.Subscriptions;

/// <summary>What a client said when it opened its connection.</summary>
/// <param name="Payload">The payload of <c>connection_init</c> as JSON, or null.</param>
public sealed record SocketInit(string? Payload);

/// <summary>How the operations of a connection run.</summary>
public sealed record SocketAdmission
{
    /// <summary>Where resolver classes and [Service] parameters come from.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>When it is cancelled (the account ended, the token expired) the connection is closed with 4403.</summary>
    public CancellationToken Ended { get; init; }
}

/// <summary>How connections are admitted.</summary>
public sealed record SocketOptions
{
    /// <summary>Decides about a connection; null refuses it with 4403. Without it every connection is admitted.</summary>
    public Func<SocketInit, ValueTask<SocketAdmission?>>? Admit { get; init; }

    /// <summary>
    /// Whether a page of another origin tries to open the connection: browsers send no preflight for WebSockets, so the server must ask before it accepts one.
    /// </summary>
    /// <param name="origin">The Origin header; absent from clients that are no browsers.</param>
    /// <param name="host">The Host header.</param>
    public static bool IsForeignOrigin(string? origin, string? host) =>
        !string.IsNullOrEmpty(origin) && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, host, StringComparison.OrdinalIgnoreCase));
}
