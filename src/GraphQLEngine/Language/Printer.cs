using System.Globalization;
using System.Text;

namespace GraphQLEngine.Language;

/// <summary>Values and type references as GraphQL text, for messages and for <c>defaultValue</c> in introspection.</summary>
internal static class Printer
{
    public static string Print(TypeNode type) => type switch
    {
        ListTypeNode list => $"[{Print(list.Inner)}]",
        NonNullTypeNode nonNull => $"{Print(nonNull.Inner)}!",
        _ => ((NamedTypeNode)type).Name.Value,
    };

    public static string Print(ValueNode value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ValueNode value)
    {
        switch (value.Kind)
        {
            case ValueKind.Variable:
                text.Append('$').Append(value.Text);
                break;
            case ValueKind.Null:
                text.Append("null");
                break;
            case ValueKind.String when value.IsBlock:
                text.Append("\"\"\"").Append(value.Text.Contains('\n') || value.Text.EndsWith('"') ? $"\n{value.Text}\n" : value.Text).Append("\"\"\"");
                break;
            case ValueKind.String:
                AppendString(text, value.Text);
                break;
            case ValueKind.List:
                text.Append('[');
                AppendAll(text, value.Items, (into, item) => Append(into, item));
                text.Append(']');
                break;
            case ValueKind.Object when value.Fields.Length == 0:
                text.Append("{  }");
                break;
            case ValueKind.Object:
                text.Append("{ ");
                AppendAll(text, value.Fields, (into, field) => Append(into.Append(field.Name.Value).Append(": "), field.Value));
                text.Append(" }");
                break;
            default:
                text.Append(value.Text);
                break;
        }
    }

    private static void AppendAll<T>(StringBuilder text, T[] items, Action<StringBuilder, T> append)
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0)
                text.Append(", ");
            append(text, items[i]);
        }
    }

    public static void AppendString(StringBuilder text, string value)
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
