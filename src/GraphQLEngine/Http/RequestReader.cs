using System.Text;
using System.Text.Json;
using GraphQLEngine.Errors;
using GraphQLEngine.Execution;
using GraphQLEngine.Language;

namespace GraphQLEngine.Http;

/// <summary>One GraphQL request as it came over the wire. The query stays UTF-8: it is the key of the document cache.</summary>
internal sealed class WireRequest
{
    public ReadOnlyMemory<byte>? Query { get; set; }

    public string? OperationName { get; set; }

    public ValueNode? Variables { get; set; }

    public ValueNode? Extensions { get; set; }

    public string? DocumentId { get; set; }

    /// <summary>The requests of an array, in their order; null for a single request.</summary>
    public IReadOnlyList<WireRequest>? Batch { get; init; }

    /// <summary>What is wrong with the request, where something is.</summary>
    public GraphQLError? Fault { get; set; }

    public static WireRequest Faulty(string message, string code = ErrorCodes.BadUserInput) => new() { Fault = new GraphQLError(message, code) };
}

/// <summary>Reads requests from JSON bodies and query strings (GraphQL over HTTP, Request Parameters; arrays by its RFC on batching).</summary>
internal static class RequestReader
{
    // Nesting is counted where values are built; the reader itself needs no stack for it.
    public static readonly JsonReaderOptions Options = new() { MaxDepth = int.MaxValue };

    public static WireRequest Read(ReadOnlySpan<byte> json, Limits limits)
    {
        // A byte order mark is no JSON, but some clients send it.
        if (json.StartsWith(Encoding.UTF8.Preamble))
            json = json[Encoding.UTF8.Preamble.Length..];
        var reader = new Utf8JsonReader(json, Options);
        try
        {
            reader.Read();
            var request = reader.TokenType switch
            {
                JsonTokenType.StartObject => ReadObject(ref reader, limits.MaxNesting),
                JsonTokenType.StartArray => ReadArray(ref reader, limits),
                _ => WireRequest.Faulty("The request body must be a JSON object."),
            };
            return request.Fault is null && reader.Read() ? WireRequest.Faulty("The request body must be a single JSON object.") : request;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or DecoderFallbackException)
        {
            // InvalidOperationException: a string with half a surrogate pair.
            return WireRequest.Faulty("The request body is no JSON.");
        }
        catch (SyntaxErrorException error)
        {
            return WireRequest.Faulty(error.Message, error.Code);
        }
    }

    // One request too many ends the reading: an array is refused whole before anything of it runs.
    private static WireRequest ReadArray(ref Utf8JsonReader reader, Limits limits)
    {
        if (limits.MaxBatch <= 0)
            return WireRequest.Faulty("Batches of requests are not allowed.");
        var requests = new List<WireRequest>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (requests.Count == limits.MaxBatch)
                return WireRequest.Faulty($"A batch has at most {limits.MaxBatch} requests.", ErrorCodes.LimitExceeded);
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                requests.Add(ReadObject(ref reader, limits.MaxNesting));
                continue;
            }
            requests.Add(WireRequest.Faulty("Each request of a batch must be a JSON object."));
            reader.Skip();
        }
        return requests.Count == 0 ? WireRequest.Faulty("A batch must have at least one request.") : new WireRequest { Batch = requests };
    }

    /// <summary>Reads the object that the reader stands on, to its end.</summary>
    public static WireRequest ReadObject(ref Utf8JsonReader reader, int maxNesting)
    {
        var request = new WireRequest();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (reader.ValueTextEquals("query"u8))
                request.Query = Text(ref reader, "query", request) ? Bytes(ref reader) : null;
            else if (reader.ValueTextEquals("operationName"u8))
                request.OperationName = Text(ref reader, "operationName", request) ? reader.GetString() : null;
            else if (reader.ValueTextEquals("documentId"u8))
                request.DocumentId = Text(ref reader, "documentId", request) ? reader.GetString() : null;
            else if (reader.ValueTextEquals("variables"u8))
                request.Variables = Map(ref reader, "variables", maxNesting, request);
            else if (reader.ValueTextEquals("extensions"u8))
                request.Extensions = Map(ref reader, "extensions", maxNesting, request);
            else
                Skip(ref reader);
        }
        return request;
    }

    public static WireRequest ReadQueryString(string? queryString, int maxNesting)
    {
        var request = new WireRequest();
        foreach (var pair in (queryString ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var split = pair.IndexOf('=', StringComparison.Ordinal);
            var name = Unescape(split < 0 ? pair : pair[..split]);
            var value = split < 0 ? "" : Unescape(pair[(split + 1)..]);
            switch (name)
            {
                case "query": request.Query = Encoding.UTF8.GetBytes(value); break;
                case "operationName": request.OperationName = value; break;
                case "documentId": request.DocumentId = value; break;
                case "variables": request.Variables = Json(Encoding.UTF8.GetBytes(value), name, maxNesting, request); break;
                case "extensions": request.Extensions = Json(Encoding.UTF8.GetBytes(value), name, maxNesting, request); break;
            }
        }
        return request;
    }

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    /// <summary>A parameter that is a JSON object of its own; null, with a fault where it is anything else.</summary>
    public static ValueNode? Json(ReadOnlySpan<byte> json, string name, int maxNesting, WireRequest request)
    {
        if (json.IsEmpty)
            return null;
        var reader = new Utf8JsonReader(json, Options);
        try
        {
            reader.Read();
            var value = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.Null ? JsonValues.Read(ref reader, maxNesting) : null;
            if (value is not null && !reader.Read())
                return value.Kind == ValueKind.Object ? value : null;
        }
        catch (SyntaxErrorException error)
        {
            request.Fault ??= new GraphQLError(error.Message, error.Code);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Falls through to the fault.
        }
        return Refuse(request, name, "a JSON object");
    }

    private static ValueNode? Refuse(WireRequest request, string name, string expected)
    {
        request.Fault ??= new GraphQLError($"The parameter \"{name}\" must be {expected}.", ErrorCodes.BadUserInput);
        return null;
    }

    // True when the value is a string; null is as if it were absent.
    private static bool Text(ref Utf8JsonReader reader, string name, WireRequest request)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return true;
        if (reader.TokenType != JsonTokenType.Null)
            Refuse(request, name, "a string");
        reader.Skip();
        return false;
    }

    private static ValueNode? Map(ref Utf8JsonReader reader, string name, int maxNesting, WireRequest request)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
            return JsonValues.Read(ref reader, maxNesting);
        if (reader.TokenType != JsonTokenType.Null)
            Refuse(request, name, "a JSON object");
        reader.Skip();
        return null;
    }

    private static void Skip(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    private static ReadOnlyMemory<byte> Bytes(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
            return reader.ValueSpan.ToArray();
        var bytes = new byte[reader.ValueSpan.Length];
        return bytes.AsMemory(0, reader.CopyString(bytes));
    }
}
