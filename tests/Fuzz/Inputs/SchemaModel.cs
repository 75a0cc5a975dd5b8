using System.Text.Json;
using GraphQLEngine;

namespace Fuzz.Inputs;

/// <summary>A type reference: the name, and what is around it from the outside in: '!' for non-null, '[' for a list.</summary>
public sealed record TypeModel(string Name, string Wrappers)
{
    public bool IsRequired => Wrappers.StartsWith('!');

    public override string ToString() => Wrappers switch
    {
        "" => Name,
        ['!', .. var rest] => this with { Wrappers = rest } + "!",
        _ => $"[{this with { Wrappers = Wrappers[1..] }}]",
    };
}

/// <summary>An argument or input field.</summary>
public sealed record InputModel(string Name, TypeModel Type, bool HasDefault)
{
    public bool IsRequired => Type.IsRequired && !HasDefault;
}

public sealed record FieldModel(string Name, TypeModel Type, InputModel[] Arguments);

public sealed record NamedModel(string Kind, string Name, FieldModel[] Fields,
    InputModel[] InputFields, string[] EnumValues, string[] PossibleTypes, bool IsOneOf);

/// <summary>A schema as its own introspection tells it, the introspection types included.</summary>
public sealed class SchemaModel
{
    private const string Introspection = """
        { __schema { queryType { name } mutationType { name } subscriptionType { name } types { kind name isOneOf
          fields(includeDeprecated: true) { name type { ...T } args(includeDeprecated: true) { name defaultValue type { ...T } } }
          inputFields(includeDeprecated: true) { name defaultValue type { ...T } }
          enumValues(includeDeprecated: true) { name } possibleTypes { name } } } }
        fragment T on __Type { kind name ofType { kind name ofType { kind name
          ofType { kind name ofType { kind name ofType { kind name } } } } } }
        """;

    public required IReadOnlyDictionary<string, NamedModel> Types { get; init; }

    /// <summary>The root types by operation: query, mutation, subscription.</summary>
    public required IReadOnlyDictionary<string, string> Roots { get; init; }

    public static SchemaModel Of(Schema schema)
    {
        using var answer = JsonDocument.Parse(schema.ExecuteToJson(Introspection));
        var told = answer.RootElement.GetProperty("data").GetProperty("__schema");
        var roots = new[] { "query", "mutation", "subscription" }.Select(kind => (Kind: kind, Type: told.GetProperty(kind + "Type")))
            .Where(root => root.Type.ValueKind == JsonValueKind.Object);
        return new SchemaModel
        {
            Types = told.GetProperty("types").EnumerateArray().Select(Type).ToDictionary(type => type.Name),
            Roots = roots.ToDictionary(root => root.Kind, root => Name(root.Type)),
        };
    }

    private static NamedModel Type(JsonElement type) => new(
        type.GetProperty("kind").GetString()!,
        Name(type),
        List(type, "fields", field => new FieldModel(Name(field), Reference(field.GetProperty("type")), List(field, "args", Input))),
        List(type, "inputFields", Input),
        List(type, "enumValues", Name),
        List(type, "possibleTypes", Name),
        type.GetProperty("isOneOf").ValueKind == JsonValueKind.True);

    private static InputModel Input(JsonElement input) =>
        new(Name(input), Reference(input.GetProperty("type")), input.GetProperty("defaultValue").ValueKind == JsonValueKind.String);

    private static TypeModel Reference(JsonElement type)
    {
        var wrapper = type.GetProperty("kind").GetString() switch { "NON_NULL" => "!", "LIST" => "[", _ => "" };
        if (wrapper == "")
            return new TypeModel(Name(type), "");
        var inner = Reference(type.GetProperty("ofType"));
        return inner with { Wrappers = wrapper + inner.Wrappers };
    }

    private static string Name(JsonElement named) => named.GetProperty("name").GetString()!;

    private static T[] List<T>(JsonElement parent, string name, Func<JsonElement, T> read) =>
        parent.GetProperty(name) is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray().Select(read)] : [];
}
