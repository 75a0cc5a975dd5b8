using System.Collections;
using System.Globalization;

namespace PlanRegistry.Records;

/// <summary>How values of one CLR type are written as canonical text and read back.</summary>
internal sealed class TextForm
{
    public required Func<object, string?> Write { get; init; }
    public required Func<string, DistrictCode, object> Parse { get; init; }
    public Func<object, DistrictCode, string?> WriteWithin { get; private init; } = null!;
    public Type? References { get; private init; }

    /// <summary>The DISTRICT:CODE of the record that a value names; null for a form that names none.</summary>
    public Func<object, string>? Named { get; private init; }
    public bool IsList { get; private init; }

    public static TextForm Of(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare.IsGenericType && bare.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            return OfList(bare.GetGenericArguments()[0]);
        }
        var form = OfValue(bare);
        return form.WriteWithin is null
            ? new TextForm { Write = form.Write, Parse = form.Parse, WriteWithin = (v, _) => form.Write(v) }
            : form;
    }

    private static TextForm OfValue(Type type)
    {
        if (type == typeof(string))
        {
            return Plain(v => (string)v, t => t);
        }
        if (type == typeof(int))
        {
            return Plain(v => ((int)v).ToString(CultureInfo.InvariantCulture), t => ParseInt(t));
        }
        if (type == typeof(decimal))
        {
            return Plain(v => ((decimal)v).ToString(CultureInfo.InvariantCulture), t => ParseDecimal(t));
        }
        if (type == typeof(bool))
        {
            return Plain(v => (bool)v ? "yes" : "no", t => ParseBool(t));
        }
        if (type == typeof(PartialDate))
        {
            return Plain(v => v.ToString(), t => PartialDate.Parse(t));
        }
        if (type == typeof(DistrictCode))
        {
            return Plain(v => v.ToString(), t => DistrictCode.Parse(t));
        }
        if (type.IsEnum)
        {
            return OfEnum(type);
        }
        if (type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IColumnValue<>)))
        {
            return (TextForm)typeof(TextForm).GetMethod(nameof(OfNaming),
                System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                .MakeGenericMethod(type).Invoke(null, null)!;
        }
        throw new InvalidOperationException($"A column cannot be of type {type.Name}.");
    }

    private static TextForm Plain(Func<object, string?> write, Func<string, object> parse) =>
        new() { Write = write, Parse = (t, _) => parse(t) };

    private static TextForm OfNaming<T>() where T : struct, IColumnValue<T> => new()
    {
        Write = v => v.ToString(),
        WriteWithin = (v, home) => ((T)v).Within(home),
        Parse = (t, home) => T.TryParse(t, home, out var value) ? value : throw new FormatException($"'{t}' names no {T.Names.Name}."),
        References = T.Names,
        Named = v => ((T)v).Named,
    };

    private static TextForm OfEnum(Type type)
    {
        var names = Enum.GetValues(type).Cast<Enum>().ToDictionary(Names.Of, v => (object)v, StringComparer.Ordinal);
        var texts = names.ToDictionary(p => p.Value, p => p.Key);
        return Plain(v => texts[v],
            t => names.TryGetValue(t, out var value)
                ? value
                : throw new FormatException($"'{t}' is none of {string.Join(' ', names.Keys)}."));
    }

    private static TextForm OfList(Type item)
    {
        var form = OfValue(item);
        return new TextForm
        {
            Write = v => Join((IEnumerable)v, form.Write),
            WriteWithin = (v, home) => Join((IEnumerable)v, form.WriteWithin is { } within ? x => within(x, home) : form.Write),
            Parse = (t, home) =>
            {
                var parts = t.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                var array = Array.CreateInstance(item, parts.Length);
                for (var i = 0; i < parts.Length; i++)
                {
                    array.SetValue(form.Parse(parts[i], home), i);
                }
                return array;
            },
            References = form.References,
            Named = form.Named,
            IsList = true,
        };
    }

    private static string? Join(IEnumerable items, Func<object, string?> write)
    {
        var text = string.Join(';', items.Cast<object>().Select(write));
        return text.Length == 0 ? null : text;
    }

    private static int ParseInt(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new FormatException($"'{text}' is no whole number.");

    private static decimal ParseDecimal(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value : throw new FormatException($"'{text}' is no decimal number.");

    private static bool ParseBool(string text) => text switch
    {
        "yes" => true,
        "no" => false,
        _ => throw new FormatException($"'{text}' is neither yes nor no."),
    };
}
