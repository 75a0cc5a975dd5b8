using System.Buffers;
using System.Text;
using GraphQLEngine.Errors;
using GraphQLEngine.Execution;
using GraphQLEngine.Language;

namespace GraphQLEngine.Http;

/// <summary>Serves a schema over HTTP (GraphQL over HTTP, draft), for any server: src/PlanRegistry.Server/Web/GraphQLEndpoint.cs is the adapter to ASP.NET.</summary>
/// <param name="schema">What is served.</param>
/// <param name="options">How.</param>
public sealed class GraphQLHttpHandler(Schema schema, GraphQLHttpOptions? options = null)
{
    private static readonly string[] PreflightHeaders = ["GraphQL-Require-Preflight", "Apollo-Require-Preflight", "X-Apollo-Operation-Name"];

    private readonly GraphQLHttpOptions _options = options ?? new GraphQLHttpOptions();

    /// <summary>The schema that is served.</summary>
    public Schema Schema { get; } = schema;

    internal Documents Documents { get; } = new(schema, options ?? new GraphQLHttpOptions());

    private Limits Limits => Schema.Options.Limits;

    /// <summary>Answers one request. Never throws for what a client sent.</summary>
    /// <param name="http">The request.</param>
    /// <param name="cancellation">The client is gone.</param>
    public GraphQLHttpResponse Handle(GraphQLHttpRequest http, CancellationToken cancellation = default)
    {
        if (MediaTypes.Negotiate(http.Accept) is not { } mediaType)
            return Refuse(406, MediaTypes.Json, $"The response can be {MediaTypes.GraphQL}, {MediaTypes.Json} or {MediaTypes.EventStream}.");
        if (Check(http, mediaType) is { } refused)
            return refused;
        var wire = http.Method == "POST" ? ReadBody(http.Body) : RequestReader.ReadQueryString(http.QueryString, Limits.MaxNesting);
        return Run(http, wire, mediaType, cancellation);
    }

