using System.Text.Json;

namespace PlanRegistry.Records;

/// <summary>
/// The two spellings of one word: PascalCase in C#, snake_case in SQL and CSV, UPPER_SNAKE for enum values, camelCase in GraphQL.
/// </summary>
public static class Names
{
    public static string Snake(string pascal) => JsonNamingPolicy.SnakeCaseLower.ConvertName(pascal);

    public static string Camel(string snake)
    {
        var parts = snake.Split('_');
        return parts[0] + string.Concat(parts.Skip(1).Select(p => char.ToUpperInvariant(p[0]) + p[1..]));
    }

    /// <summary>MID_TERM for ReviewKind.MidTerm.</summary>
    public static string Of<TEnum>(TEnum value) where TEnum : struct, Enum => EnumNames<TEnum>.ByValue[value];

    public static bool TryParse<TEnum>(string text, out TEnum value) where TEnum : struct, Enum =>
        EnumNames<TEnum>.ByName.TryGetValue(text, out value);

    /// <summary>The same where the type is known only when it runs.</summary>
    public static string Of(Enum value) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());

    private static class EnumNames<TEnum> where TEnum : struct, Enum
    {
        public static readonly Dictionary<TEnum, string> ByValue = Enum.GetValues<TEnum>().ToDictionary(v => v, v => Of((Enum)v));
        public static readonly Dictionary<string, TEnum> ByName = ByValue.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);
    }
}
