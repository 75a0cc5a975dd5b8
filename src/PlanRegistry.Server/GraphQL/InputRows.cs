using System.Globalization;
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
        var texts = inputs.Select(i => InputTexts.Of(i.Fields).Where(t => shared.All(s => s.Column != t.Column)).ToList()).ToList();
        return new Sheet(shape.Table, shape.Pack!, [.. texts[0].Select(t => t.Column), .. shared.Select(s => s.Column)],
            [.. inputs.Select((input, i) =>
                new SheetRow(i + 1, [.. texts[i].Select(t => t.Text), .. shared.Select(s => s.Text)], PathOf(texts[i], input.Path)))]);
    }

    /// <summary>Where a column's field stands; one that the command fills itself is the whole row's.</summary>
    private static Func<string?, IReadOnlyList<string>> PathOf(List<InputText> texts, IReadOnlyList<string> path) =>
        column => texts.FirstOrDefault(t => t.Column == column) is { } text ? [.. path, .. text.Path]
            : column is null ? path : [.. path, Names.Camel(column)];
}
