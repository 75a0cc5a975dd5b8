using System.Text.Json;
using System.Text.Json.Serialization;
using PlanRegistry.Sweeping;

namespace PlanRegistry.Server.Storage.Sql;

/// <summary>Counts as the database keeps them: JSON, with the words of GraphQL.</summary>
internal static class SweptText
{
    private static readonly JsonSerializerOptions Manner = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    public static string Write(SweptCounts counts) => JsonSerializer.Serialize(counts, Manner);

    public static SweptCounts Read(string text) => JsonSerializer.Deserialize<SweptCounts>(text, Manner)!;
}
