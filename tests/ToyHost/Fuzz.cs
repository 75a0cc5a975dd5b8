using System.Buffers;
using System.Text;
using System.Text.Json;
using GraphQLEngine;
using GraphQLEngine.Http;

namespace ToyHost;

/// <summary>Sends generated requests, mostly broken, and expects a well-formed answer to each: never an exception, never a 500. The same seed sends the same inputs.</summary>
public sealed class Fuzz(GraphQLHttpHandler handler, int seed)
{
    private static readonly string[] Seeds =
    [
        "{ plan(id: \"3\") { id name status department { name code } ...F } } fragment F on Plan { children(first: 2) { id ...F2 } } fragment F2 on Plan { tags }",
        "query Q($a: [ID!]!, $f: PlanFilter = { and: [{ text: \"x\" }] }) @tag(name: \"q\") { nodes(ids: $a) { __typename ... on Named { name(lang: null) } } plans(first: 1, filter: $f) { totalCount } }",
        "mutation M($i: CreatePlanInput!) { createPlan(input: $i) { plan { id } errors { message path } } }",
        "subscription S { tick }",
        "{ __schema { types { name fields(includeDeprecated: true) { name args { defaultValue } type { ofType { name } } } } } plan(by: { key: { year: 1, number: -2e3 } }) { budget } }",
        "query { a: search(text: \"\"\"block \\\"\"\" \n  string\"\"\", kinds: [\"\\u{1F600}\", \"\\uD83D\\uDE00\"]) { ... on Plan @skip(if: true) { id } ...@include(if: $x) { __typename } } }",
    ];

    private static readonly string[] Pieces =
    [
        "{", "}", "(", ")", "[", "]", "...", ":", "!", "$", "@", "=", "|", "&", "\"", "\"\"\"", "\\", "\\u{", "#", "\n", "\r", "\ufeff", "\0", "'", "-", "0", "01", "1e", "1e999", "on", "null", "true",
        "fragment A on Plan { ...A }", "...F", "@skip(if: $x)", "__typename", "{ id: null }", "$a: [[Int]]", "\ud800", "😀", "query", "type T { a: Int }", "99999999999999999999", ",,,,",
    ];

    private static readonly string[] Values =
        ["null", "1", "-0", "1.5", "1e400", "\"x\"", "\"\\ud800\"", "[]", "[[[]]]", "{}", "{\"a\":1,\"a\":2}", "true", "{\"name\":\"x\",\"departmentId\":7,\"indicators\":[{\"kind\":\"COUNT\"}]}", "[\"1\",2,null]", "\"" + "\\\\" + "\""];

    private readonly Random _random = new(seed);

    public async Task<int> Run(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var body = Body();
            var isGet = _random.Next(20) == 0;
            try
            {
                using var response = await handler.HandleAsync(new GraphQLHttpRequest
                {
                    Method = isGet ? "GET" : "POST",
                    ContentType = _random.Next(50) == 0 ? Text() : "application/json",
                    Accept = _random.Next(50) == 0 ? Text() : Pick("application/json", "application/graphql-response+json", null!, "*/*;q=0.1, text/html"),
                    QueryString = isGet ? "?query=" + Text() + "&variables=" + Pick(Values) + "&" + Text() : null,
                    Header = _ => "1",
                    Body = new ReadOnlySequence<byte>(body),
                });
                Check(response);
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"Seed {seed}, input {i}: {error.Message}\n{Encoding.UTF8.GetString(body)}", error);
            }
        }
        return count;
    }

    private static void Check(GraphQLHttpResponse response)
    {
        if (response.Status is < 200 or >= 500)
            throw new InvalidOperationException($"Status {response.Status}: {Encoding.UTF8.GetString(response.Body.Span)}");
        using var json = JsonDocument.Parse(response.Body);
        var hasErrors = json.RootElement.TryGetProperty("errors", out var errors) && errors.GetArrayLength() > 0;
        if (!hasErrors && !json.RootElement.TryGetProperty("data", out _))
            throw new InvalidOperationException($"Neither data nor errors: {Encoding.UTF8.GetString(response.Body.Span)}");
        if (hasErrors && errors.EnumerateArray().Any(error => error.GetProperty("extensions").TryGetProperty("traceId", out _)))
            throw new InvalidOperationException($"An unexpected exception: {Encoding.UTF8.GetString(response.Body.Span)}");
    }

    private byte[] Body()
    {
        var json = new StringBuilder("{\"query\":").Append(JsonSerializer.Serialize(Sanitise(Text())));
        if (_random.Next(3) == 0)
            json.Append(",\"variables\":").Append(_random.Next(2) == 0 ? Pick(Values) : $"{{\"a\":{Pick(Values)},\"f\":{Pick(Values)},\"i\":{Pick(Values)},\"x\":{Pick(Values)}}}");
        if (_random.Next(10) == 0)
            json.Append($",\"{Pick("operationName", "extensions", "documentId", "x")}\":").Append(Pick(Values));
        var bytes = Encoding.UTF8.GetBytes(json.Append('}').ToString());
        // Now and then the bytes themselves are broken: no JSON, no UTF-8.
        for (var i = _random.Next(12) == 0 ? _random.Next(1, 5) : 0; i > 0; i--)
            bytes[_random.Next(bytes.Length)] = (byte)_random.Next(256);
        return _random.Next(40) == 0 ? bytes[.._random.Next(bytes.Length)] : bytes;
    }

    // The serializer refuses half surrogate pairs, which the values bring in anyway.
    private static string Sanitise(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private string Text()
    {
        var text = new StringBuilder(Pick(Seeds));
        for (var i = _random.Next(6); i > 0; i--)
        {
            var at = _random.Next(text.Length);
            switch (_random.Next(4))
            {
                case 0: text.Insert(at, Pick(Pieces)); break;
                case 1: text.Remove(at, Math.Min(_random.Next(1, 12), text.Length - at)); break;
                case 2: text.Insert(at, text.ToString(at, Math.Min(_random.Next(1, 60), text.Length - at))); break;
                default: text.Insert(at, string.Concat(Enumerable.Repeat(Pick(Pieces), _random.Next(1, 400)))); break;
            }
            if (text.Length == 0)
                text.Append('{');
        }
        return text.ToString();
    }

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
