namespace GraphQLEngine;

/// <summary>How a schema executes.</summary>
public sealed record EngineOptions
{
    /// <summary>What a request may use.</summary>
    public Limits Limits { get; init; } = new();

    /// <summary>Whether <c>{ }</c> is a selection set, as graphql-js 17 has it and the specification has not.</summary>
    public bool AllowEmptySelections { get; init; }

    /// <summary>Documents kept parsed, validated and compiled, by their text.</summary>
    internal int DocumentCacheSize { get; init; } = 1_000;

    /// <summary>Bytes that kept documents may take with their trees and plans, roughly; refused ones an eighth of it. What was not asked for lately goes first.</summary>
    internal long DocumentCacheBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Refused documents kept with their errors, so that repeating one costs its sender more than the server.</summary>
    internal int FailureCacheSize { get; init; } = 200;

    /// <summary>
    /// Decides, request by request, whether the caller may introspect: asked once, before anything else, over HTTP, Server-Sent Events and WebSockets alike.
    /// Null allows everybody. A refused caller gets <see cref="ErrorCodes.IntrospectionDisabled"/> for <c>__schema</c> and <c>__type</c> and no "did you mean" in any message;
    /// <c>__typename</c> is always answered (specification: Introspection). An exception refuses, and goes to <see cref="OnUnexpectedError"/>.
    /// </summary>
    /// <remarks>The role of the caller is in the request's <see cref="GraphQLRequest.Services"/>.</remarks>
    public Func<GraphQLRequest, bool>? AllowIntrospection { get; init; }

    /// <summary>Called with every exception that is no <see cref="GraphQLException"/>: the client sees a masked message and the same trace id.</summary>
    public Action<UnexpectedError>? OnUnexpectedError { get; init; }

    /// <summary>The clock of the time limit.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}

/// <summary>An exception that the client does not see.</summary>
/// <param name="TraceId">Written to the client as <c>extensions.traceId</c>: the current activity's trace id, else a fresh one.</param>
/// <param name="Coordinate">The field, such as <c>Plan.findings</c>; <c>introspection</c> for <see cref="EngineOptions.AllowIntrospection"/>, <c>socket</c> for a connection.</param>
/// <param name="Exception">What was thrown.</param>
public sealed record UnexpectedError(string TraceId, string Coordinate, Exception Exception);
