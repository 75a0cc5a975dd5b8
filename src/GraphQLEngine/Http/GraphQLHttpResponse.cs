namespace GraphQLEngine.Http;

/// <summary>What the server has to send. Dispose it afterwards: the body is pooled.</summary>
public sealed class GraphQLHttpResponse : IDisposable
{
    private readonly JsonOutput? _output;

    internal GraphQLHttpResponse(int status, string contentType, JsonOutput output) => (Status, ContentType, _output) = (status, contentType, output);

    internal GraphQLHttpResponse(IAsyncEnumerable<ReadOnlyMemory<byte>> events) => (Status, ContentType, Events) = (200, MediaTypes.EventStream + "; charset=utf-8", events);

    /// <summary>The status code.</summary>
    public int Status { get; }

    /// <summary>The Content-Type header.</summary>
    public string ContentType { get; }

    /// <summary>The Allow header, with 405.</summary>
    public string? Allow { get; internal init; }

    /// <summary>The whole body; empty where <see cref="Events"/> is set.</summary>
    public ReadOnlyMemory<byte> Body => _output?.Written ?? default;

    /// <summary>For Server-Sent Events: the pieces to send, each to be flushed. The response must not be buffered or given a length.</summary>
    public IAsyncEnumerable<ReadOnlyMemory<byte>>? Events { get; }

    /// <summary>Gives the body back to its pool.</summary>
    public void Dispose() => _output?.Dispose();
}
