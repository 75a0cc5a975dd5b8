using System.Globalization;
using System.Text;

namespace GraphQLEngine.Language;

/// <summary>Values and type references as GraphQL text, for messages and for <c>defaultValue</c> in introspection.</summary>
internal static class Printer
{
    private const int MaxLineLength = 80;
    private const int MaxBlockLength = 70;
    private const int MaxShown = 500;

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

    /// <summary>A value for a message: what is beyond some hundred characters is left out, because a message must not grow with what it is about.</summary>
    public static string Show(ValueNode value)
    {
        var room = MaxShown;
        return Print(Cut(value, ref room));
    }

    /// <summary>A text for a message, without quotes.</summary>
    public static string ShowText(string text)
    {
        var room = MaxShown;
        return Cut(text, ref room);
    }

    private static ValueNode Cut(ValueNode value, ref int room)
    {
        if (room <= 0)
            return new ValueNode { Kind = ValueKind.Enum, Text = "..." };
        switch (value.Kind)
        {
            case ValueKind.List:
                var items = new List<ValueNode>();
                for (var i = 0; i < value.Items.Length && (i == 0 || items[^1].Text != "..."); i++)
                    items.Add(Cut(value.Items[i], ref room));
                return new ValueNode { Kind = ValueKind.List, Items = [.. items] };
            case ValueKind.Object:
                var fields = new List<ObjectFieldNode>();
                for (var i = 0; i < value.Fields.Length && (i == 0 || fields[^1].Value.Text != "..."); i++)
                {
                    var name = Cut(value.Fields[i].Name.Value, ref room);
                    fields.Add(new ObjectFieldNode { Name = new NameNode { Value = name }, Value = Cut(value.Fields[i].Value, ref room) });
                }
                return new ValueNode { Kind = ValueKind.Object, Fields = [.. fields] };
            default:
                var text = Cut(value.Text, ref room);
                return ReferenceEquals(text, value.Text) ? value : new ValueNode { Kind = value.Kind, Text = text, IsBlock = value.IsBlock };
        }
    }

    private static string Cut(string text, ref int room)
    {
        var kept = Math.Min(text.Length, Math.Max(room, 0));
        room -= text.Length + 2;
        return kept == text.Length ? text : text[..kept] + "...";
    }

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
