using System.Text.Json;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Conformance;

/// <summary>Every sentence of every rule, as the files beside the rules have them.</summary>
internal static class Sentences
{
    public static IReadOnlyList<(string Code, string Key, Text Sentence)> All { get; } =
    [
        .. from file in Repository.Files("rules", "messages.json")
           from code in JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string[]>>>(File.ReadAllText(file))!
           from key in code.Value
           where key.Key != "name"
           select (code.Key, key.Key, new Text(key.Value[0], key.Value[1])),
    ];
}
