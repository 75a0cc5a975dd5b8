using System.Text.Json;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Access;

/// <summary>The smallest operation that asks for a field, made from what introspection tells of it.</summary>
internal static class SmallestOperation
{
    public static string Of(string root, JsonElement field, Dictionary<string, JsonElement> all)
    {
        var arguments = string.Join(", ", field.At("args").EnumerateArray()
            .Where(a => a.Text("type.kind") == "NON_NULL" || a.Text("name") is "first")
            .Select(a => $"{a.Text("name")}: {Sample(a.At("type"), all, a.Text("name")!)}"));
        var isObject = all[Named(field.At("type"))].Text("kind") is "OBJECT" or "INTERFACE" or "UNION";
        var selection = isObject ? " { __typename }" : "";
        var asked = $"{field.Text("name")}{(arguments.Length > 0 ? $"({arguments})" : "")}{selection}";
        return root switch
        {
            "District" => $"{{ district(code: \"500154\") {{ {asked} }} }}",
            "Mutation" => $"mutation {{ {asked} }}",
            "Subscription" => $"subscription {{ {asked} }}",
            _ => $"{{ {asked} }}",
        };
    }

    /// <summary>Where none is, exactly one is: the first.</summary>
    private static IEnumerable<JsonElement> Needed(IReadOnlyList<JsonElement> fields) =>
        fields.Where(f => f.Text("type.kind") == "NON_NULL").ToList() is { Count: > 0 } needed ? needed : fields.Take(1);

    private static string Named(JsonElement type) => type.Text("name") ?? Named(type.At("ofType"));

    /// <summary>A value of the type, with what it needs and no more.</summary>
    private static string Sample(JsonElement type, Dictionary<string, JsonElement> all, string name) => type.Text("kind") switch
    {
        "NON_NULL" => Sample(type.At("ofType"), all, name),
        "LIST" => $"[{Sample(type.At("ofType"), all, name)}]",
        "ENUM" => all[type.Text("name")!].At("enumValues").EnumerateArray().First().Text("name")!,
        "INPUT_OBJECT" => "{ " + string.Join(", ", Needed([.. all[type.Text("name")!].At("inputFields").EnumerateArray()])
            .Select(f => $"{f.Text("name")}: {Sample(f.At("type"), all, f.Text("name")!)}")) + " }",
        _ => type.Text("name") switch
        {
            "Int" => "1",
            "Boolean" => "true",
            "Date" => "\"2026-06-30\"",
            "Decimal" => "\"1\"",
            "DateTime" => "\"2026-06-30T00:00:00+08:00\"",
            _ => name is "district" or "code" or "toDistrict" ? "\"500154\"" : name == "number" ? "\"500154-2026-000001\"" : "\"x\"",
        },
    };
}
