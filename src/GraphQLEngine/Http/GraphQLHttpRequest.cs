using System.Buffers;

namespace GraphQLEngine.Http;

/// <summary>What the handler needs of an HTTP request, whatever server received it.</summary>
public readonly struct GraphQLHttpRequest
{
    /// <summary>The method, upper case.</summary>
    public required string Method { get; init; }

    /// <summary>The raw query string with or without its question mark.</summary>
    public string? QueryString { get; init; }

    /// <summary>The Content-Type header.</summary>
    public string? ContentType { get; init; }

    /// <summary>The Accept header.</summary>
    public string? Accept { get; init; }

    /// <summary>The whole body; the server refuses more than <see cref="Limits.MaxBodyBytes"/> with 413 while reading.</summary>
    public ReadOnlySequence<byte> Body { get; init; }

    /// <summary>Reads any other header: the preflight headers, <c>Content-Encoding</c> and <c>GraphQL-Cost</c>. Null where it is absent.</summary>
    public Func<string, string?>? Header { get; init; }

    /// <summary>Where resolver classes and [Service] parameters come from.</summary>
    public IServiceProvider? Services { get; init; }
}
