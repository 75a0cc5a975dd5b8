using System.Text;
using System.Text.Json;
using GraphQLEngine.Errors;
using GraphQLEngine.Http;

namespace GraphQLEngine.Subscriptions;

/// <summary>One message of the graphql-transport-ws protocol (graphql-ws, PROTOCOL.md).</summary>
internal sealed record SocketMessage(string Type, string? Id, string? Payload, WireRequest? Request)
{
    /// <summary>Null where the bytes are no message.</summary>
    public static SocketMessage? Read(ReadOnlySpan<byte> json, int maxNesting)
    {
        try
        {
            var reader = new Utf8JsonReader(json, RequestReader.Options);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return null;
            string? type = null, id = null, payload = null;
            WireRequest? request = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString();
                reader.Read();
                switch (name)
                {
                    case "type": type = reader.TokenType == JsonTokenType.String ? reader.GetString() : null; break;
                    case "id": id = reader.TokenType == JsonTokenType.String ? reader.GetString() : null; break;
                    case "payload":
                        var copy = reader;
                        var start = (int)reader.TokenStartIndex;
                        request = reader.TokenType == JsonTokenType.StartObject ? ReadRequest(ref copy, maxNesting) : null;
                        reader.Skip();
                        payload = Encoding.UTF8.GetString(json[start..(int)reader.BytesConsumed]);
                        break;
                    default: reader.Skip(); break;
                }
            }
            return type is null || reader.Read() ? null : new SocketMessage(type, id, payload, request);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // Too deep is a refused operation, not a broken message: the connection lives on.
    private static WireRequest ReadRequest(ref Utf8JsonReader reader, int maxNesting)
    {
        try
        {
            return RequestReader.ReadObject(ref reader, maxNesting);
        }
        catch (SyntaxErrorException error)
        {
            return WireRequest.Faulty(error.Message, error.Code);
        }
    }
}
