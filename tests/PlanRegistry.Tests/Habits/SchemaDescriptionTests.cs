using System.Text.Json;
using GraphQLEngine;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Tests.Habits;

/// <summary>An integrator reads only the schema: everything in it is described in Chinese and in English.</summary>
public sealed class SchemaDescriptionTests
{
    private const string Everything = """
        { __schema {
            types { name description fields { name description args { name description } }
                inputFields { name description } enumValues { name description } }
            directives { name description args { name description } } } }
        """;

    [Fact]
    public void Every_element_is_described_in_Chinese_and_English()
    {
        var answer =
            JsonDocument.Parse(RegistrySchema.Build(new EngineOptions { Limits = Limits.None }).ExecuteToJson(Everything)).RootElement;
        var schema = answer.GetProperty("data").GetProperty("__schema");

        schema.GetProperty("types").EnumerateArray().Where(IsOurs).SelectMany(t => Undescribed(t, "")).Should().BeEmpty();
    }

    private static bool IsOurs(JsonElement type) =>
        type.GetProperty("name").GetString() is { } name && !name.StartsWith("__", StringComparison.Ordinal)
            && name is not ("Int" or "Float" or "String" or "Boolean" or "ID");

    private static IEnumerable<string> Undescribed(JsonElement element, string above)
    {
        var name = above + element.GetProperty("name").GetString();
        var description = element.GetProperty("description").GetString() ?? "";
        if (!description.Any(c => c is >= '\u4e00' and <= '\u9fff') || !description.Any(char.IsAsciiLetter))
        {
            yield return name;
        }
        foreach (var part in new[] { "fields", "args", "inputFields", "enumValues" })
        {
            if (element.TryGetProperty(part, out var list) && list.ValueKind == JsonValueKind.Array)
            {
                foreach (var child in list.EnumerateArray().SelectMany(e => Undescribed(e, name + ".")))
                {
                    yield return child;
                }
            }
        }
    }
}
