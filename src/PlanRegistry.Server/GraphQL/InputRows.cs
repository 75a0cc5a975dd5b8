using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using PlanRegistry.Indicators;
using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Server.GraphQL;

/// <summary>A mutation's input as rows of named texts, so that it is read by the same code as a pack's file.</summary>
public static class InputRows
{
    /// <summary>The input as one row of a table.</summary>
    /// <param name="more">What the command itself says: columns (their properties) and values.</param>
    public static Sheet Of<T>(CommandInput input, params IEnumerable<(string Property, object? Value)> more)
        where T : Record => Sheet<T>([(input, [])], more);

    /// <summary>A list within the input as rows of a table; none where it is empty.</summary>
    /// <param name="field">The list's name in the schema.</param>
    /// <param name="more">Columns that the rows share.</param>
    public static IEnumerable<Sheet> Of<T>(IReadOnlyList<IInputFields>? rows, string field,
        params IEnumerable<(string Property, object? Value)> more) where T : Record =>
        rows is null or [] ? []
        : [Sheet<T>([.. rows.Select((r, i) => (r, (IReadOnlyList<string>)[field, i.ToString(CultureInfo.InvariantCulture)]))], more)];

    private static Sheet Sheet<T>(IReadOnlyList<(IInputFields Fields, IReadOnlyList<string> Path)> inputs,
        IEnumerable<(string Property, object? Value)> more) where T : Record
    {
        var shape = RecordShape.Of<T>();
        var shared = more.Select(m => (Column: shape.Of(m.Property).Name, Text: InputTexts.Cell(m.Value))).ToList();
        // What the command says stands over what an input could say in the same column.
        var texts = inputs.Select(i => InputTexts.Of(i.Fields)
            .Where(t => !t.IsBeside && shared.All(s => s.Column != t.Column)).ToList()).ToList();
        return new Sheet(shape.Table, shape.Pack!, [.. texts[0].Select(t => t.Column), .. shared.Select(s => s.Column)],
            [.. inputs.Select((input, i) =>
                new SheetRow(i + 1, [.. texts[i].Select(t => t.Text), .. shared.Select(s => s.Text)], PathOf(texts[i], input.Path)))]);
    }

    /// <summary>Where a column's field stands; one that the command fills itself is the whole row's.</summary>
    private static Func<string?, IReadOnlyList<string>> PathOf(List<InputText> texts, IReadOnlyList<string> path) =>
        column => texts.FirstOrDefault(t => t.Column == column) is { } text ? [.. path, .. text.Path]
            : column is null ? path : [.. path, Names.Camel(column)];
}

/// <summary>
/// A field of an input: where it stands in the schema, the column that it fills, and its text as a pack's cell writes it.
/// </summary>
internal sealed record InputText(IReadOnlyList<string> Path, string Column, object? Value)
{
    public bool IsBeside { get; init; }

    public string? Text => InputTexts.Cell(Value);
}

/// <summary>Input objects as named texts: each value is written once, under the names that schema and column have.</summary>
internal static class InputTexts
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Field>> Known = [];

    /// <summary>The fields that stand for columns, given or not; of an object within (a horizon), each of its own.</summary>
    public static IEnumerable<InputText> Of(IInputFields input) => FieldsOf(input.GetType()).Where(f => !f.IsRows).SelectMany(f =>
        f.Inner is null ? [new InputText([f.Name], f.Column, f.Property.GetValue(input)) { IsBeside = f.IsBeside }]
        : FieldsOf(f.Inner)
            .Select(i => new InputText([f.Name, i.Name], $"{f.Column}_{i.Column}",
                f.Property.GetValue(input) is { } inner ? i.Property.GetValue(inner) : null)));

    /// <summary>Every value that is given, rows within the input too, in the order of the input's fields; one figure in one form.</summary>
    public static IEnumerable<(IReadOnlyList<string> Path, object Value)> All(IInputFields input)
    {
        foreach (var (path, _, value) in Of(input))
        {
            if (value is not null)
            {
                yield return (path, value is decimal figure ? Quantity.Number(figure) : value);
            }
        }
        foreach (var field in FieldsOf(input.GetType()).Where(f => f.IsRows && f.Property.GetValue(input) is not null))
        {
            foreach (var (row, number) in ((IEnumerable)field.Property.GetValue(input)!).Cast<IInputFields>().Select((r, i) => (r, i)))
            {
                foreach (var (path, value) in All(row))
                {
                    yield return ([field.Name, number.ToString(CultureInfo.InvariantCulture), .. path], value);
                }
            }
        }
    }

    /// <summary>A value as a pack's cell writes it.</summary>
    public static string? Cell(object? value) => value switch
    {
        null => null,
        string text => text,
        bool yes => yes ? "yes" : "no",
        Enum word => Names.Of(word),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable items => string.Join(';', items.Cast<object?>().Select(Cell)),
        _ => value.ToString(),
    };

    private static IReadOnlyList<Field> FieldsOf(Type type) => Known.GetOrAdd(type, t =>
        [.. t.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.DeclaringType != typeof(CommandInput) && p.DeclaringType != typeof(SettingInput)
            && p.SetMethod is { IsPublic: true }).Select(p => new Field(p))]);

    private sealed class Field(PropertyInfo property)
    {
        public PropertyInfo Property { get; } = property;
        public string Name { get; } = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
        public string Column { get; } = Names.Snake(property.Name);
        public bool IsBeside { get; } = property.IsDefined(typeof(BesideAttribute));

        /// <summary>The input object within; null for a plain value.</summary>
        public Type? Inner { get; } = typeof(IInputFields).IsAssignableFrom(property.PropertyType) ? property.PropertyType : null;
        public bool IsRows { get; } = typeof(IEnumerable<IInputFields>).IsAssignableFrom(property.PropertyType);
    }
}
