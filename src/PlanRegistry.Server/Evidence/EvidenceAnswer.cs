using System.Text.Json;
using GraphQLEngine;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Evidence;

/// <summary>Has GraphQL answer: the document, its variables as JSON, and the services of the request.</summary>
public delegate string Answering(string query, string variables, IServiceProvider services);

/// <summary>The answer that GraphQL gives the caller: whoever may ask can ask the same again.</summary>
internal static class EvidenceAnswer
{
    /// <summary>The document that is asked, as it stands in the file.</summary>
    public static string Query { get; } = Read("evidence/answer");

    /// <summary>Null where the registry has moved on from the state of the scope, so that answer and records would differ.</summary>
    public static JsonDocument? Of(Answering answering, IServiceProvider services, Scope scope, EvidenceSubject subject)
    {
        var variables = JsonSerializer.Serialize(new
        {
            id = subject.Id, district = scope.View.Code.Value, asOf = scope.GivenAsOf?.ToString("yyyy-MM-dd"),
            knownAt = scope.GivenKnownAt is { } at ? Moment.Write(at) : null,
        });
        var answer = JsonDocument.Parse(answering(Query, variables, services));
        if (answer.RootElement.TryGetProperty("errors", out var errors))
        {
            throw new GraphQLException(errors[0].GetProperty("message").GetString()!);
        }
        var data = answer.RootElement.GetProperty("data");
        return data.GetProperty("district").GetProperty("vector").GetString() == scope.View.Vector.ToString()
            && data.GetProperty("node").ValueKind == JsonValueKind.Object ? answer : null;
    }

    public static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(EvidenceAnswer).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
