using System.Collections;
using System.Globalization;
using GraphQLEngine.Cost;
using GraphQLEngine.Errors;

namespace GraphQLEngine.Execution;

/// <summary>Writes what stands around <c>data</c>: errors and extensions (specification: Response Format).</summary>
internal static class ResponseWriter
{
    public static void WriteRequestErrors(JsonOutput output, IReadOnlyList<GraphQLError> errors, OperationCost? cost = null)
    {
        output.Truncate(0);
        output.WriteByte((byte)'{');
        WriteErrors(output, errors);
        WriteEnd(output, cost);
    }

    public static void WriteErrors(JsonOutput output, IReadOnlyList<GraphQLError> errors)
    {
        output.NoteErrors(errors.Count, errors[0].Code);
        output.WriteRaw("\"errors\":["u8);
        for (var i = 0; i < errors.Count; i++)
        {
            if (i > 0)
                output.WriteByte((byte)',');
            WriteError(output, errors[i]);
        }
        output.WriteByte((byte)']');
    }

    public static void WriteEnd(JsonOutput output, OperationCost? cost)
    {
        if (cost is { } known)
        {
            output.WriteRaw(",\"extensions\":{\"cost\":{\"fieldCost\":"u8);
            output.WriteNumber(known.Field);
            output.WriteRaw(",\"typeCost\":"u8);
            output.WriteNumber(known.Type);
            output.WriteRaw(",\"nodes\":"u8);
            output.WriteNumber(known.Nodes);
            output.WriteRaw("}}"u8);
        }
        output.WriteByte((byte)'}');
    }

    private static void WriteError(JsonOutput output, GraphQLError error)
    {
        output.WriteRaw("{\"message\":"u8);
        WriteText(output, error.Message);
        if (error.Locations.Count > 0)
        {
            output.WriteRaw(",\"locations\":["u8);
            for (var i = 0; i < error.Locations.Count; i++)
            {
                output.WriteRaw(i > 0 ? ",{\"line\":"u8 : "{\"line\":"u8);
                output.WriteNumber(error.Locations[i].Line);
                output.WriteRaw(",\"column\":"u8);
                output.WriteNumber(error.Locations[i].Column);
                output.WriteByte((byte)'}');
            }
            output.WriteByte((byte)']');
        }
        if (error.Path is { } path)
        {
            output.WriteRaw(",\"path\":"u8);
            WriteValue(output, path);
        }
        output.WriteRaw(",\"extensions\":{\"code\":"u8);
        WriteText(output, error.Code);
        foreach (var (key, value) in error.Extensions ?? new Dictionary<string, object?>())
        {
            if (key == "code")
                continue;
            output.WriteByte((byte)',');
            WriteText(output, key);
            output.WriteByte((byte)':');
            WriteValue(output, value);
        }
        output.WriteRaw("}}"u8);
    }

    // A message may quote a hostile document: what is no Unicode is replaced, since an error about an error helps nobody.
    private static void WriteText(JsonOutput output, string text)
    {
        var isUnicode = true;
        for (var i = 0; i < text.Length && isUnicode; i++)
        {
            if (char.IsSurrogate(text[i]))
                isUnicode = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i]);
        }
        output.WriteString(isUnicode ? text : System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)));
    }

    private static void WriteValue(JsonOutput output, object? value)
    {
        switch (value)
        {
            case null: output.WriteNull(); break;
            case string text: WriteText(output, text); break;
            case bool flag: output.WriteBoolean(flag); break;
            case int or long or short or byte: output.WriteNumber(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case double or float: output.WriteNumber(Convert.ToDouble(value, CultureInfo.InvariantCulture)); break;
            case decimal number: output.WriteNumber(number); break;
            case IDictionary map: WriteMap(output, map.Keys.Cast<object>().Select(key => (key.ToString()!, map[key]))); break;
            case IReadOnlyDictionary<string, object?> map: WriteMap(output, map.Select(entry => (entry.Key, entry.Value))); break;
            case IEnumerable items: WriteItems(output, items); break;
            default: WriteText(output, Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""); break;
        }
    }

    private static void WriteMap(JsonOutput output, IEnumerable<(string Key, object? Value)> entries)
    {
        output.WriteByte((byte)'{');
        var isFirst = true;
        foreach (var (key, value) in entries)
        {
            if (!isFirst)
                output.WriteByte((byte)',');
            isFirst = false;
            WriteText(output, key);
            output.WriteByte((byte)':');
            WriteValue(output, value);
        }
        output.WriteByte((byte)'}');
    }

    private static void WriteItems(JsonOutput output, IEnumerable items)
    {
        output.WriteByte((byte)'[');
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst)
                output.WriteByte((byte)',');
            isFirst = false;
            WriteValue(output, item);
        }
        output.WriteByte((byte)']');
    }
}
