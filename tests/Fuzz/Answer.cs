using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using GraphQLEngine.Http;

namespace Fuzz;

/// <summary>
/// What every answer must be, whatever was asked: a status that blames the client or nobody, and a well-formed GraphQL response.
/// </summary>
public static class Answer
{
    private const string Data = "data";
    private const string Quiet = "quiet stream";
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    private static readonly HashSet<int> Statuses = [200, 400, 405, 406, 413, 415];

    /// <returns>What kind of answer it is: data, a stream without news, or the code of its first error.</returns>
    /// <exception cref="InvalidAnswerException">It is not.</exception>
    public static async Task<string> Check(GraphQLHttpResponse response)
    {
        Require(Statuses.Contains(response.Status), $"The status is {response.Status}.");
        Require((response.Status == 405) == (response.Allow is not null), "405 and the header Allow belong together.");
        return response.Events is { } events ? await CheckStream(events) : CheckJson(response.Body, response.Status);
    }

    // A stream may go on, or have no news yet: its first event says enough, and it must end when its client goes.
    private static async Task<string> CheckStream(IAsyncEnumerable<ReadOnlyMemory<byte>> events)
    {
        const string next = "event: next\ndata: ";
        using var gone = new CancellationTokenSource(Patience);
        try
        {
            await foreach (var piece in events.WithCancellation(gone.Token))
            {
                var text = Encoding.UTF8.GetString(piece.Span);
                Require(text.EndsWith("\n\n", StringComparison.Ordinal), "An event has no end.");
                if (text.StartsWith(next, StringComparison.Ordinal))
                    return CheckJson(Encoding.UTF8.GetBytes(text[next.Length..^2]), 200);
            }
            return Data;
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            return Quiet;
        }
    }

    private static string CheckJson(ReadOnlyMemory<byte> body, int status)
    {
        Require(Utf8.IsValid(body.Span), "The body is no UTF-8.");
        using var json = Parse(body);
        var root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Array)
            return CheckResult(root, status);
        Require(root.GetArrayLength() > 0, "A batch has an empty answer.");
        return root.EnumerateArray().Select(result => CheckResult(result, 200)).Last();
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 1_000 });
        }
        catch (JsonException error)
        {
            throw new InvalidAnswerException($"The body is no JSON: {error.Message}");
        }
    }

    private static string CheckResult(JsonElement result, int status)
    {
        Require(result.ValueKind == JsonValueKind.Object, "The response is no object.");
        foreach (var field in result.EnumerateObject())
            Require(field.Name is "data" or "errors" or "extensions", $"The response has a field \"{field.Name}\".");
        var hasData = result.TryGetProperty("data", out var data);
        var hasErrors = result.TryGetProperty("errors", out var errors);
        Require(hasData || hasErrors, "The response has neither data nor errors.");
        Require(!hasData || data.ValueKind is JsonValueKind.Object or JsonValueKind.Null, "The data are no object.");
        Require(status == 200 || !hasData, "A refused request has data.");
        if (!hasErrors)
            return Data;
        Require(errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0, "The errors are no list or an empty one.");
        foreach (var error in errors.EnumerateArray())
            CheckError(error);
        return hasData ? Data : errors[0].GetProperty("extensions").GetProperty("code").GetString()!;
    }

    private static void CheckError(JsonElement error)
    {
        Require(error.GetProperty("message") is { ValueKind: JsonValueKind.String } message && message.GetString() != "",
            "An error has no message.");
        Require(error.GetProperty("extensions").GetProperty("code").GetString() is { Length: > 0 }, "An error has no code.");
        if (error.TryGetProperty("locations", out var locations))
            Require(locations.GetArrayLength() > 0
                && locations.EnumerateArray().All(at => at.GetProperty("line").GetInt32() > 0 && at.GetProperty("column").GetInt32() > 0),
                "A location does not count from 1.");
        if (error.TryGetProperty("path", out var path))
            Require(path.GetArrayLength() > 0
                && path.EnumerateArray().All(step => step.ValueKind is JsonValueKind.String or JsonValueKind.Number),
                "A path has a step that is neither name nor index.");
    }

    private static void Require(bool condition, string sentence)
    {
        if (!condition)
            throw new InvalidAnswerException(sentence);
    }
}

/// <summary>An answer that no client could use.</summary>
public sealed class InvalidAnswerException(string message) : Exception(message);