    private GraphQLHttpResponse? Check(in GraphQLHttpRequest http, string mediaType)
    {
        switch (http.Method)
        {
            case "POST":
                if (string.IsNullOrEmpty(http.ContentType))
                    return Refuse(400, mediaType, "The Content-Type header is missing; it must be application/json.", ErrorCodes.CsrfProtection);
                if (!MediaTypes.IsJson(http.ContentType))
                    return Refuse(415, mediaType, "The Content-Type must be application/json in UTF-8.");
                if (http.Header?.Invoke("Content-Encoding") is { Length: > 0 } encoding && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
                    return Refuse(415, mediaType, "The body must not be compressed: send it without Content-Encoding.");
                return http.Body.Length > Limits.MaxBodyBytes ? TooLarge(mediaType) : null;
            case "GET" or "HEAD":
                if (!HasPreflightHeader(http))
                    return Refuse(400, mediaType, $"A GET request needs one of the headers {string.Join(", ", PreflightHeaders)}, so that no other web site can send it.", ErrorCodes.CsrfProtection);
                return (http.QueryString?.Length ?? 0) > Limits.MaxBodyBytes ? TooLarge(mediaType) : null;
            default:
                return Refuse(405, mediaType, "The method must be GET or POST.", allow: "GET, POST");
        }
    }

    private static bool HasPreflightHeader(GraphQLHttpRequest http) => Array.Exists(PreflightHeaders, name => !string.IsNullOrEmpty(http.Header?.Invoke(name)));

    private WireRequest ReadBody(in ReadOnlySequence<byte> body)
    {
        if (body.IsSingleSegment)
            return RequestReader.Read(body.FirstSpan, Limits);
        var rented = ArrayPool<byte>.Shared.Rent((int)body.Length);
        body.CopyTo(rented);
        var request = RequestReader.Read(rented.AsSpan(0, (int)body.Length), Limits);
        ArrayPool<byte>.Shared.Return(rented);
        return request;
    }

    private GraphQLHttpResponse Run(GraphQLHttpRequest http, WireRequest wire, string mediaType, CancellationToken cancellation)
    {
        if (wire.Fault is { } fault)
            return Refuse(400, mediaType, fault.Message, fault.Code);
        if (wire.Batch is { } batch)
            return RunBatch(http, batch, mediaType, cancellation);
        var query = Documents.Find(wire, out var missing);
        if (missing is not null)
            return Refuse(StatusOfMissing(missing, mediaType), mediaType, missing.Message, missing.Code);
        var request = RequestOf(http, wire);
        if (mediaType == MediaTypes.EventStream)
            return new GraphQLHttpResponse(Subscriptions.EventStream.Write(Schema, request, query, wire.Variables, cancellation));
        var output = new JsonOutput();
        try
        {
            var outcome = Schema.Executor.Execute(request, query, wire.Variables, output, cancellation);
            var isMutationOverGet = outcome == ExecutionOutcome.OperationNotAllowed && request.QueriesOnly;
            return new GraphQLHttpResponse(isMutationOverGet ? 405 : StatusOf(outcome, mediaType), $"{mediaType}; charset=utf-8", output) { Allow = isMutationOverGet ? "POST" : null };
        }
        catch
        {
            output.Dispose();
            throw;
        }
    }

    // An array that was run is 200, as its responses may differ; its media type is that of one response.
    private GraphQLHttpResponse RunBatch(GraphQLHttpRequest http, IReadOnlyList<WireRequest> batch, string mediaType, CancellationToken cancellation)
    {
        if (mediaType == MediaTypes.EventStream)
            return Refuse(400, mediaType, "A batch of requests cannot be answered by Server-Sent Events.");
        var output = new JsonOutput();
        try
        {
            var ran = BatchExecutor.Execute(Schema, Documents, [.. batch.Select(wire => new BatchExecutor.Entry(RequestOf(http, wire), wire))], output, cancellation);
            return new GraphQLHttpResponse(ran ? 200 : StatusOf(ExecutionOutcome.RequestError, mediaType), $"{mediaType}; charset=utf-8", output);
        }
        catch
        {
            output.Dispose();
            throw;
        }
    }

    private static GraphQLRequest RequestOf(in GraphQLHttpRequest http, WireRequest wire)
    {
        var cost = http.Header?.Invoke("GraphQL-Cost");
        return new GraphQLRequest
        {
            OperationName = wire.OperationName,
            Services = http.Services,
            QueriesOnly = http.Method != "POST",
            ReportCost = cost == "report",
            ValidateCostOnly = cost == "validate",
        };
    }

    // Clients of automatic persisted queries expect 200 and look at the code.
    private static int StatusOfMissing(GraphQLError error, string mediaType) =>
        error.Code is ErrorCodes.PersistedQueryNotFound or ErrorCodes.PersistedQueryNotSupported && mediaType == MediaTypes.Json ? 200 : 400;

    private int StatusOf(ExecutionOutcome outcome, string mediaType) => (outcome, _options.StatusCodes) switch
    {
        (ExecutionOutcome.Data, _) => 200,
        (ExecutionOutcome.PartialData, HttpStatusCodes.Draft2026) when mediaType == MediaTypes.GraphQL => 294,
        (ExecutionOutcome.PartialData, _) => 200,
        (ExecutionOutcome.SyntaxError, HttpStatusCodes.Draft2026) => 400,
        (_, HttpStatusCodes.Draft2026) => 422,
        _ => mediaType == MediaTypes.GraphQL ? 400 : 200,
    };

    /// <summary>The answer to a body above <see cref="Limits.MaxBodyBytes"/>, for a server that stops reading there.</summary>
    /// <param name="accept">The Accept header.</param>
    public GraphQLHttpResponse BodyTooLarge(string? accept) => TooLarge(MediaTypes.Negotiate(accept) ?? MediaTypes.Json);

    private GraphQLHttpResponse TooLarge(string mediaType) => Refuse(413, mediaType, $"The request must not be larger than {Limits.MaxBodyBytes} bytes.", ErrorCodes.LimitExceeded);

    private static GraphQLHttpResponse Refuse(int status, string mediaType, string message, string code = ErrorCodes.BadUserInput, string? allow = null)
    {
        var output = new JsonOutput();
        ResponseWriter.WriteRequestErrors(output, [new GraphQLError(message, code)]);
        var written = mediaType == MediaTypes.EventStream ? MediaTypes.Json : mediaType;
        return new GraphQLHttpResponse(status, $"{written}; charset=utf-8", output) { Allow = allow };
    }
}
