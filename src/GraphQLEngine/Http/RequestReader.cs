using System.Buffers;
using System.Text;
using System.Text.Json;
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

    /// <summary>What is wrong with the request, where something is.</summary>
    public string? Fault { get; set; }
}

/// <summary>Reads requests from JSON bodies and query strings (GraphQL over HTTP, Request Parameters).</summary>
internal static class RequestReader
{
    public static WireRequest Read(ReadOnlySpan<byte> json, int maxNesting)
    {
        // A byte order mark is no JSON, but some clients send it.
        if (json.StartsWith(Encoding.UTF8.Preamble))
            json = json[Encoding.UTF8.Preamble.Length..];
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxNesting + 3 });
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
                return new WireRequest { Fault = reader.TokenType == JsonTokenType.StartArray ? "Batches of requests are not allowed." : "The request body must be a JSON object." };
            var request = ReadObject(ref reader);
            return reader.Read() ? new WireRequest { Fault = "The request body must be a single JSON object." } : request;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or DecoderFallbackException)
        {
            // InvalidOperationException: a string with half a surrogate pair.
            return new WireRequest { Fault = "The request body is no JSON." };
        }
    }

    /// <summary>Reads the object that the reader stands on, to its end.</summary>
    public static WireRequest ReadObject(ref Utf8JsonReader reader)
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
                request.Variables = Map(ref reader, "variables", request);
            else if (reader.ValueTextEquals("extensions"u8))
                request.Extensions = Map(ref reader, "extensions", request);
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
                case "variables": request.Variables = Json(value, name, maxNesting, request); break;
                case "extensions": request.Extensions = Json(value, name, maxNesting, request); break;
            }
        }
        return request;
    }

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static ValueNode? Json(string text, string name, int maxNesting, WireRequest request)
    {
        if (text.Length == 0)
            return null;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = maxNesting + 3 });
        try
        {
            reader.Read();
            var value = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.Null ? JsonValues.Read(ref reader) : null;
            if (value is not null && !reader.Read())
                return value.Kind == ValueKind.Object ? value : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Falls through to the fault.
        }
        request.Fault ??= $"The parameter \"{name}\" must be a JSON object.";
        return null;
    }

    // True when the value is a string; null is as if it were absent.
    private static bool Text(ref Utf8JsonReader reader, string name, WireRequest request)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return true;
        if (reader.TokenType != JsonTokenType.Null)
            request.Fault ??= $"The parameter \"{name}\" must be a string.";
        reader.Skip();
        return false;
    }

    private static ValueNode? Map(ref Utf8JsonReader reader, string name, WireRequest request)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
            return JsonValues.Read(ref reader);
        if (reader.TokenType != JsonTokenType.Null)
            request.Fault ??= $"The parameter \"{name}\" must be a JSON object.";
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
