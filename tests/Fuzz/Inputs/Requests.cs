using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GraphQLEngine.Http;

namespace Fuzz.Inputs;

/// <summary>One HTTP request: a good one around a good or broken document, or anything else that a client could send.</summary>
public sealed class Requests(SchemaModel schema, IReadOnlyList<string> words, Chance chance)
{
    private const string Json = "application/json";

    private static readonly string?[] Accepts =
        ["application/graphql-response+json", null, "*/*;q=0.1, text/html", "text/event-stream", "application/*, text/*;q=0.5"];

    private static readonly string[] BadAccepts =
        ["text/html", ";;q=x,,/;charset=", "application/json;charset=latin1", ",", "application/json;q=0", "*/*;q=-1e999"];

    private static readonly string[] ContentTypes =
        ["application/json; charset=utf-8", "APPLICATION/JSON", "", "text/plain",
            "application/json;charset=utf-16", ";", "multipart/form-data; boundary=x", "application/graphql"];

    private static readonly string[] JsonPieces =
        ["{", "}", "[", "]", ",", ":", "\"", "null", "1e999999999", "\"\\ud800\"",
            "\"query\":", "\"variables\":{},", "\ufeff", "\0", "/*c*/", "NaN", "'"];

    public GraphQLHttpRequest Next()
    {
        var isGet = chance.OneIn(15);
        return new GraphQLHttpRequest
        {
            Method = isGet ? "GET" : chance.OneIn(200) ? chance.Pick(["PUT", "HEAD", "get", "", "OPTIONS"]) : "POST",
            ContentType = isGet ? null : chance.OneIn(60) ? chance.Pick(ContentTypes) : Json,
            Accept = chance.OneIn(60) ? chance.Pick(BadAccepts) : chance.OneIn(3) ? chance.Pick(Accepts) : Json,
            QueryString = isGet || chance.OneIn(100) ? QueryString() : null,
            Header = name => name switch
            {
                "GraphQL-Cost" => chance.Pick([null, "report", "validate", "x"]),
                "Content-Encoding" => chance.OneIn(50) ? chance.Pick(["gzip", "identity", ""]) : null,
                _ => chance.OneIn(30) ? null : "1",
            },
            Body = isGet ? default : Split(Body()),
        };
    }

    private (string Document, string Variables) Document() => chance.Below(20) switch
    {
        < 10 => new Documents(schema, words, chance).Next(),
        < 15 => BrokenDocument(),
        15 => (Broken.Soup(chance), "{}"),
        16 => (Encoding.Latin1.GetString(chance.Bytes(chance.Size(400))), "{}"),
        17 => (Bombs.Next(schema, chance), "{}"),
        18 => ("query($v: [[String]]) { __typename }", Nested()),
        _ => ("", "null"),
    };

    private (string, string) BrokenDocument()
    {
        var (text, variables) = new Documents(schema, words, chance).Next();
        return (Broken.Next(text, chance), chance.OneIn(3) ? Broken.Next(variables, chance) : variables);
    }

    // JSON as deep as it is long, in one of the places where JSON may stand.
    private string Nested()
    {
        var depth = chance.Size(chance.OneIn(40) ? 100_000 : 500);
        var (open, close) = chance.Pick([("[", "]"), ("{\"a\":", "}"), ("[{\"v\":", "}]"), ("[", "")]);
        return $"{{\"v\":{string.Concat(Enumerable.Repeat(open, depth))}1{string.Concat(Enumerable.Repeat(close, depth))}}}";
    }

    private byte[] Body()
    {
        if (chance.OneIn(60))
            return chance.Bytes(chance.Below(300));
        var json = BodyText();
        if (chance.OneIn(25))
            json = json.Insert(chance.Below(json.Length + 1), chance.Pick(JsonPieces));
        var bytes = Encoding.UTF8.GetBytes(json);
        // Now and then the bytes themselves are broken: no JSON, no UTF-8.
        for (var left = chance.OneIn(20) ? 1 + chance.Below(5) : 0; left > 0 && bytes.Length > 0; left--)
            bytes[chance.Below(bytes.Length)] = (byte)chance.Below(256);
        return chance.OneIn(40) ? bytes[..chance.Below(bytes.Length + 1)] : bytes;
    }

    private string BodyText()
    {
        var (document, variables) = Document();
        var fields = new List<string> { $"\"query\":{Quote(document)}" };
        if (variables != "{}" || chance.OneIn(4))
            fields.Add($"\"variables\":{variables}");
        if (chance.OneIn(20))
            fields.Insert(chance.Below(fields.Count + 1),
                $"\"{chance.Pick(["query", "operationName", "variables", "extensions", "documentId", "id", ""])}\":{Anything()}");
        if (chance.OneIn(30))
            fields.Add($"\"extensions\":{{\"persistedQuery\":{{\"version\":1,\"sha256Hash\":\"{Hash(document)}\"}}}}");
        if (chance.OneIn(60))
            fields.RemoveAt(0);
        var body = $"{{{string.Join(chance.OneIn(3) ? " ,\n" : ",", fields)}}}";
        return chance.OneIn(80) ? $"[{string.Join(',', Enumerable.Repeat(body, chance.Below(12)))}]" : body;
    }

    private string Anything() => chance.Below(5) switch
    {
        0 => Nested(),
        1 => "1" + new string('0', chance.Size(10_000)),
        2 => new Values(schema, words, chance).Of(new TypeModel("String", ""), isJson: true),
        _ =>
            chance.Pick(["null", "\"\"", "\"Op\"", "{}", "[]", "1", "true", "{\"persistedQuery\":null}",
                "{\"persistedQuery\":{\"version\":\"1\",\"sha256Hash\":1}}", "\"sha256:00\""]),
    };

    private string Hash(string document) =>
        chance.OneIn(4) ? "00" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    private string QueryString()
    {
        var (document, variables) = Document();
        var query = $"?query={Uri.EscapeDataString(Whole(document))}&variables={Uri.EscapeDataString(Whole(variables))}";
        return chance.OneIn(4)
            ? Whole(Broken.Next(query, chance))
                + chance.Pick(["", "%", "%zz", "&query", "&=&", "&operationName=Op", "&extensions={", "+%ED%A0%80"])
            : query;
    }

    private string Quote(string text) =>
        chance.OneIn(50) ? "\"" + text.Replace("\"", "\\\"", StringComparison.Ordinal) + "\"" : JsonSerializer.Serialize(Whole(text));

    // Half surrogate pairs cannot be written; in JSON they stand as escapes.
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    // As it comes from a socket: in one piece or in several.
    private ReadOnlySequence<byte> Split(byte[] bytes)
    {
        if (bytes.Length < 2 || !chance.OneIn(3))
            return new ReadOnlySequence<byte>(bytes);
        var cut = 1 + chance.Below(bytes.Length - 1);
        var first = new Segment(bytes.AsMemory(0, cut), 0);
        var last = first.Append(bytes.AsMemory(cut));
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, long start) => (Memory, RunningIndex) = (memory, start);

        public Segment Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Segment(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
