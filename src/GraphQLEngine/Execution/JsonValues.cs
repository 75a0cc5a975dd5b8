using System.Text.Json;
using GraphQLEngine.Errors;
using GraphQLEngine.Language;

namespace GraphQLEngine.Execution;

/// <summary>Reads JSON into the same value nodes that literals have.</summary>
internal static class JsonValues
{
    /// <summary>Reads the value that the reader stands on, to its end.</summary>
    /// <param name="reader">Stands on the first token of the value.</param>
    /// <param name="maxNesting">How many lists and objects may be open at once: reading them takes stack, which a client must not exhaust.</param>
    /// <exception cref="SyntaxErrorException">The value is nested deeper.</exception>
    public static ValueNode Read(ref Utf8JsonReader reader, int maxNesting) => Read(ref reader, 0, maxNesting);

    private static ValueNode Read(ref Utf8JsonReader reader, int nesting, int maxNesting)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return new ValueNode { Kind = ValueKind.String, Text = reader.GetString()!, FromJson = true };
            case JsonTokenType.True:
                return new ValueNode { Kind = ValueKind.Boolean, Text = "true", FromJson = true };
            case JsonTokenType.False:
                return new ValueNode { Kind = ValueKind.Boolean, Text = "false", FromJson = true };
            case JsonTokenType.Number:
                return ReadNumber(ref reader);
            case JsonTokenType.StartArray or JsonTokenType.StartObject when nesting == maxNesting:
                throw new SyntaxErrorException($"The JSON is nested deeper than {maxNesting} levels.", (int)reader.TokenStartIndex, ErrorCodes.LimitExceeded);
            case JsonTokenType.StartArray:
                return ReadList(ref reader, nesting + 1, maxNesting);
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, nesting + 1, maxNesting);
            default:
                return new ValueNode { Kind = ValueKind.Null, FromJson = true };
        }
    }

    private static ValueNode ReadNumber(ref Utf8JsonReader reader)
    {
        var digits = reader.HasValueSequence ? System.Buffers.BuffersExtensions.ToArray(reader.ValueSequence) : reader.ValueSpan;
        var kind = digits.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0 ? ValueKind.Int : ValueKind.Float;
        return new ValueNode { Kind = kind, Text = System.Text.Encoding.ASCII.GetString(digits), FromJson = true };
    }

    private static ValueNode ReadList(ref Utf8JsonReader reader, int nesting, int maxNesting)
    {
        var items = new List<ValueNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(Read(ref reader, nesting, maxNesting));
        return new ValueNode { Kind = ValueKind.List, Items = [.. items], FromJson = true };
    }

    private static ValueNode ReadObject(ref Utf8JsonReader reader, int nesting, int maxNesting)
    {
        var fields = new OrderedDictionary<string, ValueNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            // Of duplicate keys the last counts, as in JSON.parse.
            fields[name] = Read(ref reader, nesting, maxNesting);
        }
        return new ValueNode
        {
            Kind = ValueKind.Object,
            Fields = [.. fields.Select(field => new ObjectFieldNode { Name = new NameNode { Value = field.Key }, Value = field.Value })],
            FromJson = true,
        };
    }
}
