using System.Text;
using System.Text.Json;

namespace Fuzz.Inputs;

/// <summary>
/// Values, as GraphQL literals and as JSON: of the type that is asked for, or, in one document of three, now and then anything.
/// </summary>
public sealed class Values(SchemaModel schema, IReadOnlyList<string> words, Chance chance)
{
    private static readonly string[] Anything =
    [
        "null", "1", "-0", "0", "-2147483649", "2147483648", "1.5", "1e400", "-1E-400", "123456789012345678901234567890",
        "\"x\"", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "[]", "[[[]]]", "{}", "true", "[\"1\", 2, null]",
    ];

    private static readonly string[] OnlyLiterals =
        ["$undefined", "ENUM", "\"\"\"block \\\"\"\" \n  string\"\"\"", "\"\\u{1F600}\"", "{ a: 1, a: 2 }", "[$v0]", "-", "1a"];

    private static readonly string[] OnlyJson = ["{\"a\":1,\"a\":2}", "1E+2", "\"\\/\\b\"", "{\"\":{}}", "[{\"__proto__\":1}]"];

    /// <summary>Whether every value is good, so that resolvers are reached.</summary>
    public bool IsClean { get; } = !chance.OneIn(3);

    /// <param name="isJson">JSON for variables, else a literal.</param>
    public string Of(TypeModel type, bool isJson, int depth = 0)
    {
        if (!IsClean && chance.OneIn(12))
            return chance.Pick(chance.OneIn(2) ? Anything : isJson ? OnlyJson : OnlyLiterals);
        if (type.IsRequired)
            return Of(type with { Wrappers = type.Wrappers[1..] }, isJson, depth);
        if (!IsClean && chance.OneIn(10))
            return "null";
        if (type.Wrappers == "")
            return Named(schema.Types[type.Name], isJson, depth);
        var item = type with { Wrappers = type.Wrappers[1..] };
        return chance.OneIn(4)
            ? Of(item, isJson, depth + 1)
            : $"[{string.Join(", ", Enumerable.Range(0, chance.Below(4)).Select(_ => Of(item, isJson, depth + 1)))}]";
    }

    private string Named(NamedModel type, bool isJson, int depth) => type.Kind switch
    {
        "ENUM" => isJson ? Quote(chance.Pick(type.EnumValues)) : chance.Pick(type.EnumValues),
        "INPUT_OBJECT" => Object(type, isJson, depth),
        _ => Scalar(type.Name),
    };

    private string Object(NamedModel type, bool isJson, int depth)
    {
        var given = type.IsOneOf && (IsClean || !chance.OneIn(5))
            ? [chance.Pick(type.InputFields)]
            : type.InputFields.Where(field => field.IsRequired ? IsClean || !chance.OneIn(30) : depth < 4 && chance.OneIn(3)).ToArray();
        var fields = given.Select(field => $"{(isJson ? Quote(field.Name) : field.Name)}: {Of(field.Type, isJson, depth + 1)}");
        return $"{{{string.Join(", ", fields)}}}";
    }

    private string Scalar(string name) => name switch
    {
        "Int" when IsClean => chance.Pick(["1", "2", "5", "20", "2026"]),
        "Int" => chance.Pick(["0", "1", "5", "20", "-1", "101", "2147483647", "-2147483648", "2026"]),
        "Float" => chance.Pick(["0", "1.5", "-2e3", "1e-7", "1e308"]),
        "Boolean" => chance.Pick(["true", "false"]),
        "ID" when chance.OneIn(3) => chance.Below(100).ToString(System.Globalization.CultureInfo.InvariantCulture),
        "Date" when IsClean => "\"2026-06-30\"",
        "DateTime" when IsClean => "\"2030-06-30T17:30:00+08:00\"",
        "Decimal" when IsClean => "\"1.50\"",
        _ => Quote(Text()),
    };

    private string Text() => (IsClean ? 2 : chance.Below(6)) switch
    {
        0 => Convert.ToBase64String(chance.Bytes(chance.Below(40))).Replace('+', '-').Replace('/', '_').TrimEnd('='),
        1 => new StringBuilder().Insert(0, chance.Pick(["a", "規", "😀", "\n", "%", "'"]), chance.Size(3_000)).ToString(),
        // The first words more often.
        _ => words[chance.Size(words.Count) - 1],
    };

    // JSON's escapes are GraphQL's.
    private static string Quote(string text) => JsonSerializer.Serialize(text);
}
