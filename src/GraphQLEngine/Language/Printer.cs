using System.Globalization;
using System.Text;

namespace GraphQLEngine.Language;

/// <summary>Values and type references as GraphQL text, for messages and for <c>defaultValue</c> in introspection.</summary>
internal static class Printer
{
    private const int MaxLineLength = 80;
    private const int MaxBlockLength = 70;

    public static string Print(TypeNode type) => type switch
    {
        ListTypeNode list => $"[{Print(list.Inner)}]",
        NonNullTypeNode nonNull => $"{Print(nonNull.Inner)}!",
        _ => ((NamedTypeNode)type).Name.Value,
    };

    public static string Print(ValueNode value) => value.Kind switch
    {
        ValueKind.Variable => $"${value.Text}",
        ValueKind.Null => "null",
        ValueKind.String => value.IsBlock ? PrintBlockString(value.Text) : PrintString(value.Text),
        ValueKind.List => PrintAll("[", Array.ConvertAll(value.Items, Print), "]"),
        ValueKind.Object => PrintAll("{ ", Array.ConvertAll(value.Fields, field => $"{field.Name.Value}: {Print(field.Value)}"), " }"),
        _ => value.Text,
    };

    // On one line where that is short enough, else one line each.
    private static string PrintAll(string open, string[] items, string close)
    {
        var line = string.Join(", ", items);
        if (open.Length + line.Length + close.Length <= MaxLineLength)
            return open + line + close;
        var lines = string.Join('\n', items).Replace("\n", "\n  ", StringComparison.Ordinal);
        return $"{open.TrimEnd()}\n  {lines}\n{close.TrimStart()}";
    }

    private static string PrintBlockString(string value)
    {
        var escaped = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var lines = escaped.Split('\n');
        var isIndented = lines.Length > 1 && lines.Skip(1).All(line => line.Length == 0 || line[0] is ' ' or '\t');
        var endsAwkwardly = value.EndsWith('"') || value.EndsWith('\\');
        var isLong = lines.Length > 1 || value.Length > MaxBlockLength || endsAwkwardly || isIndented;
        var startsOnFirstLine = lines.Length == 1 && value.Length > 0 && value[0] is ' ' or '\t';
        var before = (isLong && !startsOnFirstLine) || isIndented ? "\n" : "";
        return $"\"\"\"{before}{escaped}{(isLong ? "\n" : "")}\"\"\"";
    }

    private static string PrintString(string value)
    {
        var text = new StringBuilder(value.Length + 2);
        AppendString(text, value);
        return text.ToString();
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' or (>= '\u007f' and <= '\u009f') => text.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture)),
                _ => text.Append(character),
            };
        }
        text.Append('"');
    }
}
