using GraphQLEngine;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Ledger;

/// <param name="column">The field.</param>
/// <param name="was">The record as it was, and the view in which it names others; no record where there was none.</param>
/// <param name="became">The same of what it became.</param>
public sealed class FieldChangeNode(Column column, (Record? Record, RegistryView In) was, (Record? Record, RegistryView In) became)
{
    /// <summary>A column's English name is its own.</summary>
    internal Text Words => new(column.Label, column.Name.Replace('_', ' '));
    internal Text? Before => was.Record is { } record ? RecordNames.Of(column, record, was.In) : null;
    internal Text? Now => became.Record is { } record ? RecordNames.Of(column, record, became.In) : null;

    public string Field => Names.Camel(column.Name);
    public FieldForm Form => new(NameOf(column.Type), column.IsList);

    /// <summary>As a correction writes it, where all that it names is seen: else the code of what is not would be told.</summary>
    public string? Value => became.Record is { } record
        && column.Named(record).All(n => RecordNames.IsSeen(n.Type, n.Key, became.In)) ? Written(record) : null;

    private string? Written(Record record) => column.IsReference ? column.ReferenceWithin(record) : column.Read(record);

    private static string NameOf(Type type)
    {
        var item = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : type;
        return item.IsEnum ? item.Name
            : item.IsGenericType && item.GetGenericTypeDefinition() == typeof(Key<>) ? item.GetGenericArguments()[0].Name
            : item == typeof(bool) ? "Boolean"
            : item == typeof(int) ? "Int"
            : item == typeof(decimal) ? "Decimal"
            : item == typeof(PartialDate) ? "Date"
            : "String";
    }
}

/// <summary>How a field is written.</summary>
public sealed record FieldForm(string Type, bool List);

[Resolves("FieldChange")]
public static class FieldChangeFields
{
    public static string Label(FieldChangeNode field, Language? language, [Service] Reader reader) => reader.Told(field.Words, language);

    public static string? Was(FieldChangeNode field, Language? language, [Service] Reader reader) =>
        field.Before is { } text ? reader.Told(text, language) : null;

    public static string? Became(FieldChangeNode field, Language? language, [Service] Reader reader) =>
        field.Now is { } text ? reader.Told(text, language) : null;
}
